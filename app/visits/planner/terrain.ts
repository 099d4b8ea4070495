/**
 * The problem as flat arrays. Rows of the matrices: candidates first, then the distinct bases.
 * Node numbers: a row, or `rows + day` for the lunch of that day.
 */
export interface Terrain {
  /** Candidates that could be visited on some day, in the order of their ids. */
  candidates: number;
  rows: number;
  days: number;
  score: Int32Array;
  service: Int32Array;
  /** `out[i * rows + j]`: service at i, then the way to j. `into` is its transpose, so that a scan reads one row. */
  out: Int32Array;
  into: Int32Array;
  startRow: Int32Array;
  endRow: Int32Array;
  departsFrom: Int32Array;
  returnsBy: Int32Array;
  maxVisits: Int32Array;
  lunchFrom: Int32Array;
  lunchTo: Int32Array;
  /** Zero on a day without a lunch. */
  lunchLength: Int32Array;
  /** Per `day * candidates + candidate`; `close < open` means never. */
  open: Int32Array;
  close: Int32Array;
  /** Offset into `intervals` when there are several (count, then from/to pairs), otherwise -1. */
  several: Int32Array;
  intervals: Int32Array;
  /** Days of one type may exchange whole tours. */
  typeOf: Int32Array;
  /** Group number, or -1. */
  group: Int32Array;
  groups: number;
  /** 1: in every plan. 2: besides, its start is narrow enough that moving it is pointless. */
  must: Uint8Array;
  /** The only day a mandatory visit may be on; -1 for one that any open day suits, and for all others. */
  lockedOn: Int32Array;
  /**
   * By how much a detour was ever seen to be shorter than the straight way: 0 where the triangle inequality holds.
   * Only pruning leans on it; whether a visit fits is always computed in full.
   */
  shortcut: number;
  shortestService: number;
  /** Days a repair must leave alone. */
  frozen: Uint8Array;
}

/** First allowed start at or after `at`, or -1. */
export function earliestStart(terrain: Terrain, slot: number, at: number): number {
  const several = terrain.several[slot]!;
  if (at > terrain.close[slot]!) return -1;
  if (at <= terrain.open[slot]!) return terrain.open[slot]!;
  if (several < 0) return at;
  const { intervals } = terrain;
  const end = several + 2 * intervals[several]!;
  for (let i = several + 1; i < end; i += 2) {
    if (at <= intervals[i + 1]!) return Math.max(at, intervals[i]!);
  }
  return -1;
}

/** Last allowed start at or before `by`, or -1. */
export function latestStart(terrain: Terrain, slot: number, by: number): number {
  const several = terrain.several[slot]!;
  if (by < terrain.open[slot]!) return -1;
  if (by >= terrain.close[slot]!) return terrain.close[slot]!;
  if (several < 0) return by;
  const { intervals } = terrain;
  for (let i = several + 2 * intervals[several]! - 1; i > several; i -= 2) {
    if (by >= intervals[i]!) return Math.min(by, intervals[i + 1]!);
  }
  return -1;
}
