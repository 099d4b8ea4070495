import { type Arm, designEffect, rateOf } from "./arm";
import { type Interval, newcombe, widened } from "./interval";

/** Two-sided 95 %. */
const FINAL_Z = 1.959964;
/** Before the end one may look every day only because of this bound (Haybittle and Peto): the error stays near 5 %. */
const EARLY_Z = 3;
/** With fewer practices kept aside, no interval deserves its name. */
export const FEWEST_PRACTICES = 5;

export type Verdict = "more" | "less" | "undecided" | "too-small";

export interface Uplift {
  readonly letterRate: number;
  readonly holdoutRate: number;
  /** Rate with the letter − rate without. */
  readonly difference: number;
  /** Of the difference, at 95 %. Null: too few practices. */
  readonly interval: Interval | null;
  readonly designEffect: number;
  readonly verdict: Verdict;
}

/**
 * What the letter adds, against those kept aside. Everybody drawn counts, whether the letter arrived or not: it is the draw
 * that makes the two sides alike. `isFinal`: the days agreed on have passed; before, only a much larger gap decides.
 */
export function uplift(letter: Arm, holdout: Arm, isFinal: boolean): Uplift {
  const effect = designEffect([letter, holdout]);
  const [letterRate, holdoutRate] = [rateOf(letter), rateOf(holdout)];
  const within = (z: number) =>
    newcombe(
      { share: letterRate, size: letter.doctors / effect },
      { share: holdoutRate, size: holdout.doctors / effect },
      widened(z, Math.min(letter.practices, holdout.practices) - 1),
    );
  const isTooSmall = Math.min(letter.practices, holdout.practices) < FEWEST_PRACTICES;
  return {
    letterRate,
    holdoutRate,
    difference: letterRate - holdoutRate,
    interval: isTooSmall ? null : within(FINAL_Z),
    designEffect: effect,
    verdict: isTooSmall ? "too-small" : decided(within(isFinal ? FINAL_Z : EARLY_Z)),
  };
}

function decided({ low, high }: Interval): Verdict {
  if (low > 0) return "more";
  return high < 0 ? "less" : "undecided";
}
