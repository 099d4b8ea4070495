import type { Terrain } from "./terrain";
import type { Tours } from "./tours";

const CAPACITY = 4000;

/** Day tours met on the way, one per set of doctors, the oldest forgotten first. */
export interface Pool {
  stride: number;
  count: number;
  cursor: number;
  stops: Int32Array;
  length: Int32Array;
  /** With `bonus` for every visit that must be in the plan on some day: a selection without it is never the best. */
  score: Int32Array;
  bonus: number;
  travel: Int32Array;
  type: Int32Array;
  key: Float64Array;
  slotOf: Map<number, number>;
  /** Two random words per candidate and day type: the sum over a tour stands for its set. */
  words: Int32Array;
}

export function openPool(terrain: Terrain, stride: number): Pool {
  const words = new Int32Array(2 * (terrain.candidates + terrain.days));
  let state = 1;
  for (let i = 0; i < words.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    words[i] = state ^ (state >>> 15);
  }
  return {
    stride,
    count: 0,
    cursor: 0,
    stops: new Int32Array(CAPACITY * stride),
    length: new Int32Array(CAPACITY),
    score: new Int32Array(CAPACITY),
    bonus: terrain.score.reduce((sum, score) => sum + score, 1),
    travel: new Int32Array(CAPACITY),
    type: new Int32Array(CAPACITY),
    key: new Float64Array(CAPACITY),
    slotOf: new Map(),
    words,
  };
}

/** Remembers a day of the present tours; of two tours with the same doctors the shorter one stays. */
export function remember(pool: Pool, tours: Tours, day: number): void {
  if (tours.visits[day] === 0) return;
  const key = keyOf(pool, tours, day);
  const known = pool.slotOf.get(key);
  if (known !== undefined) {
    if (tours.travel[day]! < pool.travel[known]!) write(pool, tours, day, known);
    return;
  }
  const slot = pool.cursor;
  pool.cursor = (pool.cursor + 1) % CAPACITY;
  if (pool.count === CAPACITY) pool.slotOf.delete(pool.key[slot]!);
  else pool.count++;
  pool.slotOf.set(key, slot);
  pool.key[slot] = key;
  write(pool, tours, day, slot);
}

function keyOf(pool: Pool, tours: Tours, day: number): number {
  const { stops, stride, terrain } = tours;
  const { words } = pool;
  const base = day * stride;
  const type = terrain.candidates + terrain.typeOf[day]!;
  let low = words[2 * type]!;
  let high = words[2 * type + 1]!;
  for (let k = base + 1; k <= base + tours.length[day]!; k++) {
    const node = stops[k]!;
    if (node >= terrain.candidates) continue;
    low = (low + words[2 * node]!) | 0;
    high = (high + words[2 * node + 1]!) | 0;
  }
  return (low >>> 0) + (high & 0x1fffff) * 4294967296;
}

function write(pool: Pool, tours: Tours, day: number, slot: number): void {
  const { stops, stride, terrain } = tours;
  const count = tours.length[day]!;
  // The lunch is numbered by its day; in the pool it is written as the lunch of day 0 and renumbered on the way out.
  let musts = 0;
  for (let k = 1; k <= count; k++) {
    const node = stops[day * stride + k]!;
    pool.stops[slot * pool.stride + k - 1] = Math.min(node, terrain.rows);
    if (node < terrain.rows && terrain.must[node]) musts++;
  }
  pool.length[slot] = count;
  pool.score[slot] = tours.score[day]! + musts * pool.bonus;
  pool.travel[slot] = tours.travel[day]!;
  pool.type[slot] = terrain.typeOf[day]!;
}
