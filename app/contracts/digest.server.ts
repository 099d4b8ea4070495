import type { Context } from "~/access/context";
import { addDays, type Day, dayOf, weekday } from "~/calendar/day";
import type { Letter } from "~/mail/mailer";
import {
  changeDigest,
  type DigestReader,
  type DigestState,
  digestReaders,
  fundsWithOpenMilestones,
  insertDigest,
} from "~db/queries/milestone-digests";
import { type OpenMilestone, openMilestonesOf } from "~db/queries/milestones";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { type DigestLine, digestLetter } from "./digest-letter";
import { titleOf } from "./milestone-words";
import { nameOf } from "./naming";

/** Monday of the week that day falls in. */
function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** Notes one letter for each person with something late or due this week; a second run in the week notes none. */
export async function prepareDigests(ctx: Context): Promise<number> {
  const weekOn = mondayOf(dayOf(ctx.now));
  const until = addDays(weekOn, 7);
  const funds = await fundsWithOpenMilestones(ctx.tx, until);
  let noted = 0;
  for (const reader of await digestReaders(ctx.tx, dayOf(ctx.now), null)) {
    if (!funds.includes(reader.fund_id)) continue;
    const milestones = (await openOf(ctx, reader, until)).length;
    if (milestones === 0) continue;
    const { id: accountId, fund_id: fundId } = reader;
    if (!(await insertDigest(ctx.tx, { fundId, accountId, weekOn, milestones }))) continue;
    await later(ctx, catalog.sendMilestoneDigest, { accountId, weekOn });
    noted += 1;
  }
  return noted;
}

/** The letter to hand over now, read anew: what was done since this morning is left out. Null when nothing remains. */
export async function takeDigest(
  ctx: Context,
  key: { accountId: string; weekOn: Day },
  url: string,
): Promise<Letter | null> {
  if (!(await changeDigest(ctx.tx, { ...key, from: "waiting" }, "sending"))) {
    // Found in hand: somebody died between the relay and the telling. It may have left, so it is not sent again.
    await changeDigest(ctx.tx, { ...key, from: "sending" }, "uncertain");
    return null;
  }
  const today = dayOf(ctx.now);
  const [reader] = await digestReaders(ctx.tx, today, key.accountId);
  const open = reader ? await openOf(ctx, reader, addDays(key.weekOn, 7)) : [];
  if (!reader || open.length === 0) {
    await changeDigest(ctx.tx, { ...key, from: "sending" }, "sent");
    return null;
  }
  return digestLetter({
    to: reader.email,
    name: reader.name,
    ...key,
    late: open.filter(({ due_on }) => due_on < today).map(lineOf),
    week: open.filter(({ due_on }) => due_on >= today).map(lineOf),
    url: `${url}/echeances`,
  });
}

export async function settleDigest(
  ctx: Context,
  key: { accountId: string; weekOn: Day },
  state: Exclude<DigestState, "sending">,
): Promise<void> {
  await changeDigest(ctx.tx, { ...key, from: "sending" }, state);
}

/** A delegate answers for their sectors and those they cover, a manager for the fund. */
function openOf(ctx: Context, reader: DigestReader, until: Day): Promise<OpenMilestone[]> {
  const sectorIds = reader.role === "manager" ? null : (reader.sector_ids ?? []);
  return openMilestonesOf(ctx.tx, { fundId: reader.fund_id, sectorIds, until });
}

function lineOf(row: OpenMilestone): DigestLine {
  return {
    name: nameOf({ ...row, kind: row.contract_kind }),
    title: titleOf({ kind: row.kind, key: row.key, contractYear: row.contract_year }),
    dueOn: row.due_on,
  };
}
