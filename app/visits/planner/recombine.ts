import type { Pool } from "./pool";
import type { Terrain } from "./terrain";

const PRICE_ROUNDS = 60;
const NODE_LIMIT = 60_000;

/** The pooled tours of one day type that a better plan could still use, with their scores less the prices. */
interface Shelf {
  days: number[];
  slots: Int32Array;
  values: Float64Array;
  count: number;
}

interface Market {
  pool: Pool;
  shelves: Shelf[];
  /** The doctors of each pooled tour, laid out as `pool.stops`, without lunches; addresses of one doctor are one. */
  doctors: Int32Array;
  visits: Int32Array;
  /** What one more visit to each doctor would be worth. */
  price: Float64Array;
}

/**
 * One tour of the pool per day, no doctor twice: the slots with the highest total score found, if above `floor`.
 * -1 for a day the pool has no tour for, which is a day without visits.
 */
export function recombine(pool: Pool, terrain: Terrain, floor: number): Int32Array | null {
  const market = openMarket(pool, terrain);
  if (market.shelves.length === 0 || !settlePrices(market, floor)) return null;
  for (const shelf of market.shelves) rank(shelf);
  return choose(market, terrain.days, floor);
}

function openMarket(pool: Pool, terrain: Terrain): Market {
  const doctors = new Int32Array(pool.count * pool.stride);
  const visits = new Int32Array(pool.count);
  const byType = new Map<number, number[]>();
  for (let slot = 0; slot < pool.count; slot++) {
    const base = slot * pool.stride;
    for (let k = base; k < base + pool.length[slot]!; k++) {
      const node = pool.stops[k]!;
      if (node >= terrain.candidates) continue;
      const group = terrain.group[node]!;
      doctors[base + visits[slot]!++] = group < 0 ? node : terrain.candidates + group;
    }
    const list = byType.get(pool.type[slot]!);
    if (list) list.push(slot);
    else byType.set(pool.type[slot]!, [slot]);
  }
  const shelves = [...byType].sort(([a], [b]) => a - b);
  return {
    pool,
    shelves: shelves.map(([type, slots]) => ({
      days: [...terrain.typeOf.keys()].filter((day) => terrain.typeOf[day] === type),
      slots: Int32Array.from(slots),
      values: new Float64Array(slots.length),
      count: slots.length,
    })),
    doctors,
    visits,
    price: new Float64Array(terrain.candidates + terrain.groups),
  };
}

/** Lagrangian prices by subgradient steps, those of the lowest bound. False when the bound excludes a better plan. */
function settlePrices(market: Market, floor: number): boolean {
  const { price } = market;
  let best = price.slice();
  let lowest = Number.POSITIVE_INFINITY;
  let pace = 1;
  for (let round = 0; round < PRICE_ROUNDS; round++) {
    const use = new Int32Array(price.length);
    let bound = price.reduce((total, each) => total + each, 0);
    for (const shelf of market.shelves) bound += evaluate(market, shelf, use);
    if (bound < floor + 1 - 1e-6) return false;
    if (bound < lowest - 1e-9) {
      lowest = bound;
      best = price.slice();
    } else pace *= 0.93;
    for (const shelf of market.shelves) drop(shelf, bound - floor - 1 + 1e-6);
    if (!adjust(price, use, pace * (bound - floor + 1))) break;
  }
  price.set(best);
  for (const shelf of market.shelves) evaluate(market, shelf, null);
  return true;
}

/** Values every tour of a shelf; the sum of as many best ones as it has days (they may share doctors), counted in `use`. */
function evaluate({ pool, doctors, visits, price }: Market, shelf: Shelf, use: Int32Array | null): number {
  const { slots, values, count } = shelf;
  for (let i = 0; i < count; i++) {
    const slot = slots[i]!;
    let value = pool.score[slot]!;
    const base = slot * pool.stride;
    for (let k = base; k < base + visits[slot]!; k++) value -= price[doctors[k]!]!;
    values[i] = value;
  }
  let total = 0;
  for (const i of topOf(shelf)) {
    total += values[i]!;
    const base = slots[i]! * pool.stride;
    if (use) for (let k = base; k < base + visits[slots[i]!]!; k++) use[doctors[k]!]!++;
  }
  return total;
}

/** The indices of the most valuable tours, one per day, the best first; ties by slot. */
function topOf({ days, values, count }: Shelf): number[] {
  const top: number[] = [];
  for (let i = 0; i < count; i++) {
    if (top.length === days.length && values[i]! <= values[top.at(-1)!]!) continue;
    let at = top.length;
    while (at > 0 && values[top[at - 1]!]! < values[i]!) at--;
    top.splice(at, 0, i);
    if (top.length > days.length) top.pop();
  }
  return top;
}

/** Forgets the tours which, put in the place of the last of the best, would bring the bound down by more than `slack`. */
function drop(shelf: Shelf, slack: number): void {
  const { slots, values } = shelf;
  const least = values[topOf(shelf).at(-1)!]! - slack;
  let kept = 0;
  for (let i = 0; i < shelf.count; i++) {
    if (values[i]! < least) continue;
    slots[kept] = slots[i]!;
    values[kept++] = values[i]!;
  }
  shelf.count = kept;
}

/** Dearer where several tours want a doctor, cheaper where none does. False when there is nothing to adjust. */
function adjust(price: Float64Array, use: Int32Array, length: number): boolean {
  let norm = 0;
  for (let i = 0; i < price.length; i++) if (use[i]! > 1 || price[i]! > 0) norm += (use[i]! - 1) ** 2;
  if (norm === 0) return false;
  for (let i = 0; i < price.length; i++) {
    if (use[i]! > 1 || price[i]! > 0) price[i] = Math.max(0, price[i]! + (length / norm) * (use[i]! - 1));
  }
  return true;
}

function rank(shelf: Shelf): void {
  const { slots, values, count } = shelf;
  const order = Array.from({ length: count }, (_, i) => i);
  order.sort((a, b) => values[b]! - values[a]! || slots[a]! - slots[b]!);
  shelf.slots = Int32Array.from(order, (i) => slots[i]!);
  shelf.values = Float64Array.from(order, (i) => values[i]!);
}

/** Depth-first over the days, tours in order of value, cut by the price bound and a node limit. */
function choose(market: Market, days: number, floor: number): Int32Array | null {
  const { pool, shelves, price } = market;
  const levels = shelves.flatMap((shelf) => shelf.days.map((day) => ({ day, shelf })));
  const rest = new Float64Array(levels.length + 1);
  for (let i = levels.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + levels[i]!.shelf.values[0]!;
  const used = new Uint8Array(price.length);
  const chosen = new Int32Array(days).fill(-1);
  let best: Int32Array | null = null;
  let highest = floor;
  let nodes = 0;
  const offer = (total: number) => {
    if (total <= highest) return;
    highest = total;
    best = chosen.slice();
  };
  const descend = (level: number, from: number, bound: number, score: number): void => {
    const { day, shelf } = levels[level]!;
    const isLast = level + 1 === levels.length;
    const isShared = !isLast && levels[level + 1]!.shelf === shelf;
    for (let i = from; i < shelf.count && nodes < NODE_LIMIT; i++, nodes++) {
      if (bound + shelf.values[i]! + rest[level + 1]! < highest + 1 - 1e-6) return;
      const slot = shelf.slots[i]!;
      if (!isFree(market, slot, used)) continue;
      mark(market, slot, used, 1);
      chosen[day] = slot;
      const total = score + pool.score[slot]!;
      if (isLast) offer(total);
      else descend(level + 1, isShared ? i + 1 : 0, bound + shelf.values[i]!, total);
      mark(market, slot, used, 0);
    }
  };
  descend(
    0,
    0,
    price.reduce((total, each) => total + each, 0),
    0,
  );
  return best;
}

function isFree({ pool, doctors, visits }: Market, slot: number, used: Uint8Array): boolean {
  const base = slot * pool.stride;
  for (let k = base; k < base + visits[slot]!; k++) if (used[doctors[k]!]) return false;
  return true;
}

function mark({ pool, doctors, visits }: Market, slot: number, used: Uint8Array, value: 0 | 1): void {
  const base = slot * pool.stride;
  for (let k = base; k < base + visits[slot]!; k++) used[doctors[k]!] = value;
}
