import type { Day } from "~/calendar/day";
import { wallAt } from "~/calendar/zoned";
import { politeName, properCase } from "~/format/names";
import type { PlanDay, TravelMatrix } from "../planner/problem";
import type { GatheredStop } from "../seeable";
import type { Standing } from "./as-it-stands";
import { type DayTour, tourOf } from "./day-tour";
import type { LunchView, StopView, TourView, VisitView } from "./view";

export interface DayToShow {
  readonly plan: PlanDay;
  readonly travel: TravelMatrix;
  /** In the order of their hours. */
  readonly standing: readonly Standing[];
  readonly stops: ReadonlyMap<string, GatheredStop>;
  readonly now: Date;
}

const minutesOf = (seconds: number) => Math.round(seconds / 60);

/** The day from leaving the base to being back; null when there is nobody to see. */
export function tourView({ plan, travel, standing, stops, now }: DayToShow): TourView | null {
  const tour = tourOf(plan, standing, travel);
  if (!tour) return null;
  return {
    departs: minutesOf(tour.departsAt),
    returns: minutesOf(tour.returnsAt),
    drivingMinutes: minutesOf(tour.drivingSeconds),
    homeMinutes: minutesOf(tour.homeSeconds),
    visits: standing.length,
    lacksLunch: tour.lacksLunch,
    stops: doorsOf(standing, stops, tour.lunch?.after ?? null).map((door) => ({
      ...doorView(door, tour, standing, stops),
      visits: door.map((stop) => visitView(stop, stops.get(stop.id)!, plan.id, now)),
    })),
  };
}

/** Visits one after the other at one address share a stop; a lunch between them makes two. */
function doorsOf(
  standing: readonly Standing[],
  stops: ReadonlyMap<string, GatheredStop>,
  lunchAfter: number | null,
): Standing[][] {
  const doors: Standing[][] = [];
  for (const [at, stop] of standing.entries()) {
    const door = doors.at(-1);
    const key = keyOf(stops.get(stop.id)!);
    if (door && at !== lunchAfter && key !== null && key === keyOf(stops.get(door[0]!.id)!)) door.push(stop);
    else doors.push([stop]);
  }
  return doors;
}

function keyOf({ doctor, visit }: GatheredStop): string | null {
  return visit?.practice_key ?? doctor.practice_key;
}

function doorView(
  door: readonly Standing[],
  tour: DayTour,
  standing: readonly Standing[],
  stops: ReadonlyMap<string, GatheredStop>,
): Omit<StopView, "visits"> {
  const first = standing.indexOf(door[0]!);
  const last = first + door.length - 1;
  const { doctor } = stops.get(door[0]!.id)!;
  const lunchAt = (isHere: (after: number) => boolean): LunchView | null =>
    tour.lunch && isHere(tour.lunch.after)
      ? { from: minutesOf(tour.lunch.startsAt), to: minutesOf(tour.lunch.endsAt) }
      : null;
  return {
    key: door[0]!.id,
    where: properCase(doctor.town ?? "Commune inconnue"),
    legMinutes: minutesOf(tour.legs[first]!.seconds),
    missingMinutes: minutesOf(Math.max(...tour.legs.slice(first, last + 1).map(({ missing }) => missing))),
    lunchBefore: lunchAt((after) => after === first),
    lunchAfter: lunchAt((after) => after === standing.length && last === standing.length - 1),
  };
}

function visitView({ startsAt, endsAt }: Standing, { visit, doctor }: GatheredStop, day: Day, now: Date): VisitView {
  const held = visit!;
  const wall = wallAt(held.starts_at, held.zone);
  const isShifted = wall.day !== day || wall.minutes !== minutesOf(startsAt);
  return {
    id: held.id,
    version: held.version,
    doctorId: doctor.id,
    name: politeName({ lastName: doctor.last_name, firstName: doctor.first_name }),
    from: minutesOf(startsAt),
    to: minutesOf(endsAt),
    now: isShifted ? wall : null,
    state: held.state,
    firmness: held.firmness,
    area: doctor.area,
    reason: held.reason,
    isPast: held.starts_at <= now,
  };
}
