import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { addDays } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { invalid, notFound } from "~/errors";
import { absencesSince, deleteAbsence, insertAbsence } from "~db/queries/absences";
import { fundSheet } from "~db/queries/funds";
import { DAYS_BACK } from "../visit";
import { absenceProblems, daysInWords } from "./absence";
import type { AskOf } from "./settings.form";
import type { Saved } from "./settings.server";

export async function noteAbsence(ctx: Context, ask: AskOf<"absence">): Promise<Saved> {
  const { tx, actor } = ctx;
  const { intent: _, ...absence } = ask;
  const fundId = actor.fundIds[0]!;
  const today = await todayIn(ctx, fundId);
  const others = await absencesSince(tx, actor.id, addDays(today, -DAYS_BACK));
  const problems = absenceProblems(absence, others, today);
  if (Object.keys(problems).length > 0) throw invalid(problems);
  const absenceId = await insertAbsence(tx, { id: actor.id, fundId }, absence);
  await record(ctx, "absence.noted", { absenceId });
  return { done: `Absence notée ${daysInWords(absence)}.`, undo: { intent: "remove-absence", absenceId } };
}

export async function removeAbsence(ctx: Context, absenceId: string): Promise<Saved> {
  const removed = await deleteAbsence(ctx.tx, ctx.actor.id, absenceId);
  if (!removed) throw notFound("Absence");
  await record(ctx, "absence.removed", { absenceId });
  const { id: _, ...absence } = removed;
  return { done: `L'absence ${daysInWords(absence)} est retirée.`, undo: { intent: "absence", ...absence } };
}

export async function todayIn(ctx: Context, fundId: number): Promise<string> {
  const fund = await fundSheet(ctx.tx, fundId);
  if (!fund) throw notFound("Caisse");
  return dayIn(fund.zone, ctx.now);
}
