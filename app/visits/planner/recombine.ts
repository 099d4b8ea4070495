import type { Pool } from "./pool";
import type { Terrain } from "./terrain";

const PRICE_ROUNDS = 60;
const NODE_LIMIT = 60_000;

/**
 * One tour of the pool per day, no doctor twice: the slots with the highest total score found, if above `floor`.
 * -1 for a day the pool has no tour for, which is a day without visits.
 */
export function recombine(pool: Pool, terrain: Terrain, floor: number): Int32Array | null {
  const known = new Set(pool.type.subarray(0, pool.count));
  const days = [...terrain.typeOf.keys()].filter((day) => known.has(terrain.typeOf[day]!));
  if (days.length === 0) return null;
  days.sort((a, b) => terrain.typeOf[a]! - terrain.typeOf[b]! || a - b);
  const prices = priceDoctors(pool, terrain, days, floor);
  const lists = listsByType(pool, terrain, prices);
  return choose(pool, terrain, days, lists, prices, floor);
}

interface Prices {
  /** What one more visit to each doctor would be worth; a doctor with several addresses has one price. */
  of: Float64Array;
  sum: number;
}

/** Addresses of one doctor share an identity beyond the candidates. */
const identity = (terrain: Terrain, c: number): number => {
  const group = terrain.group[c]!;
  return group < 0 ? c : terrain.candidates + group;
};

function reduced(pool: Pool, terrain: Terrain, slot: number, price: Float64Array): number {
  let value = pool.score[slot]!;
  const base = slot * pool.stride;
  for (let k = base; k < base + pool.length[slot]!; k++) {
    const node = pool.stops[k]!;
    if (node < terrain.candidates) value -= price[identity(terrain, node)]!;
  }
  return value;
}

/** Lagrangian prices by subgradient steps; the prices of the lowest bound are kept. */
function priceDoctors(pool: Pool, terrain: Terrain, days: number[], floor: number): Prices {
  const price = new Float64Array(terrain.candidates + terrain.groups);
  let best: Prices = { of: price.slice(), sum: 0 };
  let lowest = Number.POSITIVE_INFINITY;
  let pace = 1;
  for (let round = 0; round < PRICE_ROUNDS && lowest > floor; round++) {
    const sum = price.reduce((total, each) => total + each, 0);
    const relaxed = bestPerDay(pool, terrain, days, price);
    const bound = relaxed.reduce((total, { value }) => total + value, sum);
    if (bound < lowest - 1e-9) {
      lowest = bound;
      best = { of: price.slice(), sum };
    } else pace *= 0.93;
    const use = usesOf(pool, terrain, relaxed);
    if (!adjust(price, use, pace * (bound - floor + 1))) break;
  }
  return best;
}

function usesOf(pool: Pool, terrain: Terrain, tours: { slot: number }[]): Int32Array {
  const use = new Int32Array(terrain.candidates + terrain.groups);
  for (const { slot } of tours) {
    for (let k = 0; k < pool.length[slot]!; k++) {
      const node = pool.stops[slot * pool.stride + k]!;
      if (node < terrain.candidates) use[identity(terrain, node)]! += 1;
    }
  }
  return use;
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

/** For every type, as many best tours as it has days (the relaxation may take them with shared doctors). */
function bestPerDay(pool: Pool, terrain: Terrain, days: number[], price: Float64Array) {
  const wanted = new Map<number, number>();
  for (const day of days) wanted.set(terrain.typeOf[day]!, (wanted.get(terrain.typeOf[day]!) ?? 0) + 1);
  const tops = new Map<number, { slot: number; value: number }[]>();
  for (const type of wanted.keys()) tops.set(type, []);
  for (let slot = 0; slot < pool.count; slot++) {
    const type = pool.type[slot]!;
    const top = tops.get(type)!;
    const value = reduced(pool, terrain, slot, price);
    if (top.length === wanted.get(type) && value <= top.at(-1)!.value) continue;
    top.push({ slot, value });
    top.sort((a, b) => b.value - a.value || a.slot - b.slot);
    if (top.length > wanted.get(type)!) top.pop();
  }
  return [...tops.values()].flat();
}

interface Ranked {
  slots: Int32Array;
  values: Float64Array;
}

function listsByType(pool: Pool, terrain: Terrain, prices: Prices): Map<number, Ranked> {
  const lists = new Map<number, { slot: number; value: number }[]>();
  for (let slot = 0; slot < pool.count; slot++) {
    const list = lists.get(pool.type[slot]!) ?? [];
    lists.set(pool.type[slot]!, list);
    list.push({ slot, value: reduced(pool, terrain, slot, prices.of) });
  }
  return new Map(
    [...lists].map(([type, list]) => {
      list.sort((a, b) => b.value - a.value || a.slot - b.slot);
      return [type, { slots: Int32Array.from(list, (r) => r.slot), values: Float64Array.from(list, (r) => r.value) }];
    }),
  );
}

/** Depth-first over the days, tours in order of reduced score, cut by the price bound and a node limit. */
function choose(
  pool: Pool,
  terrain: Terrain,
  days: number[],
  lists: Map<number, Ranked>,
  prices: Prices,
  floor: number,
): Int32Array | null {
  const ranked = days.map((day) => lists.get(terrain.typeOf[day]!)!);
  const rest = new Float64Array(days.length + 1);
  for (let i = days.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + ranked[i]!.values[0]!;
  const sameAsNext = ranked.map((list, i) => (list === ranked[i + 1] ? 1 : 0));
  const used = new Uint8Array(terrain.candidates + terrain.groups);
  const chosen = new Int32Array(terrain.days).fill(-1);
  let best: Int32Array | null = null;
  let highest = floor;
  let nodes = 0;
  const descend = (level: number, from: number, bound: number, score: number): void => {
    const { slots, values } = ranked[level]!;
    const last = level + 1 === days.length;
    for (let i = from; i < slots.length && nodes < NODE_LIMIT; i++, nodes++) {
      if (bound + values[i]! + rest[level + 1]! <= highest + 1 - 1e-6) return;
      const slot = slots[i]!;
      if (!mark(pool, terrain, slot, used)) continue;
      chosen[days[level]!] = slot;
      const total = score + pool.score[slot]!;
      if (!last) descend(level + 1, (i + 1) * sameAsNext[level]!, bound + values[i]!, total);
      else if (total > highest) {
        highest = total;
        best = chosen.slice();
      }
      unmark(pool, terrain, slot, used, pool.length[slot]!);
    }
  };
  descend(0, 0, prices.sum, 0);
  return best;
}

function mark(pool: Pool, terrain: Terrain, slot: number, used: Uint8Array): boolean {
  const base = slot * pool.stride;
  for (let k = 0; k < pool.length[slot]!; k++) {
    const node = pool.stops[base + k]!;
    if (node >= terrain.candidates) continue;
    const id = identity(terrain, node);
    if (used[id]) {
      unmark(pool, terrain, slot, used, k);
      return false;
    }
    used[id] = 1;
  }
  return true;
}

function unmark(pool: Pool, terrain: Terrain, slot: number, used: Uint8Array, count: number): void {
  const base = slot * pool.stride;
  for (let k = 0; k < count; k++) {
    const node = pool.stops[base + k]!;
    if (node < terrain.candidates) used[identity(terrain, node)] = 0;
  }
}
