import { randomUUID } from "node:crypto";
import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { dayIn, hhmm, wallAt } from "~/calendar/zoned";
import { clockTime } from "~/format/dates";
import { politeName, properCase } from "~/format/names";
import { visitById } from "~db/queries/visits";
import type { Problem } from "../planner/problem";
import { bestInsertions, type Insertion } from "../planner/questions";
import type { GatheredStop } from "../seeable";
import { planAsItStands, type Standing } from "../week/as-it-stands";
import { reasonOf } from "../week/reason";
import { type DayRoads, roadsOfDay } from "./day-ahead.server";

/** Doctors of the ranking that a hole is filled from. */
export const MOST_CONSIDERED = 400;
const OFFERED = 3;
/** More are looked at than offered: some would move another visit, and nobody asked for that. */
const LOOKED_AT = 30;

export interface Replacement {
  /** Made here, so that a double tap books once. */
  readonly bookingId: string;
  readonly doctorId: number;
  readonly name: string;
  readonly town: string;
  readonly phone: string | null;
  readonly area: string | null;
  readonly reason: string;
  readonly at: string;
  readonly minutes: number;
  readonly length: number;
  /** The way from the stop before, and what it adds to the day. */
  readonly drivingMinutes: number;
  readonly extraMinutes: number;
}

/** Three doctors who fit where a visit was cancelled, without moving any other. Null when that visit is not a hole. */
export async function replacementsFor(ctx: Context, visitId: string) {
  const visit = await visitById(ctx.tx, visitId);
  if (visit?.state !== "cancelled" || visit.delegate_id !== ctx.actor.id) return null;
  const { day, minutes } = wallAt(visit.starts_at, visit.zone);
  const roads =
    day < dayIn(visit.zone, ctx.now)
      ? null
      : await roadsOfDay(ctx, day, { most: MOST_CONSIDERED, except: [visit.doctor_id] });
  return {
    day,
    visitId,
    name: politeName({ lastName: visit.last_name, firstName: visit.first_name }),
    at: clockTime(hhmm(minutes)),
    offers: roads ? offersAround(roads, minutes * 60, day) : [],
  };
}

/** Those who fit in the hole; when they are too few, those who fit at another hour of that day. */
function offersAround(roads: DayRoads, middle: number, day: string): Replacement[] {
  const { gathered, standing } = roads;
  const before = standing.filter(({ endsAt }) => endsAt <= middle).at(-1);
  const after = standing.find(({ startsAt }) => startsAt > middle);
  const hole = { day: 0, ...(before ? { from: before.endsAt } : {}), ...(after ? { to: after.startsAt } : {}) };
  const isPlaced = (stop?: Standing): stop is Standing =>
    stop !== undefined && gathered.stops.get(stop.id)?.place != null;
  const beside = [before, after].filter(isPlaced);
  const narrow = problemOfHole(roads, beside, after);
  const inHole = fitting(gathered, bestInsertions(narrow, planAsItStands(narrow, beside), hole, LOOKED_AT));
  const anyHour =
    inHole.length >= OFFERED
      ? []
      : fitting(
          gathered,
          bestInsertions(gathered.problem, planAsItStands(gathered.problem, standing), { day: 0 }, LOOKED_AT),
        );
  const known = new Set(inHole.map(({ candidate }) => candidate));
  return [...inHole, ...anyHour.filter(({ candidate }) => !known.has(candidate))]
    .slice(0, OFFERED)
    .map((insertion) => offerOf(roads, insertion, day));
}

/** Doctors without a visit, who move nobody. */
function fitting({ stops }: DayRoads["gathered"], found: readonly Insertion[]): Insertion[] {
  return found.filter(({ candidate, shifted }) => shifted.length === 0 && stops.get(candidate)?.visit === null);
}

/**
 * The hole with the two visits that hold its sides, at the hour they have: whatever else goes wrong that day, a doctor
 * who fits between them fits. The lunch stays when it is taken there.
 */
function problemOfHole({ gathered, standing, tour }: DayRoads, beside: readonly Standing[], after?: Standing): Problem {
  const { problem } = gathered;
  const [day] = problem.days;
  const isKept = (id: string) => gathered.stops.get(id)?.visit === null || beside.some((stop) => stop.id === id);
  const place = after ? standing.indexOf(after) : standing.length;
  const hasLunch = standing.length === 0 || tour?.lunch?.after === place;
  return {
    ...problem,
    days: [{ ...day!, lunch: hasLunch ? day!.lunch : null, maxVisits: beside.length + 1 }],
    candidates: problem.candidates.filter(({ id }) => isKept(id)),
    locks: beside.map(({ id, startsAt }) => ({ candidate: id, day: 0, start: { from: startsAt, to: startsAt } })),
  };
}

function offerOf({ gathered, standing }: DayRoads, insertion: Insertion, day: string): Replacement {
  const { candidate, startsAt, extraSeconds } = insertion;
  const from = standing.filter((stop) => stop.endsAt <= startsAt).at(-1)?.place ?? 0;
  const { doctor, minutes: length, place } = gathered.stops.get(candidate) as GatheredStop;
  const { travel } = gathered.problem;
  const minutes = Math.round(startsAt / 60);
  return {
    bookingId: randomUUID(),
    doctorId: doctor.id,
    name: politeName({ lastName: doctor.last_name, firstName: doctor.first_name }),
    town: properCase(doctor.town ?? ""),
    phone: doctor.phone,
    area: doctor.area,
    reason: reasonOf(
      {
        verdict: doctor.verdict,
        nearMiss: null,
        lastMetOn: doctor.last_met_at === null ? null : dayOf(doctor.last_met_at),
        lastResult: doctor.last_result,
        promisedOn: doctor.promised_on,
      },
      day,
    ),
    at: clockTime(hhmm(minutes)),
    minutes,
    length,
    drivingMinutes: Math.round((travel.seconds[from * travel.size + (place ?? 0)] ?? 0) / 60),
    extraMinutes: Math.round((extraSeconds - length * 60) / 60),
  };
}
