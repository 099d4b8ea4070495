import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { dayIn } from "~/calendar/zoned";
import { politeName } from "~/format/names";
import { absencesBetween } from "~db/queries/delegate-settings";
import { fundSheet } from "~db/queries/funds";
import { removalsOf, type WeekPlan, weekPlanOn } from "~db/queries/weeks";
import type { Gathered } from "../gathering.server";
import { stopsOfDay } from "./as-it-stands";
import { isRunning } from "./asking.server";
import { tourView } from "./day-view";
import { gatherWeek, zoneOfFund } from "./gathering-week.server";
import { leftOutOf } from "./leaving-out.server";
import { isOver, weekAsked, weekAtHand } from "./span";
import { standingOf } from "./standing";
import { type DayView, totalsOf } from "./view";
import type { WeekSearch } from "./week.form";

/** A delegate's week: the visits that are there, those proposed, and what the last computation had to say. */
export async function showWeek(ctx: Context, search: WeekSearch) {
  const zone = await zoneOfFund(ctx);
  const today = dayIn(zone, ctx.now);
  const weekOn = weekAsked(search.semaine, today);
  const plan = (await weekPlanOn(ctx.tx, ctx.actor.id, weekOn)) ?? null;
  const week = { weekOn, planId: plan?.id ?? null };
  const gathered = await gatherWeek(ctx, week, { suggestions: "kept", most: 0 });
  const days = gathered ? await daysOf(ctx, gathered, plan) : [];
  const running = plan !== null && isRunning(plan, ctx.now);
  const isPast = isOver(weekOn, today);
  const asksWhy = gathered !== null && !running && !isPast && (plan?.answer != null || search.medecin !== null);
  return {
    weekOn,
    today,
    isAtHand: weekOn === weekAtHand(today),
    isPast,
    hasBase: gathered !== null,
    days,
    totals: totalsOf(days),
    running: running ? { share: plan.share } : null,
    failure: plan?.state === "failed" ? plan.failure : null,
    isAccepted: plan?.state === "accepted",
    answer: plan?.answer ? { ...answerToTell(plan), computedAt: plan.finished_at! } : null,
    removed: plan ? await removedFrom(ctx, plan) : [],
    leftOut: asksWhy ? await leftOutOf(ctx, week, { doctorId: search.medecin, name: search.nom }) : null,
    asked: { doctorId: search.medecin, name: search.nom },
  };
}

function answerToTell({ answer, truncated }: WeekPlan) {
  const { stops: _stops, shifts: _shifts, drivingSeconds: _driving, ...told } = answer!;
  return { ...told, truncated };
}

async function daysOf(ctx: Context, gathered: Gathered, plan: WeekPlan | null): Promise<DayView[]> {
  const { problem, stops, days } = gathered;
  const standing = standingOf(days, stops, plan?.answer?.shifts ?? []);
  const offs = await offsOf(ctx, days);
  const today = dayIn(gathered.zone, ctx.now);
  return days.map((day, index) => {
    const planDay = problem.days[index]!;
    const ofDay = stopsOfDay(standing, index);
    return {
      day,
      off: planDay.works ? null : (offs.get(day) ?? (day < today ? "Jour passé" : "Jour non travaillé")),
      tour: tourView({ plan: planDay, travel: problem.travel, standing: ofDay, stops, now: ctx.now }),
    };
  });
}

async function offsOf(ctx: Context, days: readonly Day[]): Promise<Map<Day, string>> {
  const { department } = (await fundSheet(ctx.tx, ctx.actor.fundIds[0]!))!;
  const absences = await absencesBetween(ctx.tx, ctx.actor.id, days[0]!, days.at(-1)!);
  return new Map(
    days.flatMap((day) => {
      const away = absences.some(({ fromOn, toOn, part }) => part === "day" && fromOn <= day && day <= toOn);
      const why = holidayIn(department, day) ?? (away ? "Absence" : null);
      return why === null ? [] : [[day, why] as const];
    }),
  );
}

async function removedFrom(ctx: Context, plan: WeekPlan) {
  return (await removalsOf(ctx.tx, plan.id)).map(({ doctor_id, last_name, first_name, reason }) => ({
    doctorId: doctor_id,
    name: politeName({ lastName: last_name, firstName: first_name }),
    reason,
  }));
}

export type ShownWeek = Awaited<ReturnType<typeof showWeek>>;
