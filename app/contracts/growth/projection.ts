import { type Day, daysBetween } from "~/calendar/day";

export interface Count {
  readonly on: Day;
  readonly value: number;
}

export interface Projection {
  readonly on: Day;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Counts nearer than this say more of the counting than of the list. */
const FAR_APART_DAYS = 30;
/** What a count is taken to be wrong by at least: a list is never counted twice the same. */
const NOISE = 0.01;
/** Two counts make one slope: nothing says how it varies. */
const NOISE_OF_TWO = 0.05;
const LOW_SHARE = 0.1;
const HIGH_SHARE = 0.9;

/**
 * Theil and Sen: the middle one of all the slopes between two counts, from the last count on, so that one wrong count
 * bends nothing. The interval goes from the tenth to the ninetieth hundredth of those slopes, and is never narrower
 * than what counting is wrong by. Null before two counts a month apart: there is no slope then.
 */
export function projected(counts: readonly Count[], on: Day): Projection | null {
  const known = [...counts].sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = known.at(-1);
  const slopes = slopesIn(known);
  if (!last || slopes.length === 0) return null;
  const days = Math.max(0, daysBetween(last.on, on));
  const margin = last.value * (known.length < 3 ? NOISE_OF_TWO : NOISE);
  const at = (slope: number) => last.value + slope * days;
  return {
    on,
    value: patients(at(quantile(slopes, 0.5))),
    low: patients(at(quantile(slopes, LOW_SHARE)) - margin),
    high: patients(at(quantile(slopes, HIGH_SHARE)) + margin),
  };
}

/** Patients a day, in order. */
function slopesIn(counts: readonly Count[]): number[] {
  const slopes = counts.flatMap((from, rank) =>
    counts
      .slice(rank + 1)
      .map((to) => ({ days: daysBetween(from.on, to.on), gained: to.value - from.value }))
      .filter(({ days }) => days >= FAR_APART_DAYS)
      .map(({ days, gained }) => gained / days),
  );
  return slopes.sort((a, b) => a - b);
}

/** Between the two nearest when the rank falls between them. */
export function quantile(sorted: readonly number[], share: number): number {
  const rank = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
  return below + (above - below) * (rank - Math.floor(rank));
}

function patients(value: number): number {
  return Math.max(0, Math.round(value));
}
