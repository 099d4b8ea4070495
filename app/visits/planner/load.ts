import { cheapestGap, found, NEVER } from "./gaps";
import type { Plan } from "./itinerary";
import { layBound, mandatory } from "./order";
import type { Ground } from "./prepare";
import { type Homeless, insertCheapest, looseVisits, settle, stopsOf } from "./settle";
import type { Terrain } from "./terrain";
import { emptyTours, insert, rewrite, type Tours } from "./tours";

/**
 * Lays an earlier plan over empty tours, today's locks first. A day that still stands is taken as it was; otherwise its
 * visits are put back around the locks, the highest scores first, as far as they fit. Tells a lock that finds no room.
 */
export function loadPlan(ground: Ground, tours: Tours, plan: Pick<Plan, "days">): Homeless | null {
  const { terrain } = tours;
  layBound(tours);
  const bound = Array.from(terrain.maxVisits, (_, day) => stopsOf(tours, day));
  const wanted = Array.from(bound, (_, day) => nodesOf(ground, plan, day));
  for (let day = 0; day < terrain.days; day++) {
    const nodes = wanted[day]!.filter((node) => isPossible(terrain, tours, node, day));
    const complete = mandatory(terrain, day).every((node) => nodes.includes(node));
    if (complete && nodes.length <= tours.stride - 2 && rewriteWhole(tours, day, nodes)) continue;
    rewrite(tours, day, Int32Array.from(bound[day]!), 0, bound[day]!.length);
    putBack(tours, day, nodes);
  }
  if (looseVisits(tours).every((node) => insertCheapest(tours, node))) return null;
  return makeRoom(tours, bound, wanted);
}

/** The earlier plan on empty tours, for questions about it. */
export function toursOf(ground: Ground, plan: Pick<Plan, "days">): Tours {
  const tours = emptyTours(ground.terrain);
  loadPlan(ground, tours, plan);
  return tours;
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

function nodesOf({ terrain, indexOf }: Ground, plan: Pick<Plan, "days">, day: number): number[] {
  return (plan.days[day]?.stops ?? []).flatMap(({ candidate }) =>
    candidate === null ? terrain.rows + day : (indexOf.get(candidate) ?? []),
  );
}

function isPossible(terrain: Terrain, tours: Tours, node: number, day: number): boolean {
  if (node >= terrain.rows) return terrain.lunchLength[day]! > 0;
  const slot = day * terrain.candidates + node;
  if (terrain.close[slot]! < terrain.open[slot]!) return false;
  if (tours.dayOf[node]! >= 0) return tours.dayOf[node] === day;
  const group = terrain.group[node]!;
  return group < 0 || (tours.groupUse[group] === 0 && (terrain.must[node]! > 0 || !isGroupLocked(terrain, group)));
}

/** Another address of the doctor is mandatory, though not planned yet. */
function isGroupLocked(terrain: Terrain, group: number): boolean {
  return terrain.group.some((each, c) => each === group && terrain.must[c]! > 0);
}

function rewriteWhole(tours: Tours, day: number, nodes: number[]): boolean {
  const sound = rewrite(tours, day, Int32Array.from(nodes), 0, nodes.length);
  return sound && tours.visits[day]! <= tours.terrain.maxVisits[day]!;
}

/** Locks alone on the days that may change, then whatever else of the plan still fits. */
function makeRoom(tours: Tours, bound: number[][], wanted: number[][]): Homeless | null {
  const { terrain } = tours;
  const open = [...bound.keys()].filter((day) => !terrain.frozen[day]);
  for (const day of open) rewrite(tours, day, Int32Array.from(bound[day]!), 0, bound[day]!.length);
  const homeless = settle(tours);
  if (homeless) return homeless;
  for (const day of open) {
    putBack(
      tours,
      day,
      wanted[day]!.filter((node) => isPossible(terrain, tours, node, day)),
    );
  }
  return null;
}

function putBack(tours: Tours, day: number, nodes: number[]): void {
  const { terrain } = tours;
  const visits = nodes.filter((node) => node < terrain.candidates && tours.dayOf[node]! < 0);
  visits.sort((a, b) => terrain.score[b]! - terrain.score[a]! || a - b);
  for (const node of visits) {
    if (cheapestGap(tours, node, day) === NEVER) continue;
    insert(tours, node, day, found.position);
  }
}
