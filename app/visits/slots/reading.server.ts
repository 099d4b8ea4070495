import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { weekday } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { instantAt, wallAt } from "~/calendar/zoned";
import { zoneOf } from "~/calendar/zones";
import { absencesBetween, settingOf } from "~db/queries/delegate-settings";
import { closuresOf, hoursOf } from "~db/queries/doctor-hours";
import type { comingVisits } from "~db/queries/doctor-visits";
import type { fundSheet } from "~db/queries/funds";
import { type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { visitsBetween } from "~db/queries/visits";
import { ASSUMED_HOURS, type Closure, openingsOver, type WeekHours } from "../hours";
import { placesOf } from "../places";
import type { TravelMatrix } from "../planner/problem";
import { type Setting, USUAL_SETTING } from "../setting";
import { travelBetween } from "../travel.server";
import { workingSpan } from "../working-days";
import type { DayFacts } from "./day-words";
import type { SlotDay } from "./slots";

export interface Reading {
  readonly doctor: VisitDoctor;
  readonly fund: NonNullable<Awaited<ReturnType<typeof fundSheet>>>;
  /** Whose week it is. A colleague's base is theirs alone, so that their roads cannot be counted. */
  readonly delegateId: string;
  readonly days: readonly Day[];
  /** The visit that is looking for another time. */
  readonly exceptId: string | null;
  readonly coming: Awaited<ReturnType<typeof comingVisits>>;
}

export interface ReadDays {
  readonly days: readonly SlotDay[];
  readonly facts: readonly DayFacts[];
  readonly hoursAreAssumed: boolean;
  readonly setting: Setting;
  readonly place: number | null;
  readonly travel: TravelMatrix | null;
}

/** The days of the delegate and of the practice side by side, and the ways between. */
export async function readDays(ctx: Context, reading: Reading): Promise<ReadDays> {
  const { tx, now } = ctx;
  const { doctor, fund, delegateId, days } = reading;
  const [first, last] = [days[0]!, days.at(-1)!];
  const setting = (delegateId === ctx.actor.id ? await settingOf(tx, delegateId) : null) ?? USUAL_SETTING;
  const absences = await absencesBetween(tx, delegateId, first, last);
  const visits = await standingVisits(ctx, reading);
  const hours = (await hoursOf(tx, [doctor.id])).get(doctor.id) ?? null;
  const closures = (await closuresOf(tx, [doctor.id], first, last)).get(doctor.id) ?? [];
  const { place, placeOf, travel } = await waysBetween(ctx, setting, doctor, visits);
  const department = doctor.department ?? fund.department;
  const isHoliday = (day: Day) => holidayIn(department, day) !== null;
  const wall = wallAt(now, fund.zone);
  const openings = openingsOver(days, hours, closures, isHoliday, wallAt(now, zoneOf(department)));
  const slotDays = days.map((day, at) => ({
    day,
    span: workingSpan(day, setting, absences, wall, holidayIn(fund.department, day) !== null),
    lunch: setting.lunch,
    mostVisits: setting.mostVisits,
    stops: visits.flatMap((visit) => {
      const span = spanOn(day, visit, fund.zone);
      return span ? [{ from: span[0], to: span[1], place: placeOf(visit.doctor_id) }] : [];
    }),
    openings: openings[at]!,
    taken: reading.coming.flatMap((visit) => {
      const span = visit.id === reading.exceptId ? null : spanOn(day, visit, visit.zone);
      return span ? [span] : [];
    }),
  }));
  const facts = slotDays.map(({ day, stops }) => ({
    ...{ day, today: wall.day, holiday: holidayIn(department, day) ?? holidayIn(fund.department, day) },
    ...practiceFacts(day, hours, closures),
    isWorked: setting.hours[weekday(day) - 1] != null,
    visits: stops.length,
    mostVisits: setting.mostVisits,
  }));
  return { days: slotDays, facts, hoursAreAssumed: hours === null, setting, place, travel };
}

function practiceFacts(day: Day, hours: WeekHours | null, closures: readonly Closure[]) {
  return {
    closure: closures.find(({ fromOn, toOn }) => fromOn <= day && day <= toOn) ?? null,
    hasHours: ((hours ?? ASSUMED_HOURS)[weekday(day) - 1] ?? []).length > 0,
  };
}

async function standingVisits(ctx: Context, { days, fund, delegateId, exceptId }: Reading) {
  const from = instantAt(days[0]!, 0, fund.zone);
  const to = instantAt(days.at(-1)!, 24 * 60, fund.zone);
  const visits = await visitsBetween(ctx.tx, delegateId, from, to, ["booked", "done"]);
  return visits.filter(({ id }) => id !== exceptId);
}

async function waysBetween(
  ctx: Context,
  setting: Setting,
  doctor: VisitDoctor,
  visits: readonly { doctor_id: number }[],
) {
  if (setting.base === null) return { place: null, placeOf: () => null, travel: null };
  const others = await visitDoctorsOf(ctx.tx, [...new Set(visits.map(({ doctor_id }) => doctor_id))]);
  const known = new Map([doctor, ...others].map((each) => [each.id, each]));
  const { places, rowOf } = placesOf(setting.base, [...known.values()]);
  const placeOf = (doctorId: number) => {
    const each = known.get(doctorId);
    return each ? rowOf(each) : null;
  };
  return { place: placeOf(doctor.id), placeOf, travel: await travelBetween(ctx, places, setting.safetyPercent) };
}

/** Minutes of that day, on the wall of that zone; null on another day. */
function spanOn(
  day: Day,
  { starts_at, ends_at }: { starts_at: Date; ends_at: Date },
  zone: string,
): readonly [number, number] | null {
  const start = wallAt(starts_at, zone);
  if (start.day !== day) return null;
  return [start.minutes, start.minutes + Math.round((ends_at.getTime() - starts_at.getTime()) / 60_000)];
}
