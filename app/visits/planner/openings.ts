import { cheapestGap, found, NEVER } from "./gaps";
import { earliestStart } from "./terrain";
import type { Tours } from "./tours";
import type { Workbench } from "./workbench";

/** Unvisited doctors far from every changed stop, looked at per iteration when the neighbour lists do not hold everyone. */
const FAR_SAMPLE = 40;

/** Not planned, and no other address of the same doctor is. */
export function isOpen(bench: Workbench, c: number): boolean {
  const { tours, terrain } = bench;
  if (tours.dayOf[c]! >= 0) return false;
  const group = terrain.group[c]!;
  return group < 0 || tours.groupUse[group] === 0;
}

/** The stop before a position, -1 for the base: unlike the position it stays true when other gaps are filled. */
export function stopBefore(tours: Tours, day: number, position: number): number {
  return position === 1 ? -1 : tours.stops[day * tours.stride + position - 1]!;
}

export function positionAfter(tours: Tours, stop: number): number {
  return stop < 0 ? 1 : tours.placeOf[stop]! + 1;
}

/** Lists the unplanned candidates that fit somewhere in the touched days; those just removed may also go to other days. */
export function findOpenings(bench: Workbench): void {
  const { terrain, tours, random, removed } = bench;
  clearOpenings(bench);
  for (let d = 0; d < terrain.days; d++) {
    if (bench.touched[d] && tours.visits[d]! < terrain.maxVisits[d]!) findNearby(bench, d);
  }
  const complete = bench.nearCount >= terrain.candidates - 1;
  for (let i = 0; i < bench.removedCount; i++) findAnywhere(bench, removed[i]!, !complete, true);
  if (complete) return;
  for (let i = 0; i < FAR_SAMPLE; i++) findAnywhere(bench, random.below(terrain.candidates), true, false);
}

/** Every unplanned candidate in every day: slower, leaves nothing out. */
export function findAllOpenings(bench: Workbench): void {
  clearOpenings(bench);
  for (let c = 0; c < bench.terrain.candidates; c++) findAnywhere(bench, c, true, true);
}

function clearOpenings(bench: Workbench): void {
  bench.gapCost.fill(NEVER);
  bench.bestCost.fill(NEVER);
  bench.stale.fill(0);
  bench.activeCount = 0;
}

function findAnywhere(bench: Workbench, c: number, inTouched: boolean, inOthers: boolean): void {
  const { terrain, tours, touched } = bench;
  if (!isOpen(bench, c)) return;
  for (let d = 0; d < terrain.days; d++) {
    if (terrain.frozen[d] || !(touched[d] ? inTouched : inOthers)) continue;
    const cost = cheapestGap(tours, c, d);
    if (cost < bench.gapCost[d * terrain.candidates + c]!)
      note(bench, c, d, cost, stopBefore(tours, d, found.position));
  }
}

function note(bench: Workbench, c: number, day: number, cost: number, after: number): void {
  const { terrain, gapCost, gapAfter, bestCost, bestDay } = bench;
  const slot = day * terrain.candidates + c;
  if (bestCost[c] === NEVER) {
    if (!isOpen(bench, c)) return;
    bench.active[bench.activeCount++] = c;
  }
  gapCost[slot] = cost;
  gapAfter[slot] = after;
  if (cost < bestCost[c]!) {
    bestCost[c] = cost;
    bestDay[c] = day;
  }
}

/**
 * Walks the gaps of a day and, for each, the doctors near the stop before it. A detour longer than the gap's spare time
 * cannot fit; by the triangle inequality nobody farther than half of it can, so the walk stops there.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the hottest loop of the search stays flat, calls would slow it
function findNearby(bench: Workbench, day: number): void {
  const { terrain, tours, gapCost, near, nearWay, nearCount } = bench;
  const { rows, into, service, open, close, several } = terrain;
  const { stops, leaves, leavesFrom, latest, leg, dayOf, stride } = tours;
  const slots = day * terrain.candidates;
  const base = day * stride;
  const end = base + tours.length[day]! + 1;
  const lunch = base + tours.lunchAt[day]!;
  const afterLunch = stops[lunch + 1]! * rows;
  const lunchFrom = terrain.lunchFrom[day]!;
  const lunchTo = terrain.lunchTo[day]!;
  const lunchLength = terrain.lunchLength[day]!;
  const least = terrain.shortestService - terrain.shortcut;
  for (let k = base + 1; k <= end; k++) {
    const free = leaves[k - 1]!;
    const limit = latest[k]!;
    const span = leg[k]!;
    const room = limit - free - span - least;
    if (room < 0) continue;
    const farthest = (k === lunch ? leg[k + 1]! : span) + (room >> 1) + 1;
    const next = stops[k]! * rows;
    const first = leavesFrom[k - 1]! * nearCount;
    for (let i = first; i < first + nearCount; i++) {
      const way = nearWay[i]!;
      if (way > farthest) break;
      const c = near[i]!;
      if (dayOf[c]! >= 0) continue;
      let at = free + way;
      if (at > close[slots + c]!) continue;
      if (at < open[slots + c]!) at = open[slots + c]!;
      else if (several[slots + c]! >= 0) at = earliestStart(terrain, slots + c, at);
      let cost: number;
      if (k === lunch) {
        const sits = Math.max(at + service[c]!, lunchFrom);
        const on = into[afterLunch + c]!;
        if (sits > lunchTo || sits + lunchLength - service[c]! + on > latest[k + 1]!) continue;
        cost = way + on - leg[k + 1]!;
      } else {
        const on = into[next + c]!;
        if (at + on > limit) continue;
        cost = way + on - span;
      }
      if (cost < gapCost[slots + c]!) note(bench, c, day, cost, k === base + 1 ? -1 : stops[k - 1]!);
    }
  }
}
