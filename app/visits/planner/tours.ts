import { earliestStart, latestStart, type Terrain } from "./terrain";

/** The days being built. Positions run from 0 (leaving the base) to `length + 1` (back at the base). */
export interface Tours {
  terrain: Terrain;
  stride: number;
  stops: Int32Array;
  length: Int32Array;
  visits: Int32Array;
  /** Earliest start at each position; `leaves` is the time from which `out` counts, `leavesFrom` its row. */
  start: Int32Array;
  leaves: Int32Array;
  leavesFrom: Int32Array;
  /** Latest start that keeps the rest of the day feasible. */
  latest: Int32Array;
  /** The most time any gap of the day could still give to a visit and its detour. */
  roomiest: Int32Array;
  /** From the `leaves` of the position before to the arrival here. */
  leg: Int32Array;
  /** On the road up to here. */
  driven: Int32Array;
  /** Position of the lunch, or -1. */
  lunchAt: Int32Array;
  /** Day and position of each node; day -1 when it is not planned. */
  dayOf: Int32Array;
  placeOf: Int32Array;
  groupUse: Int32Array;
  travel: Int32Array;
  score: Int32Array;
}

/** Below any room, in 32 bits. */
const NO_ROOM = -(2 ** 31);

export function emptyTours(terrain: Terrain): Tours {
  const { days, rows, candidates } = terrain;
  let most = 1;
  for (let d = 0; d < days; d++) most = Math.max(most, Math.min(terrain.maxVisits[d]!, candidates));
  const stride = most + 4;
  const perStop = () => new Int32Array(days * stride);
  const tours: Tours = {
    terrain,
    stride,
    stops: perStop(),
    length: new Int32Array(days),
    visits: new Int32Array(days),
    start: perStop(),
    leaves: perStop(),
    leavesFrom: perStop(),
    latest: perStop(),
    leg: perStop(),
    driven: perStop(),
    roomiest: new Int32Array(days),
    lunchAt: new Int32Array(days).fill(-1),
    dayOf: new Int32Array(rows + days).fill(-1),
    placeOf: new Int32Array(rows + days),
    groupUse: new Int32Array(terrain.groups),
    travel: new Int32Array(days),
    score: new Int32Array(days),
  };
  for (let d = 0; d < days; d++) retime(tours, d);
  return tours;
}

/** An independent copy to try things on. */
export function copyOf(tours: Tours): Tours {
  const copy = emptyTours(tours.terrain);
  for (let d = 0; d < tours.terrain.days; d++) {
    rewrite(copy, d, tours.stops, d * tours.stride + 1, tours.length[d]!);
  }
  return copy;
}

/** Puts a node between positions `position - 1` and `position`, where it is known to fit. */
export function insert(tours: Tours, node: number, day: number, position: number): void {
  const { stops, latest, length, stride } = tours;
  const base = day * stride;
  const at = base + position;
  for (let k = base + length[day]! + 1; k >= at; k--) {
    stops[k + 1] = stops[k]!;
    latest[k + 1] = latest[k]!;
  }
  stops[at] = node;
  length[day] = length[day]! + 1;
  if (node < tours.terrain.candidates) join(tours, node, day);
  retimeForwards(tours, day, at);
  // The way after a lunch depends on the stop before it.
  retimeBackwards(tours, day, stops[at + 1]! >= tours.terrain.rows ? at + 1 : at, at);
}

/** Replaces all stops of a day by `count` stops read from `source` at `offset`, and re-times it. */
export function rewrite(tours: Tours, day: number, source: Int32Array, offset: number, count: number): boolean {
  const { stops, length, stride } = tours;
  const base = day * stride;
  empty(tours, day);
  for (let k = 1; k <= count; k++) {
    const node = source[offset + k - 1]!;
    stops[base + k] = node;
    if (node < tours.terrain.candidates) join(tours, node, day);
  }
  length[day] = count;
  return retime(tours, day);
}

/** Books every stop out of a day without re-timing it. */
export function empty(tours: Tours, day: number): void {
  const base = day * tours.stride;
  for (let k = 1; k <= tours.length[day]!; k++) leave(tours, tours.stops[base + k]!, day);
  tours.length[day] = 0;
}

export function clearDays(tours: Tours): void {
  for (let day = 0; day < tours.terrain.days; day++) empty(tours, day);
}

function join(tours: Tours, node: number, day: number): void {
  const { terrain, visits, score, groupUse } = tours;
  tours.dayOf[node] = day;
  visits[day] = visits[day]! + 1;
  score[day] = score[day]! + terrain.score[node]!;
  const group = terrain.group[node]!;
  if (group >= 0) groupUse[group] = groupUse[group]! + 1;
}

/** Books a stop out of a day; the caller moves the others up. */
export function leave(tours: Tours, node: number, day: number): void {
  const { terrain, visits, score, groupUse } = tours;
  tours.dayOf[node] = -1;
  if (node >= terrain.candidates) return;
  visits[day] = visits[day]! - 1;
  score[day] = score[day]! - terrain.score[node]!;
  const group = terrain.group[node]!;
  if (group >= 0) groupUse[group] = groupUse[group]! - 1;
}

/** Recomputes the times of a day. False when a stop cannot be reached in time (the arrays are then not to be used). */
export function retime(tours: Tours, day: number): boolean {
  const { terrain, stops, start, leaves, leavesFrom, driven, latest, stride } = tours;
  const base = day * stride;
  const end = base + tours.length[day]! + 1;
  const from = terrain.startRow[day]!;
  const at = terrain.departsFrom[day]!;
  stops[base] = from;
  stops[end] = terrain.endRow[day]!;
  start[base] = at;
  leaves[base] = at;
  leavesFrom[base] = from;
  driven[base] = 0;
  latest[end] = terrain.returnsBy[day]!;
  tours.lunchAt[day] = -1;
  tours.roomiest[day] = NO_ROOM;
  return retimeForwards(tours, day, base + 1) && retimeBackwards(tours, day, end - 1, base);
}

/** Earliest times from one stop to the end of the day. */
function retimeForwards(tours: Tours, day: number, first: number): boolean {
  const { terrain, stops, start, leaves, leavesFrom, leg, driven, dayOf, placeOf, lunchAt } = tours;
  const { out, service, rows, candidates } = terrain;
  const base = day * tours.stride;
  const end = base + tours.length[day]! + 1;
  const slots = day * candidates;
  let from = leavesFrom[first - 1]!;
  let at = leaves[first - 1]!;
  let travel = driven[first - 1]!;
  for (let k = first; k < end; k++) {
    const node = stops[k]!;
    placeOf[node] = k - base;
    if (node >= rows) {
      lunchAt[day] = k - base;
      dayOf[node] = day;
      leg[k] = service[from]!;
      at += service[from]!;
      if (at < terrain.lunchFrom[day]!) at = terrain.lunchFrom[day]!;
      if (at > terrain.lunchTo[day]!) return false;
      start[k] = at;
      at += terrain.lunchLength[day]! - service[from]!;
    } else {
      const way = out[from * rows + node]!;
      leg[k] = way;
      travel += way - service[from]!;
      at = earliestStart(terrain, slots + node, at + way);
      if (at < 0) return false;
      start[k] = at;
      from = node;
    }
    leaves[k] = at;
    leavesFrom[k] = from;
    driven[k] = travel;
  }
  const home = out[from * rows + stops[end]!]!;
  leg[end] = home;
  start[end] = at + home;
  tours.travel[day] = travel + home - service[from]!;
  return start[end]! <= terrain.returnsBy[day]!;
}

/** Latest times from one stop back to the start of the day, or to the first that stands as `known`. */
function retimeBackwards(tours: Tours, day: number, last: number, known: number): boolean {
  const { terrain, stops, start, latest, leaves, leavesFrom, leg } = tours;
  const { rows, candidates } = terrain;
  const base = day * tours.stride;
  let by = latest[last + 1]!;
  let roomiest = Math.max(tours.roomiest[day]!, by - leaves[last]! - leg[last + 1]!);
  for (let k = last; k > base; k--) {
    const node = stops[k]!;
    by -= leg[k + 1]!;
    if (node >= rows) {
      by -= terrain.lunchLength[day]! - terrain.service[leavesFrom[k]!]!;
      if (by > terrain.lunchTo[day]!) by = terrain.lunchTo[day]!;
    } else {
      by = latestStart(terrain, day * candidates + node, by);
    }
    if (by < start[k]!) return false;
    if (k < known && by === latest[k]) break;
    latest[k] = by;
    const room = by - leaves[k - 1]! - leg[k]!;
    if (room > roomiest) roomiest = room;
  }
  tours.roomiest[day] = roomiest;
  return true;
}
