import type { PlanDay, TravelMatrix } from "../planner/problem";

/** A visit of a day, in seconds since midnight, at a row of the travel matrix. */
export interface TourStop {
  readonly id: string;
  readonly place: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface TourLeg {
  readonly seconds: number;
  /** How much time is short to be there at the hour told; 0 when it can be kept. */
  readonly missing: number;
}

export interface DayTour {
  readonly departsAt: number;
  readonly returnsAt: number;
  /** The way to each stop. */
  readonly legs: readonly TourLeg[];
  readonly homeSeconds: number;
  readonly drivingSeconds: number;
  /** After how many stops the lunch is taken, and when; null: there is none, or no room is left for it. */
  readonly lunch: { readonly after: number; readonly startsAt: number; readonly endsAt: number } | null;
  readonly lacksLunch: boolean;
}

/** The ways between the visits of a day at the hours they have, whoever set them; null on a day without visits. */
export function tourOf(day: PlanDay, stops: readonly TourStop[], travel: TravelMatrix): DayTour | null {
  if (stops.length === 0) return null;
  const way = (from: number, to: number) => travel.seconds[from * travel.size + to] ?? 0;
  const ways = stops.map(({ place }, i) => way(stops[i - 1]?.place ?? day.startPlace, place));
  const homeSeconds = way(stops.at(-1)!.place, day.endPlace);
  const legs = stops.map(({ startsAt }, i) => {
    const free = stops[i - 1]?.endsAt ?? Number.NEGATIVE_INFINITY;
    return { seconds: ways[i]!, missing: Math.max(0, free + ways[i]! - startsAt) };
  });
  const departsAt = stops[0]!.startsAt - ways[0]!;
  const lunch = lunchBetween(day, stops, ways);
  return {
    departsAt,
    returnsAt: stops.at(-1)!.endsAt + homeSeconds,
    legs,
    homeSeconds,
    drivingSeconds: ways.reduce((sum, seconds) => sum + seconds, homeSeconds),
    lunch,
    lacksLunch: day.lunch !== null && lunch === null,
  };
}

/** The first break long enough within the lunch hours; lunch is taken where the visit before it was. */
function lunchBetween({ lunch, departsFrom, returnsBy }: PlanDay, stops: readonly TourStop[], ways: readonly number[]) {
  if (!lunch) return null;
  for (let after = 0; after <= stops.length; after++) {
    const startsAt = Math.max(lunch.from, after === 0 ? departsFrom : stops[after - 1]!.endsAt);
    const endsAt = startsAt + lunch.length;
    const until = after === stops.length ? returnsBy : stops[after]!.startsAt - ways[after]!;
    if (startsAt <= lunch.to && endsAt <= until) return { after, startsAt, endsAt };
  }
  return null;
}
