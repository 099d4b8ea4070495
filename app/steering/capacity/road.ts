import { estimatedSeconds, type Place } from "~/geo/estimate";
import type { Point } from "~/geo/point";

/** Visits of a usual day on the road: the way there and back is shared among them. */
const VISITS_A_DAY = 6;
/** To park and walk in, as the planner counts it. */
const PARKING_SECONDS = 4 * 60;

/** A commune as an end of the road: its middle, how many doctors are to be seen there, the nearest place with others. */
export interface Stop {
  readonly place: Place;
  readonly toSee: number;
  readonly nearest: Place | null;
}

/**
 * Minutes on the road for one visit of that commune, when the days begin and end at the centre of the sector: the way there
 * and back shared by the visits of a day, and one hop a visit, within the commune as long as it has doctors left.
 */
export function roadMinutes({ place, toSee, nearest }: Stop, centre: Place, safetyPercent: number): number {
  const within = estimatedSeconds(place, place);
  const away = nearest === null ? within : estimatedSeconds(place, nearest);
  const hop = toSee <= 0 ? within : ((toSee - 1) * within + away) / toSee;
  const driving = (2 * estimatedSeconds(centre, place) + (VISITS_A_DAY - 1) * hop) / VISITS_A_DAY;
  return (driving * (1 + safetyPercent / 100) + PARKING_SECONDS) / 60;
}

/** Where the work of a sector is, on average: its days begin and end there for want of better. */
export function centreOf(stops: readonly Pick<Stop, "place" | "toSee">[]): Place | null {
  const all = stops.reduce((sum, { toSee }) => sum + toSee, 0);
  if (stops.length === 0) return null;
  const share = (toSee: number) => (all === 0 ? 1 / stops.length : toSee / all);
  const mean = (read: (point: Point) => number) =>
    stops.reduce((sum, { place, toSee }) => sum + read(place) * share(toSee), 0);
  return {
    latitude: mean(({ latitude }) => latitude),
    longitude: mean(({ longitude }) => longitude),
    isApproximate: true,
    population: null,
  };
}
