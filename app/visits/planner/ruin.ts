import { leave, retime, type Tours } from "./tours";
import { touch, type Workbench } from "./workbench";

/** Cumulated shares of the operators (the rest is scattered), the most visits per string, and how often a lunch moves. */
const RUIN = { strings: 0.25, segments: 0.35, wanted: 0.8, size: 7, lunch: 0.3 };

/** Takes some visits out of the tours. False when what is left cannot be timed (possible without the triangle inequality). */
export function ruin(bench: Workbench): boolean {
  const { random, tours } = bench;
  const draw = random.unit();
  const planned = plannedVisits(tours);
  if (planned > 0) {
    if (draw < RUIN.strings) aroundOne(bench);
    else if (draw < RUIN.segments) segments(bench);
    else if (draw < RUIN.wanted) aroundWanted(bench);
    else scattered(bench, planned);
  }
  return closeRanks(bench);
}

function plannedVisits(tours: Tours): number {
  let planned = 0;
  for (let d = 0; d < tours.visits.length; d++) planned += tours.visits[d]!;
  return planned;
}

function remove(bench: Workbench, node: number): void {
  if (bench.gone[node] || bench.terrain.must[node] === 2) return;
  bench.gone[node] = 1;
  bench.removed[bench.removedCount++] = node;
  touch(bench, bench.tours.dayOf[node]!);
}

/** Removes the visits among `count` stops from `from` on. */
function removeRun(bench: Workbench, day: number, from: number, count: number): void {
  const { tours, terrain } = bench;
  const base = day * tours.stride;
  const length = tours.length[day]!;
  for (let k = Math.max(1, from); k < from + count && k <= length; k++) {
    const node = tours.stops[base + k]!;
    if (node < terrain.candidates) remove(bench, node);
  }
}

/** Strings of neighbouring visits, in several days, around one doctor. */
function aroundOne(bench: Workbench): void {
  const { terrain, tours, random } = bench;
  const seed = random.below(terrain.candidates);
  const length = 1 + random.below(RUIN.size);
  const days = 1 + random.below(Math.min(terrain.days, 3));
  let hit = 0;
  for (let i = -1; i < bench.nearCount && hit < days; i++) {
    const node = i < 0 ? seed : bench.near[seed * bench.nearCount + i]!;
    const day = tours.dayOf[node]!;
    if (day < 0 || bench.touched[day] || terrain.frozen[day]) continue;
    const run = 1 + random.below(length);
    removeRun(bench, day, tours.placeOf[node]! - random.below(run), run);
    hit++;
  }
}

function segments(bench: Workbench): void {
  const { terrain, tours, random } = bench;
  const count = 1 + random.below(Math.min(3, terrain.days));
  for (let i = 0; i < count; i++) {
    const day = random.below(terrain.days);
    const length = tours.length[day]!;
    if (length === 0 || terrain.frozen[day]) continue;
    const run = 1 + random.below(Math.min(RUIN.size, length));
    removeRun(bench, day, 1 + random.below(length - run + 1), run);
  }
}

/** Makes room for one unvisited doctor, who is then inserted first. */
function aroundWanted(bench: Workbench): void {
  const { terrain, tours, random } = bench;
  let wanted = random.below(terrain.candidates);
  for (let tries = 0; tries < 20 && tours.dayOf[wanted]! >= 0; tries++) wanted = random.below(terrain.candidates);
  if (tours.dayOf[wanted]! >= 0) return;
  const day = random.below(terrain.days);
  const slot = day * terrain.candidates + wanted;
  if (terrain.frozen[day] || terrain.close[slot]! < terrain.open[slot]!) return;
  const position = likeliestPosition(tours, wanted, day);
  const run = 1 + random.below(Math.min(RUIN.size, tours.length[day]!));
  removeRun(bench, day, position - random.below(run + 1), run);
  bench.wanted = wanted;
  touch(bench, day);
}

/** The gap with the least detour plus lateness, whether it fits or not. */
function likeliestPosition(tours: Tours, node: number, day: number): number {
  const { terrain, stops, leaves, leavesFrom, leg, latest } = tours;
  const row = node * terrain.rows;
  const slot = day * terrain.candidates + node;
  const base = day * tours.stride;
  let best = Number.MAX_SAFE_INTEGER;
  let position = 1;
  for (let k = 1; k <= tours.length[day]! + 1; k++) {
    const way = terrain.into[row + leavesFrom[base + k - 1]!]!;
    const next = stops[base + k]!;
    const on = terrain.out[row + (next < terrain.rows ? next : leavesFrom[base + k]!)]!;
    const at = Math.max(leaves[base + k - 1]! + way, terrain.open[slot]!);
    const late = Math.max(0, at - terrain.close[slot]!) + Math.max(0, at + on - latest[base + k]!);
    const cost = way + on - leg[base + k]! + late;
    if (cost < best) {
      best = cost;
      position = k;
    }
  }
  return position;
}

function scattered(bench: Workbench, planned: number): void {
  const { terrain, tours, random } = bench;
  const count = 1 + random.below(Math.min(RUIN.size, planned));
  for (let i = 0; i < count; i++) {
    const day = random.below(terrain.days);
    if (tours.length[day]! > 0 && !terrain.frozen[day]) removeRun(bench, day, 1 + random.below(tours.length[day]!), 1);
  }
}

/** Closes the gaps left in the touched days. */
function closeRanks(bench: Workbench): boolean {
  const { tours, terrain, random, gone } = bench;
  let sound = true;
  for (let i = 0; i < bench.touchedCount; i++) {
    const day = bench.touchedDays[i]!;
    const base = day * tours.stride;
    const length = tours.length[day]!;
    const dropLunch = tours.lunchAt[day]! > 0 && random.unit() < RUIN.lunch;
    let kept = 0;
    for (let k = 1; k <= length; k++) {
      const node = tours.stops[base + k]!;
      if (node >= terrain.rows ? dropLunch : gone[node]) leave(tours, node, day);
      else tours.stops[base + ++kept] = node;
    }
    tours.length[day] = kept;
    if (!retime(tours, day)) sound = false;
  }
  return sound;
}
