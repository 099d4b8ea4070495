import { cheapestGap, found, NEVER } from "./gaps";
import type { Ground } from "./prepare";
import { earliestStart } from "./terrain";
import { copyOf, insert, rewrite, type Tours } from "./tours";

/** One visit in, some out. `lost` is the score of those out, `extra` the time (way and service) after minus before. */
export interface Swap {
  day: number;
  startsAt: number;
  dropped: number[];
  lost: number;
  extra: number;
}

/**
 * For each of these unplanned candidates the cheapest way in: beside everything, else instead of one or two visits of a day,
 * else with the day rebuilt around its locked appointments. Lost score first, then time.
 */
export function cheapestSwap(ground: Ground, tours: Tours, bare: Tours, wanted: number[]): Map<number, Swap> {
  const best = new Map<number, Swap>();
  const work = copyOf(tours);
  for (let day = 0; day < tours.terrain.days; day++) {
    tryDropping(work, day, [], wanted, best);
    const visits = droppable(tours, day);
    for (const visit of visits) tryDropping(work, day, [visit], wanted, best);
  }
  for (let day = 0; day < tours.terrain.days; day++) {
    const visits = droppable(tours, day);
    for (const [i, first] of visits.entries()) {
      for (const second of visits.slice(i + 1)) tryDropping(work, day, [first, second], wanted, best);
    }
  }
  for (const c of wanted) if (!best.has(c)) rebuild(ground, tours, bare, c, best);
  return best;
}

function droppable(tours: Tours, day: number): number[] {
  const { terrain, stops, stride } = tours;
  return [...stops.subarray(day * stride + 1, day * stride + tours.length[day]! + 1)].filter(
    (node) => node < terrain.candidates && !terrain.must[node],
  );
}

function tryDropping(work: Tours, day: number, dropped: number[], wanted: number[], best: Map<number, Swap>): void {
  const { terrain, stops, stride } = work;
  const lost = dropped.reduce((sum, node) => sum + terrain.score[node]!, 0);
  const open = wanted.filter((c) => (best.get(c)?.lost ?? lost) >= lost);
  if (open.length === 0) return;
  const before = [...stops.subarray(day * stride + 1, day * stride + work.length[day]! + 1)];
  const spent = timeOf(work, day);
  const kept = Int32Array.from(before.filter((node) => !dropped.includes(node)));
  if (rewrite(work, day, kept, 0, kept.length)) {
    const gained = timeOf(work, day) - spent;
    for (const c of open) {
      const known = best.get(c);
      const extra = cheapestGap(work, c, day) + gained;
      if (found.cost === NEVER || (known && known.lost === lost && known.extra <= extra)) continue;
      best.set(c, { day, startsAt: startAt(work, c, day, found.position), dropped, lost, extra });
    }
  }
  rewrite(work, day, Int32Array.from(before), 0, before.length);
}

/** Way and service of a day. */
function timeOf(tours: Tours, day: number): number {
  let time = tours.travel[day]!;
  for (let k = 1; k <= tours.length[day]!; k++) {
    const node = tours.stops[day * tours.stride + k]!;
    if (node < tours.terrain.candidates) time += tours.terrain.service[node]!;
  }
  return time;
}

export function startAt(tours: Tours, c: number, day: number, position: number): number {
  const { terrain } = tours;
  const k = day * tours.stride + position - 1;
  const arrives = tours.leaves[k]! + terrain.into[c * terrain.rows + tours.leavesFrom[k]!]!;
  return earliestStart(terrain, day * terrain.candidates + c, arrives);
}

/** Locked appointments, then this candidate, then the visits that were there, the highest scores first. */
function rebuild({ terrain }: Ground, tours: Tours, bare: Tours, c: number, best: Map<number, Swap>): void {
  for (let day = 0; day < terrain.days; day++) {
    if (cheapestGap(bare, c, day) === NEVER) continue;
    const work = copyOf(bare);
    insert(work, c, day, found.position);
    const visits = droppable(tours, day).sort((a, b) => terrain.score[b]! - terrain.score[a]! || a - b);
    const dropped: number[] = [];
    for (const node of visits) {
      if (cheapestGap(work, node, day) === NEVER) dropped.push(node);
      else {
        insert(work, node, day, found.position);
      }
    }
    const lost = dropped.reduce((sum, node) => sum + terrain.score[node]!, 0);
    const extra = timeOf(work, day) - timeOf(tours, day);
    const known = best.get(c);
    if (known && (known.lost < lost || (known.lost === lost && known.extra <= extra))) continue;
    const startsAt = work.start[day * work.stride + work.placeOf[c]!]!;
    best.set(c, { day, startsAt, dropped, lost, extra });
  }
}
