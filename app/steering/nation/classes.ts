/** How many shades a map has beside nought and hidden: more are not told apart. */
export const MOST_CLASSES = 5;

/** The upper ends of classes that hold about as many places each; equal values share a class. */
export function classEnds(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const ends = Array.from(
    { length: MOST_CLASSES },
    (_, at) => sorted[Math.ceil(((at + 1) * sorted.length) / MOST_CLASSES) - 1],
  );
  return [...new Set(ends.filter((end) => end !== undefined))];
}

/** 0 for nought, then 1 for the lowest class. */
export function classOf(value: number, ends: readonly number[]): number {
  if (value <= 0) return 0;
  const at = ends.findIndex((end) => value <= end);
  return at === -1 ? ends.length : at + 1;
}
