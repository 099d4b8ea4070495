/** What the draws say, in whole contracts. */
export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly mean: number;
}

export const CONTENT = 0.8;

/** Counts are whole: of the intervals around the tenth and the ninetieth centile, the one that holds nearest to 80 %. */
export function spreadOf(draws: Float64Array): Spread {
  const sorted = draws.slice().sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const [low, high] = [at((1 - CONTENT) / 2), at((1 + CONTENT) / 2)];
  const candidates = [0, 1].flatMap((up) => [0, 1].map((down) => ({ low: low + up, high: high - down })));
  const held = (given: { low: number; high: number }) =>
    countUpTo(sorted, given.high) - countUpTo(sorted, given.low - 1);
  const best = candidates
    .filter((each) => each.low <= each.high)
    .map((each) => ({ ...each, miss: Math.abs(held(each) / sorted.length - CONTENT) }))
    .reduce((least, each) => (each.miss < least.miss - 1e-9 ? each : least));
  return {
    low: best.low,
    middle: at(0.5),
    high: best.high,
    mean: sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
  };
}

function countUpTo(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function shareFrom(draws: Float64Array, value: number): number {
  return draws.reduce((count, each) => count + (each >= value ? 1 : 0), 0) / draws.length;
}
