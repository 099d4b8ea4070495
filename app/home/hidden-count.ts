import { number } from "~/format/numbers";
import { NARROW, NO_BREAK } from "~/format/typography";

/** A count some of whose groups are hidden because they hold fewer than eleven people. */
export interface HiddenCount {
  readonly known: number;
  /** How many groups of 1 to 10 people are not in `known`. */
  readonly hidden: number;
}

/** Below this, a group is hidden (db/policies/40-national.sql): one could recognise somebody. */
const SMALLEST = 11;

export const NOBODY: HiddenCount = { known: 0, hidden: 0 };

export function plus(sum: HiddenCount, doctors: number | null): HiddenCount {
  return doctors === null ? { ...sum, hidden: sum.hidden + 1 } : { ...sum, known: sum.known + doctors };
}

/** « 1 204 », « < 11 » when all is hidden, « ≥ 1 205 » when a part is: never a figure more exact than what was told. */
export function hiddenCount({ known, hidden }: HiddenCount): string {
  if (hidden === 0) return number(known);
  if (known === 0) return `<${NARROW}${number(hidden * (SMALLEST - 1) + 1)}`;
  return `≥${NO_BREAK}${number(known + hidden)}`;
}
