import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { dayIn, instantAt, wallAt } from "~/calendar/zoned";
import type { Place } from "~/geo/estimate";
import { absencesBetween, settingOf } from "~db/queries/delegate-settings";
import { closuresOf, hoursOf } from "~db/queries/doctor-hours";
import { fundSheet } from "~db/queries/funds";
import { alreadyBooked, doctorsWorthAVisit, type VisitDoctor, visitDoctorsOf } from "~db/queries/visit-doctors";
import { type VisitSheet, visitsBetween } from "~db/queries/visits";
import { placesOf } from "./places";
import type { Problem } from "./planner/problem";
import { problemOf } from "./problem-of";
import { type GatheredStop, seeableOf } from "./seeable";
import { type Setting, USUAL_SETTING } from "./setting";
import { travelBetween } from "./travel.server";
import { workingSpan } from "./working-days";

/** All that a plan of some days needs, read at once: the same for a week, a free slot and a replacement. */
export interface Gathered {
  readonly days: readonly Day[];
  readonly zone: string;
  readonly setting: Setting;
  readonly problem: Problem;
  /** Who each candidate of the problem is: `d:12` a doctor, `v:uuid` a visit that exists. */
  readonly stops: ReadonlyMap<string, GatheredStop>;
  /** Where each row of the travel matrix is; row 0 is the base. */
  readonly places: readonly Place[];
}

export interface Wanted {
  readonly days: readonly Day[];
  /** How many doctors of the ranking to consider. */
  readonly most: number;
  /** Doctors to consider whatever their rank and the time since they were met. */
  readonly also?: readonly number[];
  /** Doctors not to be proposed: taken out of this week, or proposed in another. */
  readonly except?: readonly number[];
  /** Suggestions that nobody has accepted: kept as candidates with their visit, or forgotten to be found anew. */
  readonly suggestions: "kept" | "forgotten";
}

/** Null when the delegate has not said where they start from. */
export async function gather(ctx: Context, wanted: Wanted): Promise<Gathered | null> {
  const { tx, actor, now } = ctx;
  const setting = (await settingOf(tx, actor.id)) ?? USUAL_SETTING;
  const fund = await fundSheet(tx, actor.fundIds[0]!);
  if (setting.base === null || !fund) return null;
  const { days } = wanted;
  const [first, last] = [days[0]!, days.at(-1)!];
  const visits = await visitsToHold(ctx, wanted, fund.zone);
  const doctors = await doctorsToConsider(ctx, wanted, visits);
  const ids = [...doctors.keys()];
  const { places, rowOf } = placesOf(setting.base, [...doctors.values()]);
  const { stops, seeable } = seeableOf({
    days,
    now,
    fund,
    visits,
    doctors,
    rowOf,
    also: wanted.also ?? [],
    except: wanted.except ?? [],
    hours: await hoursOf(tx, ids),
    closures: await closuresOf(tx, ids, first, last),
    booked: await alreadyBooked(tx, ids, now),
    visitMinutes: setting.visitMinutes,
  });
  const absences = await absencesBetween(tx, actor.id, first, last);
  const wall = wallAt(now, fund.zone);
  const worked = days.map((day) => ({
    day,
    span: workingSpan(day, setting, absences, wall, holidayIn(fund.department, day) !== null),
  }));
  const travel = await travelBetween(ctx, places, setting.safetyPercent);
  const problem = problemOf({ days: worked, setting, seeable, travel });
  return { days, zone: fund.zone, setting, problem, stops, places };
}

function visitsToHold(ctx: Context, { days, suggestions }: Wanted, zone: string): Promise<VisitSheet[]> {
  const from = instantAt(days[0]!, 0, zone);
  const to = instantAt(days.at(-1)!, 24 * 60, zone);
  return visitsBetween(ctx.tx, ctx.actor.id, from, to, ["proposed", "booked", "done"]).then((visits) =>
    visits.filter(
      ({ state, firmness, starts_at }) =>
        days.includes(dayIn(zone, starts_at)) &&
        (state !== "proposed" || (starts_at > ctx.now && (suggestions === "kept" || firmness !== "suggestion"))),
    ),
  );
}

async function doctorsToConsider(
  ctx: Context,
  { most, also = [] }: Wanted,
  visits: readonly VisitSheet[],
): Promise<Map<number, VisitDoctor>> {
  const ranked = await doctorsWorthAVisit(ctx.tx, ctx.actor.fundIds[0]!, most);
  const known = new Set(ranked.map(({ id }) => id));
  const named = [...also, ...visits.map(({ doctor_id }) => doctor_id)].filter((id) => !known.has(id));
  const others = named.length === 0 ? [] : await visitDoctorsOf(ctx.tx, [...new Set(named)]);
  return new Map([...ranked, ...others].map((doctor) => [doctor.id, doctor]));
}
