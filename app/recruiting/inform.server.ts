import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { conflict, invalid } from "~/errors";
import { fullName } from "~/format/names";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { freeTextRefusal } from "~/premises/free-text";
import { insertCandidateLetter, insertMail } from "~db/queries/recruiting-mails";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { audienceOf, writable } from "./audience.server";
import type { CandidatesSearch, InformAsk } from "./candidate.form";

const NAMES_SHOWN = 8;

/** Whom a letter would reach by these filters, and whom it would not. */
export async function prepareLetter(ctx: Context, search: CandidatesSearch) {
  const audience = await audienceOf(ctx, search);
  const reached = writable(audience, dayOf(ctx.now));
  return {
    search,
    problem: audience.problem,
    found: audience.found.length,
    reached: reached.length,
    names: reached
      .slice(0, NAMES_SHOWN)
      .map(({ last_name, first_name }) => fullName({ lastName: last_name, firstName: first_name })),
  };
}

/** One letter to each, once: sent again, the same form finds its letters written already. */
export async function informCandidates(ctx: Context, search: CandidatesSearch, ask: InformAsk): Promise<number> {
  const fundId = ctx.actor.fundIds[0];
  if (fundId === undefined) throw conflict("Un candidat appartient à une caisse.");
  const refusal = freeTextRefusal(ask.body, false);
  if (refusal !== null) throw invalid({ body: [refusal] });
  const reached = writable(await audienceOf(ctx, search), dayOf(ctx.now)).filter((row) => row.fund_id === fundId);
  if (reached.length !== ask.expected) throw conflict(french(changed(ask.expected, reached.length)));
  const { id, subject, body } = ask;
  const letter = {
    id,
    fundId,
    subject,
    body,
    filters: search,
    recipients: reached.length,
    by: ctx.actor.id,
    at: ctx.now,
  };
  if (!(await insertCandidateLetter(ctx.tx, letter))) return reached.length;
  for (const { id: candidateId } of reached) {
    const mailId = await insertMail(ctx.tx, {
      fundId,
      candidateId,
      doctorId: null,
      kind: "letter",
      occasion: id,
      party: "candidate",
      subject,
      body,
      by: ctx.actor.id,
      at: ctx.now,
    });
    if (mailId !== null) await later(ctx, catalog.sendRecruitingMail, { mailId });
  }
  await record(ctx, "candidates.informed", { letterId: id, candidates: reached.length });
  return reached.length;
}

function changed(expected: number, now: number): string {
  return `La lettre devait partir à ${countOf(expected, "candidat")} ; la sélection en compte maintenant ${now}. Rien n'a été envoyé : relisez, puis confirmez le nouveau nombre.`;
}
