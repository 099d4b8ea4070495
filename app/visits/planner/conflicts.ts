import { mandatory, orderOf } from "./order";
import { byId, type Ground, startWindows } from "./prepare";
import type { Candidate, Lock, Problem } from "./problem";
import type { Homeless } from "./settle";

/** Why the fixed part of a plan cannot stand. */
export interface Conflict {
  kind: ConflictKind;
  /** Null when it is not about one day. */
  day: number | null;
  /** The ids of the locked visits concerned, the one without room first. */
  candidates: string[];
  /** How much time is short in the best order, 0 where time is not the matter. */
  missingSeconds: number;
}

export type ConflictKind =
  /** The hours of the day do not even hold the way from start to end, or the lunch. */
  | "day_too_short"
  | "day_off"
  /** Locked, but unknown, excluded or without a place. */
  | "not_plannable"
  /** Locked twice, or two addresses of one doctor locked. */
  | "same_doctor"
  | "no_window"
  /** Alone on its day it cannot be reached in time. */
  | "out_of_reach"
  /** Two appointments that no order reconciles. */
  | "incompatible"
  /** Every two go together, all of them do not. */
  | "too_many"
  | "visit_limit"
  /** To be seen on any day, but none has room beside the other locked visits; the day is the one that lacks least. */
  | "no_room";

export function findConflicts(problem: Problem, ground: Ground): Conflict[] {
  const locks = [...problem.locks].sort((a, b) => byId({ id: a.candidate }, { id: b.candidate }));
  const early = [...impossibleLocks(problem, ground, locks), ...doubledLocks(problem, locks)];
  return early.length > 0 ? early : problem.days.flatMap((_, day) => conflictsOfDay(ground, day));
}

export function conflictOf({ usable }: Ground, { node, day, others, missingSeconds }: Homeless): Conflict {
  return { kind: "no_room", day, candidates: [node, ...others].map((c) => usable[c]!.id), missingSeconds };
}

function impossibleLocks(problem: Problem, ground: Ground, locks: Lock[]): Conflict[] {
  const known = new Map(problem.candidates.map((candidate) => [candidate.id, candidate]));
  return locks.flatMap((lock): Conflict[] => {
    const conflict = (kind: ConflictKind, day = lock.day, missingSeconds = 0) => [
      { kind, day, candidates: [lock.candidate], missingSeconds },
    ];
    const candidate = known.get(lock.candidate);
    if (lock.day !== null && !problem.days[lock.day]?.works) return conflict("day_off");
    if (!candidate || candidate.excluded || candidate.place === null) return conflict("not_plannable");
    if (ground.indexOf.has(lock.candidate)) return [];
    const closest = closestDay(problem, candidate, lock);
    return closest ? conflict("out_of_reach", closest.day, closest.missing) : conflict("no_window");
  });
}

/** The day on which the least time is missing to visit this doctor alone; null without any window. */
function closestDay(problem: Problem, candidate: Candidate, lock: Lock): { day: number; missing: number } | null {
  const { size, seconds } = problem.travel;
  const place = candidate.place!;
  const open = problem.days.flatMap(({ startPlace, endPlace, departsFrom, returnsBy }, day) =>
    startWindows(problem, candidate, day, lock).map(({ from, to }) => {
      const arrives = departsFrom + seconds[startPlace * size + place]!;
      const home = Math.max(arrives, from) + candidate.service + seconds[place * size + endPlace]!;
      return { day, missing: Math.max(arrives - to, home - returnsBy) };
    }),
  );
  return open.length > 0 ? open.reduce((least, each) => (each.missing < least.missing ? each : least)) : null;
}

function doubledLocks(problem: Problem, locks: Lock[]): Conflict[] {
  const doctorOf = new Map(
    problem.candidates.map((c) => [c.id, c.group === undefined ? `id ${c.id}` : `group ${c.group}`]),
  );
  return locks.flatMap((lock, i) => {
    const twin = locks.slice(0, i).find((other) => doctorOf.get(other.candidate) === doctorOf.get(lock.candidate));
    if (!twin) return [];
    return [
      { kind: "same_doctor", day: lock.day, candidates: [twin.candidate, lock.candidate], missingSeconds: 0 } as const,
    ];
  });
}

function conflictsOfDay({ terrain, usable }: Ground, day: number): Conflict[] {
  if (terrain.maxVisits[day] === 0 && terrain.lunchLength[day] === 0) return [];
  const late = (nodes: number[]) => orderOf(terrain, day, nodes).late;
  const conflict = (kind: ConflictKind, nodes: number[], missingSeconds: number): Conflict[] => [
    { kind, day, candidates: nodes.map((c) => usable[c]!.id), missingSeconds },
  ];
  const all = mandatory(terrain, day);
  const visits = all.filter((node) => node < terrain.rows);
  const lunch = all.filter((node) => node >= terrain.rows);
  if (late(lunch) > 0) return conflict("day_too_short", [], late(lunch));
  if (visits.length > terrain.maxVisits[day]!) return conflict("visit_limit", visits, 0);
  const missing = late(all);
  if (missing <= 0) return [];
  const alone = visits.flatMap((c) =>
    late([c, ...lunch]) > 0 ? conflict("out_of_reach", [c], late([c, ...lunch])) : [],
  );
  if (alone.length > 0) return alone;
  const pairs = visits.flatMap((a, i) =>
    visits.slice(i + 1).flatMap((b) => {
      const short = late([a, b, ...lunch]);
      return short > 0 ? conflict("incompatible", [a, b], short) : [];
    }),
  );
  return pairs.length > 0 ? pairs : conflict("too_many", visits, missing);
}
