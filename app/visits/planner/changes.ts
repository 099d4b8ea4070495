import type { Tours } from "./tours";

/** A plan to stay close to: where each of its visits was, and what it costs to depart from it. */
export interface Loyalty {
  nodes: Int32Array;
  day: Int32Array;
  start: Int32Array;
  /** A tenth of the mean score of its visits, times the weight chosen. */
  unit: number;
}

const DROPPED = 10;
const OTHER_DAY = 3;
const MOVED = 1;
const MOVED_SECONDS = 30 * 60;

export function changeCost(tours: Tours, loyalty: Loyalty): number {
  const { dayOf, placeOf, start, latest, stride } = tours;
  let units = 0;
  for (let i = 0; i < loyalty.nodes.length; i++) {
    const node = loyalty.nodes[i]!;
    const day = dayOf[node]!;
    if (day < 0) units += DROPPED;
    else if (day !== loyalty.day[i]) units += OTHER_DAY;
    else {
      const k = day * stride + placeOf[node]!;
      const before = loyalty.start[i]!;
      if (start[k]! > before + MOVED_SECONDS || latest[k]! < before - MOVED_SECONDS) units += MOVED;
    }
  }
  return units * loyalty.unit;
}
