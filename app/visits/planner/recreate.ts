import { cheapestOf, found, NEVER } from "./gaps";
import { fillGreedily, fillInOrder } from "./greedy";
import { findAllOpenings, findOpenings, isOpen } from "./openings";
import { insert } from "./tours";
import { EXPONENTS, touch, type Workbench } from "./workbench";

/** Shares and noise of the two ways to fill; results are flat around these values. */
const RECREATE = { greedy: 0.35, noise: 0.3, overlooked: 0.01 };

/** Fills the touched days again. False when a lunch or a mandatory visit found no place. */
export function recreate(bench: Workbench): boolean {
  const { random } = bench;
  if (!layLunches(bench) || !insertMusts(bench)) return false;
  if (bench.wanted >= 0 && isOpen(bench, bench.wanted)) insertCheapest(bench, bench.wanted, true);
  findOpenings(bench);
  if (bench.activeCount === 0) return true;
  const exponent = random.below(EXPONENTS.length);
  if (random.unit() < RECREATE.greedy) {
    weigh(bench, exponent, RECREATE.noise * random.unit());
    fillGreedily(bench);
  } else {
    weigh(bench, exponent, random.unit());
    sortByWeight(bench.active, bench.weight, bench.activeCount);
    fillInOrder(bench, RECREATE.overlooked);
  }
  return true;
}

/** The first plan, and the last look: everything that still fits goes in, by score squared over extra time. */
export function fillAll(bench: Workbench): void {
  findAllOpenings(bench);
  weigh(bench, EXPONENTS.indexOf(2), 0);
  fillGreedily(bench);
}

function weigh(bench: Workbench, exponent: number, noise: number): void {
  const { active, weight, random, powers, terrain } = bench;
  const first = exponent * terrain.candidates;
  for (let i = 0; i < bench.activeCount; i++) {
    const c = active[i]!;
    weight[c] = powers[first + c]! * (1 - noise * random.unit());
  }
}

/** A lunch taken out goes to any place where it fits, drawn evenly. */
function layLunches(bench: Workbench): boolean {
  const { terrain, tours } = bench;
  for (let day = 0; day < terrain.days; day++) {
    if (terrain.lunchLength[day] === 0 || tours.lunchAt[day]! > 0) continue;
    const position = drawLunchPosition(bench, day);
    if (position === 0) return false;
    touch(bench, day);
    insert(tours, terrain.rows + day, day, position);
  }
  return true;
}

function drawLunchPosition(bench: Workbench, day: number): number {
  const { terrain, tours, random } = bench;
  const base = day * tours.stride;
  let fits = 0;
  let position = 0;
  for (let k = 1; k <= tours.length[day]! + 1; k++) {
    const service = terrain.service[tours.leavesFrom[base + k - 1]!]!;
    const sits = Math.max(tours.leaves[base + k - 1]! + service, terrain.lunchFrom[day]!);
    if (sits > terrain.lunchTo[day]!) break;
    if (sits + terrain.lunchLength[day]! - service + tours.leg[base + k]! > tours.latest[base + k]!) continue;
    if (random.below(++fits) === 0) position = k;
  }
  return position;
}

function insertMusts(bench: Workbench): boolean {
  if (bench.musts === 0) return true;
  for (let i = 0; i < bench.removedCount; i++) {
    const c = bench.removed[i]!;
    if (bench.terrain.must[c] && !insertCheapest(bench, c, false)) return false;
  }
  return true;
}

function insertCheapest(bench: Workbench, c: number, inTouched: boolean): boolean {
  const { tours, touched } = bench;
  if (cheapestOf(tours, c, inTouched ? touched : undefined) === NEVER) return false;
  const { day, position } = found;
  touch(bench, day);
  insert(tours, c, day, position);
  return true;
}

/** Shell sort, heaviest first. */
function sortByWeight(list: Int32Array, weight: Float64Array, count: number): void {
  for (let gap = count >> 1; gap > 0; gap = gap === 2 ? 1 : ((gap * 5) / 11) | 0) {
    for (let i = gap; i < count; i++) {
      const c = list[i]!;
      let j = i;
      for (; j >= gap && weight[list[j - gap]!]! < weight[c]!; j -= gap) list[j] = list[j - gap]!;
      list[j] = c;
    }
  }
}
