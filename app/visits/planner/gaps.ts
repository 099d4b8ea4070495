import { earliestStart } from "./terrain";
import type { Tours } from "./tours";

export const NEVER = 0x3fffffff;

/** Where the last search ended; a shared cell instead of a fresh object for each of millions of calls. */
export const found = { day: 0, position: 0, cost: NEVER };

/** The cheapest place of an unplanned candidate in a day, into `found`; cost is the extra time: way and service, not waiting. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the hottest loop of the search stays flat, calls would slow it
export function cheapestGap(tours: Tours, node: number, day: number): number {
  const { terrain, stops, leaves, leavesFrom, latest, leg } = tours;
  const { out, into, rows } = terrain;
  const slot = day * terrain.candidates + node;
  const open = terrain.open[slot]!;
  const close = terrain.close[slot]!;
  const several = terrain.several[slot]! >= 0;
  const done = open + terrain.service[node]!;
  const row = node * rows;
  const base = day * tours.stride;
  const end = base + tours.length[day]! + 1;
  const lunch = base + tours.lunchAt[day]!;
  let best = NEVER;
  let position = 0;
  found.cost = NEVER;
  const need = terrain.service[node]! - terrain.shortcut;
  if (close < open || tours.roomiest[day]! < need || tours.visits[day]! >= terrain.maxVisits[day]!) return NEVER;
  for (let k = base + 1; k <= end; k++) {
    const free = leaves[k - 1]!;
    if (free > close) break;
    const limit = latest[k]!;
    if (limit < done || limit - free - leg[k]! < need) continue;
    const way = into[row + leavesFrom[k - 1]!]!;
    let at = free + way;
    if (at > close) continue;
    if (at < open) at = open;
    else if (several) at = earliestStart(terrain, slot, at);
    let cost: number;
    if (k === lunch) {
      cost = costBeforeLunch(tours, node, day, k, way, at);
    } else {
      const on = out[row + stops[k]!]!;
      if (at + on > limit) continue;
      cost = way + on - leg[k]!;
    }
    if (cost < best) {
      best = cost;
      position = k - base;
    }
  }
  found.position = position;
  found.cost = best;
  return best;
}

/** The cheapest place over the days that may change, or over the `among` of them, into `found`. */
export function cheapestOf(tours: Tours, node: number, among?: Uint8Array): number {
  let best = NEVER;
  let day = 0;
  let position = 0;
  for (let d = 0; d < tours.terrain.days; d++) {
    if (tours.terrain.frozen[d] || (among && !among[d])) continue;
    if (cheapestGap(tours, node, d) >= best) continue;
    best = found.cost;
    day = d;
    position = found.position;
  }
  found.day = day;
  found.position = position;
  found.cost = best;
  return best;
}

/** Whether a candidate fits at one position; its extra time, or NEVER. */
export function costAt(tours: Tours, node: number, day: number, position: number): number {
  const { terrain, stops, leaves, leavesFrom, latest, leg } = tours;
  const slot = day * terrain.candidates + node;
  const row = node * terrain.rows;
  const k = day * tours.stride + position;
  const way = terrain.into[row + leavesFrom[k - 1]!]!;
  let at = leaves[k - 1]! + way;
  if (at > terrain.close[slot]!) return NEVER;
  if (at < terrain.open[slot]!) at = terrain.open[slot]!;
  else if (terrain.several[slot]! >= 0) at = earliestStart(terrain, slot, at);
  if (position === tours.lunchAt[day]) return costBeforeLunch(tours, node, day, k, way, at);
  const on = terrain.out[row + stops[k]!]!;
  return at + on > latest[k]! ? NEVER : way + on - leg[k]!;
}

/** The lunch is taken where the visit before it was, so the way after the lunch changes too. */
function costBeforeLunch(tours: Tours, node: number, day: number, lunch: number, way: number, at: number): number {
  const { terrain, stops, latest, leg } = tours;
  const service = terrain.service[node]!;
  let sits = at + service;
  if (sits < terrain.lunchFrom[day]!) sits = terrain.lunchFrom[day]!;
  if (sits > terrain.lunchTo[day]!) return NEVER;
  const on = terrain.out[node * terrain.rows + stops[lunch + 1]!]!;
  if (sits + terrain.lunchLength[day]! - service + on > latest[lunch + 1]!) return NEVER;
  return way + on - leg[lunch + 1]!;
}
