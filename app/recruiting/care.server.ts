import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { addMonths, dayOf } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { fullName } from "~/format/names";
import { french } from "~/format/typography";
import { deleteCandidate, markWarned, silentCandidates } from "~db/queries/candidates";
import { insertMail } from "~db/queries/recruiting-mails";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { erasedOn, isToErase, isToWarn } from "./candidate";

const AT_ONCE = 200;

/** Tells those not heard of for 23 months that they will be erased. Returns how many were told. */
export async function warnSilentCandidates(ctx: Context): Promise<number> {
  const today = dayOf(ctx.now);
  const silent = await silentCandidates(ctx.tx, { since: addMonths(today, -22), isWarned: false, limit: AT_ONCE * 5 });
  const toWarn = silent
    .filter((row) => isToWarn({ contactedOn: row.contacted_on, warnedOn: row.warned_on }, today))
    .slice(0, AT_ONCE);
  for (const row of toWarn) {
    await markWarned(ctx.tx, row.id, today);
    if (row.email === null) continue;
    const on = dayMonthYear(erasedOn({ contactedOn: row.contacted_on, warnedOn: today }));
    const mailId = await insertMail(ctx.tx, {
      fundId: row.fund_id,
      candidateId: row.id,
      doctorId: null,
      kind: "expiry",
      occasion: `expiry ${row.contacted_on}`,
      party: "candidate",
      subject: french(`Vos données seront effacées le ${on}`),
      body: expiryBody(fullName({ lastName: row.last_name, firstName: row.first_name }), on),
      by: row.created_by,
      at: ctx.now,
    });
    if (mailId !== null) await later(ctx, catalog.sendRecruitingMail, { mailId });
  }
  return toWarn.length;
}

/** Erases those who were told and gave no word. No print is kept: they may come back as anybody. */
export async function eraseSilentCandidates(ctx: Context): Promise<number> {
  const today = dayOf(ctx.now);
  const silent = await silentCandidates(ctx.tx, { since: addMonths(today, -23), isWarned: true, limit: AT_ONCE * 5 });
  const toErase = silent
    .filter((row) => isToErase({ contactedOn: row.contacted_on, warnedOn: row.warned_on }, today))
    .slice(0, AT_ONCE);
  for (const { id } of toErase) {
    await deleteCandidate(ctx.tx, id);
    await record(ctx, "candidate.erased", { candidateId: id, because: "silence" });
  }
  return toErase.length;
}

function expiryBody(name: string, on: string): string {
  return french(
    [
      `Bonjour ${name},`,
      "Vous nous aviez laissé vos coordonnées pour le métier d'assistant médical. Nous n'avons pas eu de vos nouvelles depuis près de deux ans.",
      `Sans réponse de votre part, votre fiche est effacée le ${on}. Pour la garder, répondez simplement à ce courriel.`,
    ].join("\n\n"),
  );
}
