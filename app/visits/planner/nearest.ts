/** Beyond this many neighbours a gap is not worth looking at for a doctor who was not just taken out. */
const MOST_NEIGHBOURS = 250;

/** From each row, its nearest candidates first; ties by candidate number. */
export function nearest(out: Int32Array, into: Int32Array, candidates: number, rows: number) {
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
  return { near, nearWay, nearCount, least: leastBetween(out, into, candidates, rows) };
}

function leastBetween(out: Int32Array, into: Int32Array, candidates: number, rows: number): Int32Array {
  return Int32Array.from({ length: candidates }, (_, c) => leastOf(out, c, rows) + leastOf(into, c, rows));
}

function leastOf(matrix: Int32Array, c: number, rows: number): number {
  let least = Number.MAX_SAFE_INTEGER;
  for (let other = 0; other < rows; other++) if (other !== c) least = Math.min(least, matrix[c * rows + other]!);
  return least;
}
