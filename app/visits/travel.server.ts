import type { Context } from "~/access/context";
import { estimatedSeconds, type Place } from "~/geo/estimate";
import { blocksToAsk, type RoadBlock, roadKey } from "~/geo/roads";
import { knownRoads, NOT_ASKED } from "~db/queries/roads";
import type { TravelMatrix } from "./planner/problem";

/** Seconds to park and walk in, for every way to another door. */
const PARKING_SECONDS = 4 * 60;

/** Appointments are told in steps of five minutes, so ways are too: rounded to the nearest, never to nothing. */
const STEP = 300;

export type TravelSource = "estimate" | "road" | "mixed";

/**
 * Travel times between all these places, parking and the delegate's safety share included: by road where the road service
 * was asked before, estimated elsewhere. Nothing is asked here, for a transaction is open.
 */
export async function travelBetween(
  ctx: Context,
  places: readonly Place[],
  safetyPercent: number,
): Promise<TravelMatrix> {
  const size = places.length;
  const { keys, keyOf } = keysOf(places);
  const known = await knownRoads(ctx.tx, keys);
  const seconds = new Int32Array(size * size);
  const count = { road: 0, estimate: 0 };
  const drivingSeconds = (i: number, j: number): number => {
    const isOnePoint = keyOf[i] === keyOf[j];
    const road = isOnePoint ? NOT_ASKED : (known?.[keyOf[i]! * keys.length + keyOf[j]!] ?? NOT_ASKED);
    if (!isOnePoint) count[road >= 0 ? "road" : "estimate"]++;
    return road >= 0 ? road : estimatedSeconds(places[i]!, places[j]!);
  };
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const whole = (drivingSeconds(i, j) * (100 + safetyPercent)) / 100 + (j === 0 ? 0 : PARKING_SECONDS);
      seconds[i * size + j] = Math.max(1, Math.round(whole / STEP)) * STEP;
    }
  }
  return { size, seconds, source: sourceOf(count) };
}

function sourceOf({ road, estimate }: { road: number; estimate: number }): TravelSource {
  if (road === 0) return "estimate";
  return estimate === 0 ? "road" : "mixed";
}

/** What a road service has still to be asked, in blocks it accepts. */
export async function roadsToAsk(ctx: Context, places: readonly Place[]): Promise<RoadBlock[]> {
  const { keys } = keysOf(places);
  const known = await knownRoads(ctx.tx, keys);
  const rows = new Map(keys.map((key, row) => [key, row]));
  return blocksToAsk(
    keys,
    (from, to) => known !== null && known[rows.get(from)! * keys.length + rows.get(to)!] !== NOT_ASKED,
  );
}

function keysOf(places: readonly Place[]) {
  const rows = new Map<number, number>();
  const keyOf = places.map((place) => {
    const key = roadKey(place);
    if (!rows.has(key)) rows.set(key, rows.size);
    return rows.get(key)!;
  });
  return { keys: [...rows.keys()], keyOf };
}
