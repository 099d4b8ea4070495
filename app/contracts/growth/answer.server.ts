import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { addWorkingDays } from "~/calendar/holidays";
import { conflict, invalid } from "~/errors";
import { longDay } from "~/format/dates";
import { french } from "~/format/typography";
import { askDelegate } from "~/visits/follow-ups/asking.server";
import type { ContractSheet } from "~db/queries/contracts";
import {
  type CountRow,
  countsSince,
  insertHelp,
  removeObservation,
  saveObservation,
  sectorOf,
  tieHelp,
} from "~db/queries/growth";
import { contractSeen, todayOf } from "../planning.server";
import type { AskOf, GrowthAsk } from "./growth.form";
import { followedIn } from "./growth.server";
import { countProblems } from "./observation";

/** Working days in which help is given: a call soon, a visit as the week allows. */
const HELP_DAYS = { call: 3, visit: 10 } as const;

/** What the page's forms ask for; says what was done. */
export async function workOnGrowth(ctx: Context, contractId: string | undefined, ask: GrowthAsk): Promise<string> {
  const sheet = await contractSeen(ctx, contractId);
  switch (ask.intent) {
    case "count":
      return noteCount(ctx, sheet, ask);
    case "remove":
      if (!(await removeObservation(ctx.tx, sheet.id, ask.id)))
        throw conflict("Ce comptage vient d'un fichier, ou il a déjà été retiré.");
      await record(ctx, "patients.observation-removed", { contractId: sheet.id });
      return "Le comptage est retiré.";
    case "help":
      return planHelp(ctx, sheet, ask.kind);
  }
}

async function noteCount(ctx: Context, sheet: ContractSheet, ask: AskOf<"count">): Promise<string> {
  if (sheet.doctor_id === null)
    throw conflict("Le contrat d'une société se suit par adhérent : notez le nombre sur la fiche du médecin.");
  const { on, mtPatients, activeFile } = ask;
  const { starts_on: startsOn, doctor_id: doctorId } = sheet;
  const rows = startsOn === null ? [] : await countsSince(ctx.tx, { contractId: sheet.id, doctorId }, startsOn);
  const problems = countProblems(ask, {
    startsOn,
    today: todayOf(ctx, sheet),
    before: lastBefore(rows, on, sheet),
    isSure: ask.sure,
  });
  if (Object.keys(problems).length > 0) throw invalid(problems);
  const by = { by: ctx.actor.id, at: ctx.now };
  await saveObservation(ctx.tx, {
    fundId: sheet.fund_id,
    contractId: sheet.id,
    doctorId,
    on,
    mtPatients,
    activeFile,
    ...by,
  });
  await record(ctx, "patients.observed", { contractId: sheet.id });
  return "Le comptage est noté.";
}

function lastBefore(rows: readonly CountRow[], on: string, sheet: ContractSheet) {
  const earlier = rows.filter((row) => row.on < on);
  return {
    mtPatients: earlier.findLast(({ mt }) => mt !== null)?.mt ?? sheet.mt_patients,
    activeFile: earlier.findLast(({ fa }) => fa !== null)?.fa ?? sheet.active_file,
  };
}

/** A call or a visit on the delegate's list, once in a contract year, and only after an alert. */
async function planHelp(ctx: Context, sheet: ContractSheet, kind: "visit" | "call"): Promise<string> {
  const followed = await followedIn(ctx, sheet);
  if (!followed?.standing.isWarning) throw conflict("Aucune alerte n'est en cours sur ce contrat.");
  const { doctorId, contractYear } = followed;
  const dueOn = addWorkingDays(todayOf(ctx, sheet), HELP_DAYS[kind]);
  const help = { fundId: sheet.fund_id, contractId: sheet.id, doctorId, contractYear, kind, dueOn };
  if (!(await insertHelp(ctx.tx, { ...help, by: ctx.actor.id, at: ctx.now })))
    throw conflict("Une aide est déjà prévue pour cette année du contrat.");
  const sectorId = await sectorOf(ctx.tx, doctorId);
  const followUpId = await askDelegate(ctx, { fundId: sheet.fund_id, doctorId, sectorId, kind, dueOn });
  if (followUpId === null)
    throw conflict(french("Le secteur de ce médecin n'a pas de délégué : désignez-en un d'abord."));
  await tieHelp(ctx.tx, sheet.id, contractYear, followUpId);
  await record(ctx, "growth.help-planned", { contractId: sheet.id, kind });
  return `${kind === "visit" ? "Une visite" : "Un appel"} avant le ${longDay(dueOn)} : c'est sur la liste des relances du délégué.`;
}
