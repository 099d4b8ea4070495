import type { Context } from "~/access/context";
import { SYSTEM_ACCOUNT } from "~/access/system-actor";
import { accountNames, colleagues } from "~db/queries/accounts";
import { events } from "~db/queries/audit";
import type { JournalSearch } from "./journal.form";
import { EVENT_KINDS } from "./kinds";
import { accountsIn, sentenceOf } from "./sentence";

const PAGE = 50;

/** One page of the journal, newest first; which funds' events, row-level security says. */
export async function journal(ctx: Context, { qui, quoi, avant, apres }: JournalSearch) {
  const search = { accountId: qui, names: quoi && EVENT_KINDS[quoi].names, before: avant, after: apres };
  const found = await events(ctx.tx, search, PAGE + 1);
  const hasMore = found.length > PAGE;
  const page = found.slice(0, PAGE);
  if (apres !== undefined) page.reverse();
  const people = await colleagues(ctx.tx);
  return {
    events: await toldOf(ctx, page),
    people: people.map(({ id, name }) => ({ id, name })),
    newer: page.length > 0 && (apres === undefined ? avant !== undefined : hasMore) ? page[0]!.id : null,
    older: page.length > 0 && (apres === undefined ? hasMore : true) ? page.at(-1)!.id : null,
  };
}

/** Who did what, in words; a name is told to whoever may see that account. */
export async function toldOf(ctx: Context, found: Awaited<ReturnType<typeof events>>) {
  const names = await accountNames(
    ctx.tx,
    found.flatMap(({ facts }) => accountsIn(facts)),
  );
  return found.map(({ id, at, name, facts, account_id, who }) => ({
    id,
    at,
    who: account_id === SYSTEM_ACCOUNT ? "Tandem" : (who ?? "Administration nationale"),
    sentence: sentenceOf(name, facts, names),
  }));
}
