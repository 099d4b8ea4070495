import type { Interval } from "./interval";

/** One scale for every line, zero in it, a little air on both sides; the steps are round. */
export function forestScale(intervals: readonly Interval[]): { from: number; to: number; ticks: number[] } {
  const low = Math.min(0, ...intervals.map((each) => each.low));
  const high = Math.max(0, ...intervals.map((each) => each.high));
  const step = roundStep((high - low) / 4);
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const ticks = Array.from({ length: Math.max(1, last - first) + 1 }, (_, at) => (first + at) * step);
  return { from: ticks[0]!, to: ticks.at(-1)!, ticks };
}

/** 0.013 → 0.02: one, two or five of something. */
function roundStep(span: number): number {
  if (!(span > 0)) return 0.01;
  const unit = 10 ** Math.floor(Math.log10(span));
  const times = [1, 2, 5, 10].find((each) => each * unit >= span * 0.999) ?? 10;
  return times * unit;
}
