import type { Context } from "~/access/context";
import { addDays, type Day, dayOf } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";
import { conflict, notFound } from "~/errors";
import { longDay } from "~/format/dates";
import { politeName, properCase } from "~/format/names";
import { french } from "~/format/typography";
import {
  changeFollowUp,
  type FollowUpChange,
  type FollowUpSheet,
  followUpById,
  openFollowUps,
} from "~db/queries/follow-ups";
import { fundSheet } from "~db/queries/funds";
import { objectionLabels } from "../report/objections";
import { nextWorkedDay } from "../report/working-day";
import { BASKETS, basketOf, inOrder, NEWS_DAYS } from "./baskets";
import { CLOSING_REASONS } from "./follow-up";
import type { FollowUpAsk, FollowUpsSearch } from "./follow-ups.form";

const POSTPONED_DAYS = 7;

/** Every open promise of a delegate, in the order to take them up. */
export async function openMyFollowUps(ctx: Context, { panier }: FollowUpsSearch) {
  const today = await todayOf(ctx);
  const open = (await openFollowUps(ctx.tx, ctx.actor.id)).map((sheet) => viewOf(sheet, today));
  const all = inOrder(open, today);
  const counts = BASKETS.map((basket) => ({ basket, count: all.filter((each) => each.basket === basket).length }));
  return {
    me: ctx.actor.id,
    today,
    basket: panier ?? null,
    counts,
    total: all.length,
    followUps: panier ? all.filter(({ basket }) => basket === panier) : all,
    nextDueOn: all.map(({ dueOn }) => dueOn).find((day) => day > today) ?? null,
  };
}

function viewOf(sheet: FollowUpSheet, today: Day) {
  const facts = {
    kind: sheet.kind,
    dueOn: sheet.due_on,
    isUnreached: sheet.outcome === UNREACHED,
    isSettled: sheet.signed_on !== null || (sheet.refuses_visits && sheet.kind === "visit"),
  };
  return {
    id: sheet.id,
    doctorId: sheet.doctor_id,
    name: politeName({ lastName: sheet.last_name, firstName: sheet.first_name }),
    town: properCase(sheet.town ?? ""),
    phone: sheet.phone,
    kind: sheet.kind,
    dueOn: sheet.due_on,
    isUnreached: facts.isUnreached,
    basket: basketOf(facts, today),
    result: sheet.result,
    objections: objectionLabels(sheet.objections ?? []),
    reportedOn: sheet.held_at === null ? null : dayOf(sheet.held_at),
    visitId: sheet.visit_id,
    journey: sheet.journey,
    letter: sheet.letter_id === null ? null : { id: sheet.letter_id, isSent: sheet.letter_sent_at !== null },
  };
}

export type FollowUpView = ReturnType<typeof viewOf>;

const UNREACHED = "unreached";

/** What was done, and what « Annuler » must send back. */
export interface FollowedUp {
  readonly said: string;
  readonly undo: Record<string, string> | null;
}

export async function workOnFollowUp(ctx: Context, ask: FollowUpAsk): Promise<FollowedUp> {
  const sheet = await followUpById(ctx.tx, ask.id);
  if (!sheet) throw notFound("Relance");
  if (ask.intent === "undo") return undo(ctx, sheet, ask);
  const { change, said } = outcomeOf(ask, sheet, await todayOf(ctx), ctx);
  await move(ctx, { id: sheet.id, state: "open", dueOn: ask.dueOn }, change);
  return {
    said: french(`${politeName({ lastName: sheet.last_name, firstName: sheet.first_name })} : ${said}`),
    undo: {
      intent: "undo",
      id: sheet.id,
      from: change.state ?? "open",
      dueOn: change.due_on ?? ask.dueOn,
      backTo: ask.dueOn,
      ...(sheet.outcome === null ? {} : { outcome: sheet.outcome }),
    },
  };
}

type Act = Exclude<FollowUpAsk, { intent: "undo" }>;

function outcomeOf(ask: Act, sheet: FollowUpSheet, today: Day, ctx: Context): { change: FollowUpChange; said: string } {
  const closed = { closed_at: ctx.now, closed_by: ctx.actor.id };
  const later = (days: number) => nextWorkedDay(sheet.department ?? "", addDays(today, days));
  switch (ask.intent) {
    case "done":
      return { change: { state: "done", outcome: "done", ...closed }, said: "relance faite." };
    case "close":
      return {
        change: { state: "dropped", outcome: ask.reason, ...closed },
        said: `relance close, ${CLOSING_REASONS[ask.reason].toLowerCase()}.`,
      };
    case "unreached": {
      const day = later(NEWS_DAYS);
      return { change: { due_on: day, outcome: UNREACHED }, said: `pas de réponse, à reprendre le ${longDay(day)}.` };
    }
    case "postpone": {
      const day = later(POSTPONED_DAYS);
      return { change: { due_on: day }, said: `reporté au ${longDay(day)}.` };
    }
  }
}

async function undo(
  ctx: Context,
  sheet: FollowUpSheet,
  ask: Extract<FollowUpAsk, { intent: "undo" }>,
): Promise<FollowedUp> {
  const outcome = ask.outcome === UNREACHED ? UNREACHED : null;
  await move(
    ctx,
    { id: sheet.id, state: ask.from, dueOn: ask.dueOn },
    { state: "open", due_on: ask.backTo, outcome, closed_at: null, closed_by: null },
  );
  return { said: "C'est comme avant.", undo: null };
}

async function move(ctx: Context, from: Parameters<typeof changeFollowUp>[1], change: FollowUpChange): Promise<void> {
  if (!(await changeFollowUp(ctx.tx, from, change)))
    throw conflict("Cette relance vient de changer ailleurs. Rechargez la page : rien n'a été modifié.");
}

async function todayOf(ctx: Context): Promise<Day> {
  const fund = await fundSheet(ctx.tx, ctx.actor.fundIds[0]!);
  return dayIn(fund?.zone ?? PARIS, ctx.now);
}
