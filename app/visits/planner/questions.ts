import { onlyLocked } from "./fixed";
import { cheapestSwap, startAt } from "./forcing";
import { costAt, NEVER } from "./gaps";
import type { Plan } from "./itinerary";
import { hoursOf, toursOf } from "./load";
import { type Ground, prepare } from "./prepare";
import type { Problem } from "./problem";
import { type Forcing, forcingOf, groupHolder } from "./reasons";
import { scheduleDay } from "./schedule";
import { copyOf, insert, type Tours } from "./tours";

/** "Pourquoi pas elle ?": what one more visit would cost, whom it would push out. Null when no day can hold it. */
export function costOfForcing(problem: Problem, plan: Plan, candidate: string): Forcing | null {
  const ground = prepare(problem);
  const c = ground.indexOf.get(candidate);
  if (c === undefined) return null;
  const tours = toursOf(ground, plan);
  if (tours.dayOf[c]! >= 0 || groupHolder(ground, tours, c) >= 0) return null;
  const swap = cheapestSwap(ground, tours, onlyLocked(tours), [c]).get(c);
  return swap ? forcingOf(ground, c, swap) : null;
}

/** A part of a day to fill; without bounds the whole day. */
export interface Hole {
  day: number;
  from?: number;
  to?: number;
}

export interface Insertion {
  candidate: string;
  score: number;
  extraSeconds: number;
  startsAt: number;
  /** Other visits of the day whose start changes, with their new times. */
  shifted: { candidate: string; startsAt: number }[];
}

/** The visits that would fill a hole best without displacing any, by score squared over extra time. */
export function bestInsertions(problem: Problem, plan: Plan, hole: Hole, limit = 5): Insertion[] {
  const ground = prepare(problem);
  const tours = toursOf(ground, plan);
  const offers: { c: number; position: number; extra: number; value: number }[] = [];
  for (let c = 0; c < ground.terrain.candidates; c++) {
    if (tours.dayOf[c]! >= 0 || groupHolder(ground, tours, c) >= 0) continue;
    const offer = bestPosition(ground, tours, c, hole);
    if (offer) offers.push({ c, ...offer, value: ground.terrain.score[c]! ** 2 / Math.max(1, offer.extra) });
  }
  offers.sort((a, b) => b.value - a.value || a.c - b.c);
  return offers
    .slice(0, limit)
    .map(({ c, position, extra }) => insertion(problem, ground, tours, plan, c, hole.day, position, extra));
}

function bestPosition(
  { terrain }: Ground,
  tours: Tours,
  c: number,
  { day, from = 0, to = Number.MAX_SAFE_INTEGER }: Hole,
) {
  const slot = day * terrain.candidates + c;
  if (tours.visits[day]! >= terrain.maxVisits[day]! || terrain.close[slot]! < terrain.open[slot]!) return null;
  let best: { position: number; extra: number } | null = null;
  for (let position = 1; position <= tours.length[day]! + 1; position++) {
    const extra = costAt(tours, c, day, position);
    if (extra === NEVER || (best && extra >= best.extra)) continue;
    const starts = startAt(tours, c, day, position);
    if (starts >= from && starts + terrain.service[c]! <= to) best = { position, extra };
  }
  return best;
}

function insertion(
  problem: Problem,
  ground: Ground,
  tours: Tours,
  plan: Plan,
  c: number,
  day: number,
  position: number,
  extraSeconds: number,
): Insertion {
  const work = copyOf(tours);
  insert(work, c, day, position);
  const wishes = hoursOf(ground, plan);
  const stops = scheduleDay(problem, ground, work, day, wishes)?.stops ?? [];
  const { id, score } = ground.usable[c]!;
  const startsAt = stops.find((stop) => stop.candidate === id)!.startsAt;
  const shifted = stops.flatMap((stop) => {
    const isOld =
      stop.candidate === null ||
      stop.candidate === id ||
      wishes.get(ground.indexOf.get(stop.candidate)!) === stop.startsAt;
    return isOld ? [] : [{ candidate: stop.candidate!, startsAt: stop.startsAt }];
  });
  return { candidate: id, score, extraSeconds, startsAt, shifted };
}
