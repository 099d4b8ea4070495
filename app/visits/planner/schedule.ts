import type { Itinerary, Stop } from "./itinerary";
import type { Ground } from "./prepare";
import type { Problem } from "./problem";
import { earliestStart, latestStart } from "./terrain";
import type { Tours } from "./tours";

/**
 * The hours of one day. Without wishes: home as early as the order allows, and everything else as late as that permits,
 * so that waiting turns into a later departure. With wishes (earlier start per node): as near to them as possible.
 */
export function scheduleDay(
  problem: Problem,
  ground: Ground,
  tours: Tours,
  day: number,
  wishes?: ReadonlyMap<number, number>,
): Itinerary | null {
  if (!problem.days[day]!.works) return null;
  const count = tours.length[day]!;
  const starts = wishes ? wishedStarts(tours, day, wishes) : lateStarts(tours, day);
  const base = day * tours.stride;
  const { terrain } = tours;
  const firstLeg = count > 0 && tours.stops[base + 1]! < terrain.rows ? tours.leg[base + 1]! : 0;
  const departsAt = count > 0 ? starts[1]! - firstLeg : terrain.departsFrom[day]!;
  const stops: Stop[] = [];
  let freeAt = departsAt;
  for (let k = 1; k <= count; k++) {
    const node = tours.stops[base + k]!;
    const isLunch = node >= terrain.rows;
    const from = tours.leavesFrom[base + k - 1]!;
    const arrivesAt = isLunch ? freeAt : freeAt + terrain.out[from * terrain.rows + node]! - terrain.service[from]!;
    freeAt = starts[k]! + (isLunch ? terrain.lunchLength[day]! : terrain.service[node]!);
    stops.push({
      candidate: isLunch ? null : ground.usable[node]!.id,
      arrivesAt,
      startsAt: starts[k]!,
      endsAt: freeAt,
    });
  }
  const last = tours.leavesFrom[base + count]!;
  const home = terrain.out[last * terrain.rows + terrain.endRow[day]!]! - terrain.service[last]!;
  return { departsAt, returnsAt: freeAt + home, stops };
}

/** Backwards from the earliest end: each stop as late as the next one allows. */
function lateStarts(tours: Tours, day: number): Int32Array {
  const count = tours.length[day]!;
  const base = day * tours.stride;
  const starts = new Int32Array(count + 2);
  starts[count] = tours.start[base + count]!;
  for (let k = count - 1; k > 0; k--) {
    const node = tours.stops[base + k]!;
    const by = starts[k + 1]! - tours.leg[base + k + 1]! - extra(tours, day, k);
    starts[k] =
      node < tours.terrain.rows
        ? latestStart(tours.terrain, day * tours.terrain.candidates + node, by)
        : Math.min(by, tours.terrain.lunchTo[day]!);
  }
  return starts;
}

/** Forwards: each stop at its wished time if it can still be kept, never before the arrival, never too late for the rest. */
function wishedStarts(tours: Tours, day: number, wishes: ReadonlyMap<number, number>): Int32Array {
  const { terrain } = tours;
  const count = tours.length[day]!;
  const base = day * tours.stride;
  const starts = new Int32Array(count + 2);
  let leaves = tours.leaves[base]!;
  for (let k = 1; k <= count; k++) {
    const node = tours.stops[base + k]!;
    const arrives = leaves + tours.leg[base + k]!;
    const wish = Math.max(arrives, Math.min(wishes.get(node) ?? 0, tours.latest[base + k]!));
    starts[k] =
      node < terrain.rows
        ? earliestStart(terrain, day * terrain.candidates + node, wish)
        : Math.max(wish, terrain.lunchFrom[day]!);
    leaves = starts[k]! + extra(tours, day, k);
  }
  return starts;
}

/** From the start of a stop to the moment its `leg` counts from. */
function extra(tours: Tours, day: number, k: number): number {
  const node = tours.stops[day * tours.stride + k]!;
  if (node < tours.terrain.rows) return 0;
  return tours.terrain.lunchLength[day]! - tours.terrain.service[tours.leavesFrom[day * tours.stride + k]!]!;
}
