import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { type Gathered, gather } from "../gathering.server";
import { type Standing, stopsOfDay } from "../week/as-it-stands";
import { type DayTour, tourOf } from "../week/day-tour";
import { standingOf } from "../week/standing";

/** The roads of one day between the visits it has. */
export interface DayRoads {
  readonly gathered: Gathered;
  readonly standing: readonly Standing[];
  readonly tour: DayTour | null;
}

/** Null when the delegate has not said where they start from: the hours are known, the roads are not. */
export async function roadsOfDay(
  ctx: Context,
  day: Day,
  { most = 0, except = [] }: { most?: number; except?: readonly number[] } = {},
): Promise<DayRoads | null> {
  const gathered = await gather(ctx, { days: [day], most, suggestions: "kept", except });
  if (!gathered) return null;
  const standing = stopsOfDay(standingOf(gathered.days, gathered.stops, []), 0);
  return { gathered, standing, tour: tourOf(gathered.problem.days[0]!, standing, gathered.problem.travel) };
}
