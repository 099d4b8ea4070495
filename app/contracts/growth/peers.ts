import { addYears, type Day, daysBetween } from "~/calendar/day";
import type { Measure } from "./path";
import { quantile } from "./projection";

/** Fewer doctors than this would let one of them be recognised. */
export const FEWEST_PEERS = 11;
/** A rate read over less than half a year is mostly chance. */
const FEWEST_DAYS = 180;
const YEAR_DAYS = 365.25;

export interface Peer {
  readonly startsOn: Day;
  readonly baseline: number;
  readonly lastOn: Day;
  readonly last: number;
}

export type Band =
  | { readonly isEnough: false; readonly doctors: number }
  /** Growth a year, as a share of the list at the signature: half of the doctors lie between the two. */
  | {
      readonly isEnough: true;
      readonly doctors: number;
      readonly low: number;
      readonly middle: number;
      readonly high: number;
    };

export function bandOf(peers: readonly Peer[]): Band {
  const rates = peers
    .filter(({ startsOn, lastOn, baseline }) => baseline > 0 && daysBetween(startsOn, lastOn) >= FEWEST_DAYS)
    .map(({ startsOn, lastOn, baseline, last }) => ((last / baseline - 1) * YEAR_DAYS) / daysBetween(startsOn, lastOn))
    .sort((a, b) => a - b);
  if (rates.length < FEWEST_PEERS) return { isEnough: false, doctors: rates.length };
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(rates, share));
  return { isEnough: true, doctors: rates.length, low: low!, middle: middle!, high: high! };
}

/** What a list would be on a day at that growth a year. */
export function grownTo(baseline: number, rate: number, startsOn: Day, on: Day): number {
  return Math.max(0, Math.round(baseline * (1 + (rate * daysBetween(startsOn, on)) / YEAR_DAYS)));
}

/** 402 general practitioners who signed in 2019 and 2020, four years on: an average of the country, not a promise. */
const NATIONAL = { share: 0.195, years: 4 } as const;

export function nationalEvidence(measure: Measure, baseline: number | null, startsOn: Day) {
  if (measure !== "MT" || baseline === null) return null;
  return { on: addYears(startsOn, NATIONAL.years), value: Math.round(baseline * (1 + NATIONAL.share)) };
}
