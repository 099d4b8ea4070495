import { cheapestOf, found, NEVER } from "./gaps";
import { layInOrder, orderOf } from "./order";
import type { Terrain } from "./terrain";
import { empty, insert, type Tours } from "./tours";

/** Days tried at most when the obvious ones do not do; beyond, the week counts as too tight. */
const MOST_TRIALS = 400;

/** Missing time on a day that has its number of visits. */
const FULL = Number.MAX_SAFE_INTEGER;

/** A mandatory visit without room: on the day where the least time is missing, beside the `others` locked there. */
export interface Homeless {
  node: number;
  /** Null when it has no day that may change. */
  day: number | null;
  others: number[];
  /** 0 when the number of visits is the matter. */
  missingSeconds: number;
}

/** Mandatory visits bound to no day and not planned yet, those with the fewest days first. */
export function looseVisits(tours: Tours): number[] {
  const { terrain, dayOf } = tours;
  const loose: { node: number; days: number }[] = [];
  for (let c = 0; c < terrain.candidates; c++) {
    if (terrain.must[c] && terrain.lockedOn[c]! < 0 && dayOf[c]! < 0)
      loose.push({ node: c, days: daysFor(terrain, c).length });
  }
  return loose.sort((a, b) => a.days - b.days || a.node - b.node).map(({ node }) => node);
}

/** Gives them a day; the days that may change hold nothing but locks and lunches so far. Null when all have one. */
export function settle(tours: Tours): Homeless | null {
  const loose = looseVisits(tours);
  const sets = Array.from(tours.terrain.maxVisits, (_, day) => stopsOf(tours, day));
  return loose.every((node) => insertCheapest(tours, node)) ? null : search(tours, sets, loose);
}

export function stopsOf(tours: Tours, day: number): number[] {
  const base = day * tours.stride;
  return [...tours.stops.subarray(base + 1, base + tours.length[day]! + 1)];
}

export function insertCheapest(tours: Tours, node: number): boolean {
  if (cheapestOf(tours, node) === NEVER) return false;
  insert(tours, node, found.day, found.position);
  return true;
}

/** Depth-first: each visit on each of its days, any order of stops within a day. */
function search(tours: Tours, sets: number[][], loose: number[]): Homeless | null {
  const { terrain } = tours;
  let trials = 0;
  let reached = -1;
  let least = FULL;
  let homeless: Homeless = { node: loose[0]!, day: null, others: [], missingSeconds: 0 };
  const descend = (level: number): boolean => {
    const node = loose[level];
    if (node === undefined) return true;
    const fail = (day: number, others: number[], missing: number) => {
      if (level < reached || (level === reached && missing >= least)) return;
      reached = level;
      least = missing;
      const visits = others.filter((other) => other < terrain.rows);
      homeless = { node, day, others: visits, missingSeconds: missing === FULL ? 0 : missing };
    };
    for (const day of daysFor(terrain, node)) {
      if (trials++ > MOST_TRIALS) return false;
      const others = sets[day]!;
      const missing = shortage(terrain, day, [...others, node]);
      if (missing > 0) fail(day, others, missing);
      else {
        sets[day] = [...others, node];
        if (descend(level + 1)) return true;
        sets[day] = others;
      }
    }
    return false;
  };
  if (!descend(0)) return homeless;
  const open = [...sets.keys()].filter((day) => !terrain.frozen[day]);
  for (const day of open) empty(tours, day);
  for (const day of open) layInOrder(tours, day, sets[day]!);
  return null;
}

function shortage(terrain: Terrain, day: number, nodes: number[]): number {
  const visits = nodes.filter((node) => node < terrain.rows).length;
  return visits > terrain.maxVisits[day]! ? FULL : orderOf(terrain, day, nodes).late;
}

function daysFor(terrain: Terrain, node: number): number[] {
  return [...terrain.typeOf.keys()].filter((day) => {
    const slot = day * terrain.candidates + node;
    return !terrain.frozen[day] && terrain.close[slot]! >= terrain.open[slot]!;
  });
}
