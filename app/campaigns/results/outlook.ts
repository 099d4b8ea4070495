import type { Arm } from "./arm";
import { FEWEST_PRACTICES, type Uplift, uplift } from "./uplift";

/** When a comparison that does not conclude yet will, if things go on as they began. */
export type Outlook =
  | { readonly kind: "in-days"; readonly days: number }
  /** Not with so few kept aside; so many would do, of as many doctors in all. */
  | { readonly kind: "larger-holdout"; readonly holdout: number }
  /** Not with so few doctors, even with half of them kept aside; so many in all would do. */
  | { readonly kind: "more-doctors"; readonly doctors: number }
  /** No gap to be seen: nothing to conclude, now or later. */
  | { readonly kind: "no-gap" };

export interface Progress {
  /** Days since the first letter. */
  readonly elapsed: number;
  /** Days agreed on. */
  readonly horizon: number;
}

/** More doctors than there are in the country: nobody would wait for it. */
const MOST_DOCTORS = 230_000;

/** Supposes that successes go on at the pace and with the gap observed so far. */
export function outlookOf(letter: Arm, holdout: Arm, { elapsed, horizon }: Progress): Outlook {
  const begun = Math.max(1, Math.min(elapsed, horizon));
  const onDay = (day: number) => uplift(grown(letter, 1, day / begun), grown(holdout, 1, day / begun), day >= horizon);
  for (let day = begun; day <= horizon; day++)
    if (concludes(onDay(day)) && day > elapsed) return { kind: "in-days", days: day - elapsed };
  const atEnd = [grown(letter, 1, horizon / begun), grown(holdout, 1, horizon / begun)] as const;
  if (letter.successes + holdout.successes === 0 || uplift(...atEnd, true).difference === 0) return { kind: "no-gap" };
  return sizeNeeded(...atEnd);
}

function sizeNeeded(letter: Arm, holdout: Arm): Outlook {
  const all = letter.doctors + holdout.doctors;
  const split = (kept: number, total: number) =>
    uplift(grown(letter, (total - kept) / letter.doctors, 1), grown(holdout, kept / holdout.doctors, 1), true);
  const kept = smallest(holdout.doctors, Math.floor(all / 2), (count) => concludes(split(count, all)));
  if (kept !== null) return { kind: "larger-holdout", holdout: kept };
  const total = smallest(all, MOST_DOCTORS, (count) => concludes(split(Math.floor(count / 2), count)));
  return total === null ? { kind: "no-gap" } : { kind: "more-doctors", doctors: total };
}

/** The same arm with `times` as many practices, and each doctor `rate` times as often a success. */
function grown(arm: Arm, times: number, rate: number): Arm {
  const faster = Math.min(rate, arm.successes === 0 ? rate : arm.doctors / arm.successes);
  return {
    practices: Math.max(1, Math.round(arm.practices * times)),
    doctors: arm.doctors * times,
    successes: arm.successes * times * faster,
    doctorSquares: arm.doctorSquares * times,
    // Scaled by once the rate, not by its square: how alike colleagues are does not grow with time.
    successSquares: arm.successSquares * times * faster,
    crossed: arm.crossed * times * faster,
  };
}

function concludes({ verdict }: Uplift): boolean {
  return verdict === "more" || verdict === "less";
}

/** The least number for which it holds, when it goes on holding above; null when it does not hold at the end. */
function smallest(from: number, to: number, holds: (count: number) => boolean): number | null {
  let [low, high] = [Math.max(from, FEWEST_PRACTICES), to];
  if (low > high || !holds(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
