import { nearest } from "./nearest";
import { Random } from "./random";
import type { Terrain } from "./terrain";
import { empty, emptyTours, rewrite, type Tours } from "./tours";

/** What one search works on. Everything is allocated once: an iteration allocates nothing. */
export interface Workbench {
  terrain: Terrain;
  tours: Tours;
  random: Random;
  /** The nearest candidates from each row, nearest first: `near[row * nearCount + i]`, and `out` towards them. */
  near: Int32Array;
  nearWay: Int32Array;
  nearCount: number;
  /** The days changed by the current iteration, with their stops as they were before it. */
  touched: Uint8Array;
  touchedDays: Int32Array;
  touchedCount: number;
  savedStops: Int32Array;
  savedLength: Int32Array;
  /** Candidates taken out by the current ruin, and a flag for each (lunches included). */
  removed: Int32Array;
  removedCount: number;
  gone: Uint8Array;
  /** The unvisited doctor the ruin made room for, or -1. */
  wanted: number;
  /** Candidates the recreate step may insert, with their weight or order. */
  active: Int32Array;
  activeCount: number;
  weight: Float64Array;
  powers: Float64Array;
  /** Per day and candidate: the cost of the cheapest gap, the stop before it, and whether the gap was lost since. */
  gapCost: Int32Array;
  gapAfter: Int32Array;
  stale: Uint8Array;
  bestDay: Int32Array;
  bestCost: Int32Array;
  /** Days that took an insertion since their gaps were found. */
  renewed: Uint8Array;
  /** Candidates that are in every plan. */
  musts: number;
}

/** Exponents of the score in the insertion criterion `score^a / extra time`. */
export const EXPONENTS = [1, 1.5, 2, 2.5, 3];

export function openWorkbench(terrain: Terrain, seed: number): Workbench {
  const { candidates, days } = terrain;
  const tours = emptyTours(terrain);
  const powers = new Float64Array(EXPONENTS.length * candidates);
  EXPONENTS.forEach((a, i) => {
    for (let c = 0; c < candidates; c++) powers[i * candidates + c] = terrain.score[c]! ** a;
  });
  return {
    terrain,
    tours,
    random: new Random(seed),
    ...nearest(terrain.out, candidates, terrain.rows),
    touched: new Uint8Array(days),
    touchedDays: new Int32Array(days),
    touchedCount: 0,
    savedStops: new Int32Array(days * tours.stride),
    savedLength: new Int32Array(days),
    removed: new Int32Array(candidates),
    removedCount: 0,
    gone: new Uint8Array(terrain.rows + days),
    wanted: -1,
    active: new Int32Array(candidates),
    activeCount: 0,
    weight: new Float64Array(candidates),
    powers,
    gapCost: new Int32Array(days * candidates),
    gapAfter: new Int32Array(days * candidates),
    bestDay: new Int32Array(candidates),
    renewed: new Uint8Array(days),
    stale: new Uint8Array(days * candidates),
    bestCost: new Int32Array(candidates),
    musts: terrain.must.reduce((sum, must) => sum + (must ? 1 : 0), 0),
  };
}

/** Remembers a day before its first change in this iteration. */
export function touch(bench: Workbench, day: number): void {
  if (bench.touched[day]) return;
  const { tours, savedStops, savedLength } = bench;
  const base = day * tours.stride;
  const count = tours.length[day]!;
  for (let k = 1; k <= count; k++) savedStops[base + k] = tours.stops[base + k]!;
  savedLength[day] = count;
  bench.touched[day] = 1;
  bench.touchedDays[bench.touchedCount++] = day;
}

export function touchAll(bench: Workbench): void {
  for (let day = 0; day < bench.terrain.days; day++) touch(bench, day);
}

export function forgetIteration(bench: Workbench): void {
  for (let i = 0; i < bench.touchedCount; i++) bench.touched[bench.touchedDays[i]!] = 0;
  for (let i = 0; i < bench.removedCount; i++) bench.gone[bench.removed[i]!] = 0;
  bench.touchedCount = 0;
  bench.removedCount = 0;
  bench.wanted = -1;
}

export function undoIteration(bench: Workbench): void {
  const { tours, touchedDays, savedStops, savedLength } = bench;
  // Emptied first: a visit that moved between two touched days must not be booked out of its old day afterwards.
  for (let i = 0; i < bench.touchedCount; i++) empty(tours, touchedDays[i]!);
  for (let i = 0; i < bench.touchedCount; i++) {
    const day = touchedDays[i]!;
    rewrite(tours, day, savedStops, day * tours.stride + 1, savedLength[day]!);
  }
  forgetIteration(bench);
}
