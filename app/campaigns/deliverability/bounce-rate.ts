import { type Interval, wilson } from "../results/interval";

/** Mailbox providers act from 5 % on; our own bound is stricter. */
export const MOST_RETURNED = 0.02;

const Z = 1.959964;

export interface ReturnRate {
  readonly share: number;
  readonly interval: Interval;
  /** Above the bound whatever chance did, perhaps above it, or below. */
  readonly standing: "above" | "doubtful" | "below";
}

/** Null when nothing was handed over. */
export function returnRate(returned: number, handed: number): ReturnRate | null {
  if (handed === 0) return null;
  const share = returned / handed;
  const interval = wilson({ share, size: handed }, Z);
  const standing = interval.low > MOST_RETURNED ? "above" : interval.high > MOST_RETURNED ? "doubtful" : "below";
  return { share, interval, standing };
}
