import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { instantAt, wallAt } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { type FactsRow, NOTHING_KNOWN } from "~/doctors/facts-of";
import { rowReason } from "~/doctors/row-reason";
import { versionOn } from "~/eligibility/versions";
import { politeName } from "~/format/names";
import { factsInForce } from "~db/queries/doctor-facts";
import type { VisitDoctor } from "~db/queries/visit-doctors";
import { changeVisit, insertVisit } from "~db/queries/visits";
import { dropSuggestions, keepAnswer } from "~db/queries/weeks";
import { hashOf } from "../planner/hash";
import type { Plan } from "../planner/itinerary";
import type { GatheredStop } from "../seeable";
import type { TravelSource } from "../travel.server";
import type { AnsweredStop, Shift, WeekAnswer } from "./answer";
import { conflictSentence } from "./conflict-sentence";
import { differenceOf } from "./difference";
import { type WeekInHand, weekAsAsked } from "./proposing.server";
import { reasonOf } from "./reason";
import { instantsOf } from "./span";

interface Saving {
  readonly roadsFailed: boolean;
  /** Keeps the answer even if the week has changed since: the change is told when the week is accepted. */
  readonly anyway: boolean;
}

/** Writes the proposal in one go. False when the week is no longer what was computed: then it is computed again. */
export async function saveWeek(ctx: Context, planId: string, plan: Plan, saving: Saving): Promise<boolean> {
  const week = await weekAsAsked(ctx, planId);
  if (!week) return true;
  if (!saving.anyway && hashOf(week.gathered.problem) !== plan.inputHash) return false;
  const stops = plan.conflicts.length > 0 ? [] : stopsOf(week, plan);
  if (plan.conflicts.length === 0) {
    await dropSuggestions(ctx.tx, ctx.actor.id, ...spanOf(week));
    await writeProposals(ctx, week, stops);
  }
  await keepAnswer(ctx.tx, planId, {
    engine: plan.version,
    iterations: plan.iterations,
    inputHash: plan.inputHash,
    travelSource: plan.travelSource,
    truncated: plan.truncated,
    answer: answerOf(week, plan, stops, saving),
    at: ctx.now,
  });
  return true;
}

interface PlannedStop extends GatheredStop {
  readonly day: string;
  readonly minutesAt: number;
}

function stopsOf({ gathered }: WeekInHand, plan: Plan): PlannedStop[] {
  return plan.days.flatMap((itinerary, day) =>
    (itinerary?.stops ?? []).flatMap(({ candidate, startsAt }) => {
      const stop = candidate === null ? undefined : gathered.stops.get(candidate);
      return stop ? [{ ...stop, day: gathered.days[day]!, minutesAt: Math.round(startsAt / 60) }] : [];
    }),
  );
}

function spanOf({ plan, gathered }: WeekInHand): [Date, Date] {
  const { from, to } = instantsOf(plan.week_on, gathered.zone);
  return [from, to];
}

async function writeProposals(ctx: Context, { plan }: WeekInHand, stops: readonly PlannedStop[]): Promise<void> {
  const fresh = stops.filter(({ visit }) => visit === null);
  const reasons = await reasonsOf(ctx, fresh, plan.week_on);
  for (const stop of fresh) {
    const { doctor } = stop;
    await insertVisit(ctx.tx, {
      ...timeOf(stop),
      fundId: doctor.fund_id,
      delegateId: ctx.actor.id,
      doctorId: doctor.id,
      practiceKey: doctor.practice_key,
      planId: plan.id,
      state: "proposed",
      firmness: "suggestion",
      reason: reasons.get(doctor.id)!,
    });
  }
  for (const stop of stops) {
    if (stop.visit?.state !== "proposed") continue;
    const { startsAt, endsAt } = timeOf(stop);
    if (startsAt.getTime() === stop.visit.starts_at.getTime()) continue;
    await changeVisit(ctx.tx, stop.visit, { starts_at: startsAt, ends_at: endsAt }, false);
  }
}

function timeOf({ visit, doctor, day, minutesAt, minutes }: PlannedStop) {
  const zone = visit?.zone ?? zoneOf(doctor.department ?? doctor.fund_department);
  const startsAt = instantAt(day, minutesAt, zone);
  return { zone, startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

async function reasonsOf(ctx: Context, stops: readonly PlannedStop[], weekOn: string): Promise<Map<number, string>> {
  const known = new Map(
    (
      await factsInForce(
        ctx.tx,
        stops.map(({ doctor }) => doctor.id),
      )
    ).map((facts) => [facts.doctor_id, facts]),
  );
  return new Map(stops.map(({ doctor }) => [doctor.id, reasonFor(ctx, doctor, known.get(doctor.id) ?? {}, weekOn)]));
}

function reasonFor(ctx: Context, doctor: VisitDoctor, facts: Partial<FactsRow>, weekOn: string): string {
  const version = versionOn(dayOf(ctx.now), "INDIVIDUAL")!;
  const row = { ...NOTHING_KNOWN, ...facts, specialty: doctor.specialty, zone: doctor.area };
  return reasonOf(
    {
      verdict: doctor.verdict,
      nearMiss: doctor.verdict === "no" ? rowReason(row, doctor, version) : null,
      lastMetOn: doctor.last_met_at === null ? null : dayOf(doctor.last_met_at),
      lastResult: doctor.last_result,
      promisedOn: doctor.promised_on,
    },
    weekOn,
  );
}

function answerOf(week: WeekInHand, plan: Plan, stops: readonly PlannedStop[], { roadsFailed }: Saving): WeekAnswer {
  const { gathered } = week;
  const answered: AnsweredStop[] = stops.map(({ doctor, day, minutesAt }) => ({
    doctorId: doctor.id,
    name: nameOf(doctor),
    day,
    minutes: minutesAt,
    area: doctor.area,
  }));
  const now = { stops: answered, drivingSeconds: plan.travelSeconds };
  const before = week.plan.answer;
  const conflicts = plan.conflicts.map((conflict) =>
    conflictSentence(conflict, gathered.days, (id) => nameOf(gathered.stops.get(id)!.doctor)),
  );
  return {
    ...(conflicts.length > 0 && before ? { stops: before.stops, drivingSeconds: before.drivingSeconds } : now),
    shifts: stops.flatMap(shiftOf),
    conflicts,
    considered: gathered.stops.size,
    leftOut: countsOf(week, plan),
    assumedHours: stops.filter(({ hoursAreAssumed }) => hoursAreAssumed).length,
    atCommune: stops.filter(({ doctor }) => !doctor.is_placed).length,
    travel: plan.travelSource as TravelSource,
    roadsFailed,
    difference: before && conflicts.length === 0 ? differenceOf(before, now) : null,
  };
}

function shiftOf({ visit, day, minutesAt }: PlannedStop): Shift[] {
  if (visit?.state !== "booked") return [];
  const wall = wallAt(visit.starts_at, visit.zone);
  return wall.day === day && wall.minutes === minutesAt ? [] : [{ visitId: visit.id, day, minutes: minutesAt }];
}

/** The planner only knows that somebody is excluded; why, is known here. */
function countsOf({ gathered }: WeekInHand, plan: Plan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { candidate, reason } of plan.unplanned) {
    const why = reason === "excluded" ? (gathered.stops.get(candidate)?.out ?? reason) : reason;
    counts[why] = (counts[why] ?? 0) + 1;
  }
  return counts;
}

function nameOf({ last_name, first_name }: VisitDoctor): string {
  return politeName({ lastName: last_name, firstName: first_name });
}
