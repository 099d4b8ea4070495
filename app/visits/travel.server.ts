import type { Context } from "~/access/context";
import { estimatedSeconds, type Place } from "~/geo/estimate";
import type { TravelMatrix } from "./planner/problem";

/** Minutes to park and walk in, for every way to another door. */
const PARKING_SECONDS = 4 * 60;

/** Travel times between all these places, parking and the delegate's safety share included. */
export async function travelBetween(
  _ctx: Context,
  places: readonly Place[],
  safetyPercent: number,
): Promise<TravelMatrix> {
  const size = places.length;
  const seconds = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const driving = estimatedSeconds(places[i]!, places[j]!);
      seconds[i * size + j] = Math.round((driving * (100 + safetyPercent)) / 100) + (j === 0 ? 0 : PARKING_SECONDS);
    }
  }
  return { size, seconds, source: "estimate" };
}
