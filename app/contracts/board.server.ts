import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { addDays, addMonths, type Day, lastOfMonth } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";
import { conflict, invalid, notFound } from "~/errors";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { fundSheet } from "~db/queries/funds";
import {
  changeMilestone,
  countOpenMilestones,
  type MilestoneChange,
  milestoneById,
  type OpenMilestone,
  openMilestones,
} from "~db/queries/milestones";
import type { MilestoneAsk } from "./board.form";
import { isSettledByFact } from "./milestone";
import { titleOf } from "./milestone-words";
import { nameOf } from "./naming";
import { mayMove } from "./suspension";

/** How far ahead the board looks. */
export const HORIZON_MONTHS = 6;
const MOST = 50;

/** Late, this month, next: what a person's contracts ask for. */
export async function openBoard(ctx: Context) {
  const today = await todayOfActor(ctx);
  const monthEnd = lastOfMonth(today);
  const nextMonth = addDays(monthEnd, 1);
  const horizon = addMonths(today, HORIZON_MONTHS);
  const late = await openMilestones(ctx.tx, { from: null, until: today }, MOST);
  const month = await openMilestones(ctx.tx, { from: today, until: nextMonth }, MOST);
  const next = await openMilestones(ctx.tx, { from: nextMonth, until: horizon }, MOST);
  return {
    today,
    horizon,
    counts: await countOpenMilestones(ctx.tx, { today, monthEnd, horizon }),
    late: late.map(viewOf),
    month: month.map(viewOf),
    next: next.map(viewOf),
  };
}

export async function todayOfActor(ctx: Context): Promise<Day> {
  const fund = await fundSheet(ctx.tx, ctx.actor.fundIds[0]!);
  return dayIn(fund?.zone ?? PARIS, ctx.now);
}

function viewOf(row: OpenMilestone) {
  return {
    id: row.id,
    contractId: row.contract_id,
    doctorId: row.doctor_id,
    name: nameOf({ ...row, kind: row.contract_kind }),
    town: row.town,
    title: titleOf({ kind: row.kind, key: row.key, contractYear: row.contract_year }),
    dueOn: row.due_on,
    isByFact: isSettledByFact(row.kind),
    minCents: row.min_cents,
    maxCents: row.max_cents,
    postponedFor: row.postponed_for,
    isDoubtful: row.after_suspension && mayMove(row.kind),
  };
}

export type MilestoneView = ReturnType<typeof viewOf>;

/** What was done, and what « Annuler » must send back. */
export interface MilestoneWorked {
  readonly said: string;
  readonly undo: Record<string, string> | null;
}

export async function workOnMilestone(ctx: Context, ask: MilestoneAsk): Promise<MilestoneWorked> {
  const found = await milestoneById(ctx.tx, ask.id);
  if (!found) throw notFound("Échéance");
  if (ask.intent === "done" && isSettledByFact(found.kind))
    throw conflict("Notez plutôt ce qui s'est passé, à la ligne de l'assistant : l'échéance se règle d'elle-même.");
  const today = await todayOfActor(ctx);
  const { change, said } = outcomeOf(ask, ctx, today);
  const states = ask.intent === "undo" && ask.was === "done" ? (["done"] as const) : (["coming", "due"] as const);
  if (!(await changeMilestone(ctx.tx, { id: found.id, states, dueOn: ask.dueOn }, change)))
    throw conflict("Cette échéance vient de changer ailleurs. Rechargez la page : rien n'a été modifié.");
  await record(ctx, "contract.milestone", { contractId: found.contract_id, act: ask.intent });
  const title = titleOf({ kind: found.kind, key: found.key, contractYear: found.contract_year });
  return { said: french(`${title} : ${said}`), undo: undoOf(ask, found) };
}

function outcomeOf(ask: MilestoneAsk, ctx: Context, today: Day): { change: MilestoneChange; said: string } {
  switch (ask.intent) {
    case "done":
      return { change: { state: "done", done_on: today, done_by: ctx.actor.id }, said: "fait." };
    case "postpone":
      if (ask.to <= today) throw invalid({ to: ["Choisissez un jour à venir."] });
      return {
        change: { state: "coming", postponed_on: ask.to, postponed_for: ask.reason },
        said: `reporté au ${dayMonthYear(ask.to)}.`,
      };
    case "undo":
      return {
        change: {
          state: ask.backTo !== null && ask.backTo <= today ? "due" : "coming",
          done_on: null,
          done_by: null,
          postponed_on: ask.reason === undefined ? null : ask.backTo,
          postponed_for: ask.reason ?? null,
        },
        said: "c'est comme avant.",
      };
  }
}

function undoOf(
  ask: MilestoneAsk,
  before: { readonly id: string; readonly due_on: Day | null; readonly postponed_for: string | null },
): Record<string, string> | null {
  if (ask.intent === "undo") return null;
  const isDone = ask.intent === "done";
  return {
    intent: "undo",
    id: before.id,
    was: isDone ? "done" : "open",
    dueOn: (isDone ? before.due_on : ask.to) ?? "",
    backTo: before.due_on ?? "",
    ...(before.postponed_for === null ? {} : { reason: before.postponed_for }),
  };
}
