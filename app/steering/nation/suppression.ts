import type { Hidden, Told } from "./measures";

/** Below this, a group is hidden: one could recognise somebody. */
const SMALLEST = 11;
/** Whoever subtracts must be left with at least so many possible values for a hidden count. */
const FEWEST_GUESSES = 5;

export interface Published {
  readonly cells: ReadonlyMap<string, Told>;
  readonly total: Told;
}

/**
 * Hides counts from 1 to 10, then, while the total would let one be found by subtraction, the smallest count still shown;
 * when nothing is left to hide, the total. Nought is no group and hides nobody.
 */
export function suppressed(counts: ReadonlyMap<string, number>): Published {
  const hidden = new Map<string, Hidden>();
  for (const [place, count] of counts) if (count > 0 && count < SMALLEST) hidden.set(place, "small");
  const shown = [...counts].filter(([place, count]) => count > 0 && !hidden.has(place)).sort((a, b) => b[1] - a[1]);
  while (!isSafe(counts, hidden)) {
    const smallest = shown.pop();
    if (!smallest) break;
    hidden.set(smallest[0], "masked");
  }
  const cells = new Map([...counts].map(([place, count]) => [place, toldOf(count, hidden.get(place))] as const));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isTotalSafe = isSafe(counts, hidden) && (total === 0 || total >= SMALLEST);
  return { cells, total: toldOf(total, isTotalSafe ? undefined : total < SMALLEST ? "small" : "masked") };
}

/** A ratio of two counts gives one away with the other: it is told only where both are. Null: a share of nothing. */
export function ratio(above: Told, below: Told): Told | null {
  if (above.hidden) return above;
  if (below.hidden) return below;
  return below.value === 0 ? null : { value: above.value / below.value, hidden: null };
}

function isSafe(counts: ReadonlyMap<string, number>, hidden: ReadonlyMap<string, Hidden>): boolean {
  const small = [...hidden.values()].filter((why) => why === "small").length;
  if (small === 0) return true;
  const rest = [...hidden.keys()].reduce((sum, place) => sum + counts.get(place)!, 0);
  const { least, most } = guesses({ rest, small, masked: hidden.size - small });
  return most - least + 1 >= FEWEST_GUESSES;
}

/** What somebody who knows the total, the cells shown and the words of the hidden ones may conclude of a small one. */
export function guesses({ rest, small, masked }: { rest: number; small: number; masked: number }) {
  const most = Math.min(SMALLEST - 1, rest - (small - 1) - SMALLEST * masked);
  const least = masked > 0 ? 1 : Math.max(1, rest - (SMALLEST - 1) * (small - 1));
  return { least, most };
}

function toldOf(value: number, why: Hidden | undefined): Told {
  return why === undefined ? { value, hidden: null } : { value: null, hidden: why };
}
