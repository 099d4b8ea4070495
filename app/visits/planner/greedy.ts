import { cheapestGap, costAt, found, NEVER } from "./gaps";
import { isOpen, positionAfter, stopBefore } from "./openings";
import { insert } from "./tours";
import { touch, type Workbench } from "./workbench";

/** Inserts the openings found, the best by weight over extra time first, until nothing fits. */
export function fillGreedily(bench: Workbench): void {
  for (let index = pick(bench); index >= 0; index = pick(bench)) insertAndRenew(bench, index);
}

/** Inserts the openings found in the order of their weights, each at its cheapest place; a few are overlooked. */
export function fillInOrder(bench: Workbench, overlooked: number): void {
  const { active, terrain, tours, random, renewed, gapCost } = bench;
  const n = terrain.candidates;
  renewed.fill(0);
  for (let i = 0; i < bench.activeCount; i++) {
    const c = active[i]!;
    if (random.unit() < overlooked || !isOpen(bench, c)) continue;
    let best = NEVER;
    let day = -1;
    for (let d = 0; d < terrain.days; d++) {
      if (gapCost[d * n + c]! >= best) continue;
      if (renewed[d]) search(bench, c, d);
      if (gapCost[d * n + c]! >= best) continue;
      best = gapCost[d * n + c]!;
      day = d;
    }
    if (day < 0) continue;
    touch(bench, day);
    insert(tours, c, day, positionAfter(tours, bench.gapAfter[day * n + c]!));
    renewed[day] = 1;
  }
}

/** The best by weight over cost. Stale costs are lower bounds: they are renewed only when they would win. */
function pick(bench: Workbench): number {
  const { active, weight, bestCost, bestDay, stale, terrain } = bench;
  const n = terrain.candidates;
  let best = -1;
  let index = -1;
  let kept = 0;
  for (let i = 0; i < bench.activeCount; i++) {
    const c = active[i]!;
    let cost = bestCost[c]!;
    const heavy = weight[c]!;
    while (cost !== NEVER && heavy > best * cost && stale[bestDay[c]! * n + c]) {
      search(bench, c, bestDay[c]!);
      chooseDay(bench, c);
      cost = bestCost[c]!;
    }
    if (cost === NEVER) continue;
    active[kept] = c;
    if (heavy > best * cost) {
      best = heavy / Math.max(cost, 1);
      index = kept;
    }
    kept++;
  }
  bench.activeCount = kept;
  return index;
}

/** Looks through the whole day for the cheapest gap of a candidate. */
function search(bench: Workbench, c: number, day: number): void {
  const slot = day * bench.terrain.candidates + c;
  bench.gapCost[slot] = cheapestGap(bench.tours, c, day);
  bench.gapAfter[slot] = stopBefore(bench.tours, day, found.position);
  bench.stale[slot] = 0;
}

function insertAndRenew(bench: Workbench, index: number): void {
  const { active, terrain, tours, gapAfter, gapCost } = bench;
  const n = terrain.candidates;
  const chosen = active[index]!;
  const day = bench.bestDay[chosen]!;
  const after = gapAfter[day * n + chosen]!;
  const position = positionAfter(tours, after);
  touch(bench, day);
  insert(tours, chosen, day, position);
  const group = terrain.group[chosen]!;
  const full = tours.visits[day]! >= terrain.maxVisits[day]!;
  let kept = 0;
  for (let i = 0; i < bench.activeCount; i++) {
    const c = active[i]!;
    if (i === index || (group >= 0 && terrain.group[c] === group)) continue;
    if (full) closeDay(bench, c, day);
    else if (gapCost[day * n + c] !== NEVER) renewGap(bench, c, day, after, position);
    active[kept++] = c;
  }
  bench.activeCount = kept;
}

function closeDay(bench: Workbench, c: number, day: number): void {
  bench.gapCost[day * bench.terrain.candidates + c] = NEVER;
  if (bench.bestDay[c] === day) chooseDay(bench, c);
}

/**
 * After an insertion a gap elsewhere in the day keeps its cost and can only become infeasible: it is enough to look at
 * it again and at the two new gaps. When it is lost its cost stays as a lower bound, marked stale.
 */
function renewGap(bench: Workbench, c: number, day: number, after: number, position: number): void {
  const { terrain, tours, gapAfter, gapCost, bestCost, bestDay, stale } = bench;
  const slot = day * terrain.candidates + c;
  const before = costAt(tours, c, day, position);
  const behind = costAt(tours, c, day, position + 1);
  const fresh = Math.min(before, behind);
  if (fresh <= gapCost[slot]!) {
    gapCost[slot] = fresh;
    stale[slot] = 0;
    gapAfter[slot] = behind < before ? tours.stops[day * tours.stride + position]! : after;
    if (fresh > bestCost[c]!) return;
    bestCost[c] = fresh;
    bestDay[c] = day;
  } else if (!stale[slot]) {
    const own = gapAfter[slot]!;
    if (own === after || costAt(tours, c, day, positionAfter(tours, own)) === NEVER) stale[slot] = 1;
  }
}

function chooseDay(bench: Workbench, c: number): void {
  const { terrain, gapCost } = bench;
  let best = NEVER;
  for (let d = 0; d < terrain.days; d++) {
    const cost = gapCost[d * terrain.candidates + c]!;
    if (cost >= best) continue;
    best = cost;
    bench.bestDay[c] = d;
  }
  bench.bestCost[c] = best;
}
