import { cheapestGap, found, NEVER } from "./gaps";
import type { Plan } from "./itinerary";
import { mandatory } from "./order";
import type { Ground } from "./prepare";
import type { Terrain } from "./terrain";
import { empty, place, retime, rewrite, type Tours } from "./tours";

/**
 * Lays an earlier plan over tours that hold the locked appointments only. A day that still stands is taken as it was;
 * otherwise its visits are put back around today's locks, the highest scores first, as far as they fit.
 */
export function loadPlan({ terrain, indexOf }: Ground, fixed: Tours, plan: Pick<Plan, "days">): Tours {
  for (let day = 0; day < terrain.days; day++) {
    const nodes: number[] = [];
    for (const { candidate } of plan.days[day]?.stops ?? []) {
      const node = candidate === null ? terrain.rows + day : indexOf.get(candidate);
      if (node !== undefined && isPossible(terrain, fixed, node, day)) nodes.push(node);
    }
    const locked = fixed.stops.slice(day * fixed.stride + 1, day * fixed.stride + fixed.length[day]! + 1);
    const complete = mandatory(terrain, day).every((node) => nodes.includes(node));
    if (complete && nodes.length <= fixed.stride - 2 && rewriteWhole(fixed, day, nodes)) continue;
    rewrite(fixed, day, locked, 0, locked.length);
    putBack(terrain, fixed, day, nodes);
  }
  return fixed;
}

/** When each stop of an earlier plan started, by node, lunches included: hours worth keeping. */
export function hoursOf({ terrain, indexOf }: Ground, plan: Pick<Plan, "days">): Map<number, number> {
  const hours = new Map<number, number>();
  plan.days.forEach((itinerary, day) => {
    for (const { candidate, startsAt } of itinerary?.stops ?? []) {
      const node = candidate === null ? terrain.rows + day : indexOf.get(candidate);
      if (node !== undefined) hours.set(node, startsAt);
    }
  });
  return hours;
}

function isPossible(terrain: Terrain, tours: Tours, node: number, day: number): boolean {
  if (node >= terrain.rows) return terrain.lunchLength[day]! > 0;
  const slot = day * terrain.candidates + node;
  if (terrain.close[slot]! < terrain.open[slot]!) return false;
  const group = terrain.group[node]!;
  return tours.dayOf[node] === day || (tours.dayOf[node]! < 0 && (group < 0 || tours.groupUse[group] === 0));
}

function rewriteWhole(tours: Tours, day: number, nodes: number[]): boolean {
  const sound = rewrite(tours, day, Int32Array.from(nodes), 0, nodes.length);
  if (sound && tours.visits[day]! <= tours.terrain.maxVisits[day]!) return true;
  empty(tours, day);
  return false;
}

function putBack(terrain: Terrain, tours: Tours, day: number, nodes: number[]): void {
  const visits = nodes.filter((node) => node < terrain.candidates && tours.dayOf[node]! < 0);
  visits.sort((a, b) => terrain.score[b]! - terrain.score[a]! || a - b);
  for (const node of visits) {
    if (cheapestGap(tours, node, day) === NEVER) continue;
    place(tours, node, day, found.position);
    retime(tours, day);
  }
}
