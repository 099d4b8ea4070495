import { changeCost, type Loyalty } from "./changes";
import { openPool, type Pool, remember } from "./pool";
import { recombine } from "./recombine";
import { fillAll, recreate } from "./recreate";
import { ruin } from "./ruin";
import { clearDays, empty, rewrite, type Tours } from "./tours";
import { forgetIteration, touchAll, undoIteration, type Workbench } from "./workbench";

/**
 * Temperatures in standard deviations of the visited scores: what a visit is swapped for differs by about that much.
 * `travel` is in mean scores and weighs the way so lightly that it only breaks ties.
 */
const ANNEAL = { hot: 4, cold: 0.04, rounds: 3, travel: 0.01 };

/** Where all scores are alike their spread says nothing: this share of the mean, at least. */
const LEAST_SPREAD = 0.1;

/** How often the clock or the counter is looked at. */
const LOOK = 64;

export interface Best {
  /** Score minus the price of changes; ties are broken by travel. */
  merit: number;
  score: number;
  travel: number;
  stops: Int32Array;
  length: Int32Array;
}

/** Share of the budget spent after so many iterations; 1 or more stops the search. */
export type Pace = (iterations: number, best: Best) => number;

interface Run {
  bench: Workbench;
  pool: Pool | null;
  loyalty: Loyalty | null;
  travelWeight: number;
  spread: number;
  energy: number;
  best: Best;
}

/** Improves the tours on the workbench until the pace says stop; the tours end as the best found. */
export function anneal(bench: Workbench, pace: Pace, loyalty: Loyalty | null): { best: Best; iterations: number } {
  const run = openRun(bench, loyalty);
  let iterations = 0;
  let round = 0;
  let heat = 0;
  for (;;) {
    if (iterations % LOOK === 0) {
      const share = pace(iterations, run.best);
      if (share >= 1) break;
      const now = Math.floor(share * ANNEAL.rounds);
      if (now > round) closeRound(run);
      round = now;
      heat = run.spread * ANNEAL.hot * (ANNEAL.cold / ANNEAL.hot) ** (share * ANNEAL.rounds - now);
    }
    iterations++;
    step(run, heat);
  }
  closeRound(run);
  return { best: run.best, iterations };
}

function openRun(bench: Workbench, loyalty: Loyalty | null): Run {
  const { tours } = bench;
  const visits = Math.max(1, sum(tours.visits));
  const mean = Math.max(1, sum(tours.score) / visits);
  const spread = Math.max(LEAST_SPREAD * mean, deviation(tours, mean));
  const travelWeight = (ANNEAL.travel * mean) / (sum(tours.travel) / visits + 1);
  const pool = bench.terrain.days > 1 && !loyalty ? openPool(bench.terrain, tours.stride) : null;
  const best = { merit: 0, score: 0, travel: 0, stops: tours.stops.slice(), length: tours.length.slice() };
  const run: Run = { bench, pool, loyalty, travelWeight, spread, energy: 0, best };
  const merit = meritOf(run);
  keep(run, merit);
  run.energy = merit - travelWeight * best.travel;
  return run;
}

function step(run: Run, heat: number): void {
  const { bench, pool } = run;
  const { tours, random } = bench;
  if (!ruin(bench) || !recreate(bench)) {
    undoIteration(bench);
    return;
  }
  const merit = meritOf(run);
  const travel = sum(tours.travel);
  const energy = merit - run.travelWeight * travel;
  if (energy <= run.energy + heat * Math.log(random.unit() + 1e-12)) {
    undoIteration(bench);
    return;
  }
  run.energy = energy;
  if (pool) for (let i = 0; i < bench.touchedCount; i++) remember(pool, tours, bench.touchedDays[i]!);
  forgetIteration(bench);
  if (merit > run.best.merit || (merit === run.best.merit && travel < run.best.travel)) keep(run, merit);
}

function meritOf(run: Run): number {
  const { tours } = run.bench;
  return sum(tours.score) - (run.loyalty ? changeCost(tours, run.loyalty) : 0);
}

function keep(run: Run, merit: number): void {
  const { best } = run;
  const { tours } = run.bench;
  best.merit = merit;
  best.score = sum(tours.score);
  best.travel = sum(tours.travel);
  best.stops.set(tours.stops);
  best.length.set(tours.length);
}

/** Back to the best, recombined from the pool where that is better, and filled up. */
function closeRound(run: Run): void {
  const { bench, pool, best } = run;
  const { tours, terrain } = bench;
  restore(tours, best);
  if (pool) {
    for (let day = 0; day < terrain.days; day++) remember(pool, tours, day);
    const slots = recombine(pool, terrain, best.score + bench.musts * pool.bonus);
    if (slots) layPooled(tours, pool, slots);
  }
  touchAll(bench);
  fillAll(bench);
  forgetIteration(bench);
  const merit = meritOf(run);
  if (merit > best.merit) keep(run, merit);
  else restore(tours, best);
  run.energy = best.merit - run.travelWeight * best.travel;
}

function layPooled(tours: Tours, pool: Pool, slots: Int32Array): void {
  const { terrain } = tours;
  const stops = new Int32Array(pool.stride);
  for (let day = 0; day < terrain.days; day++) if (slots[day]! >= 0) empty(tours, day);
  for (let day = 0; day < terrain.days; day++) {
    const slot = slots[day]!;
    if (slot < 0) continue;
    const count = pool.length[slot]!;
    for (let k = 0; k < count; k++) {
      const node = pool.stops[slot * pool.stride + k]!;
      stops[k] = node < terrain.rows ? node : terrain.rows + day;
    }
    rewrite(tours, day, stops, 0, count);
  }
}

function restore(tours: Tours, best: Best): void {
  clearDays(tours);
  for (let day = 0; day < tours.terrain.days; day++) {
    rewrite(tours, day, best.stops, day * tours.stride + 1, best.length[day]!);
  }
}

function deviation({ terrain, dayOf }: Tours, mean: number): number {
  let squares = 0;
  let visits = 0;
  for (let c = 0; c < terrain.candidates; c++) {
    if (dayOf[c]! < 0) continue;
    squares += (terrain.score[c]! - mean) ** 2;
    visits++;
  }
  return visits > 0 ? Math.sqrt(squares / visits) : 0;
}

function sum(values: Int32Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
