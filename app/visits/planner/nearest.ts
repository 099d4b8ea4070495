import { Random } from "./random";

/** Beyond this many neighbours a gap is not worth looking at for a doctor who was not just taken out. */
const MOST_NEIGHBOURS = 250;

/** From each row, its nearest candidates first; ties by candidate number. */
export function nearest(out: Int32Array, candidates: number, rows: number) {
  const nearCount = Math.max(0, Math.min(MOST_NEIGHBOURS, candidates - 1));
  const near = new Int32Array(rows * nearCount);
  const nearWay = new Int32Array(rows * nearCount);
  const keys = new Float64Array(candidates);
  for (let row = 0; row < rows; row++) {
    let count = 0;
    for (let c = 0; c < candidates; c++) if (c !== row) keys[count++] = out[row * rows + c]! * 65536 + c;
    const sorted = keys.subarray(0, count).sort();
    for (let i = 0; i < nearCount; i++) {
      const c = sorted[i]! % 65536;
      near[row * nearCount + i] = c;
      nearWay[row * nearCount + i] = out[row * rows + c]!;
    }
  }
  return { near, nearWay, nearCount };
}

/** How many triples are looked at to see how far travel times keep the triangle inequality. */
const TRIPLES = 3000;

/** The largest gain of a detour over the straight way in a fixed sample; a few seconds of rounding on road times. */
export function largestShortcut(out: Int32Array, service: Int32Array, rows: number): number {
  const random = new Random(1);
  let largest = 0;
  for (let i = 0; i < TRIPLES; i++) {
    const [a, b, c] = [random.below(rows), random.below(rows), random.below(rows)];
    const detour = out[a * rows + b]! + out[b * rows + c]! - service[b]!;
    if (a !== b && b !== c && a !== c) largest = Math.max(largest, out[a * rows + c]! - detour);
  }
  return largest;
}
