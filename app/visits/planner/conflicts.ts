import { mandatory, orderOf } from "./order";
import { type Ground, startWindows } from "./prepare";
import type { Candidate, Problem } from "./problem";

/** Why the fixed part of a plan cannot stand. `candidates` are the ids of the appointments concerned. */
export interface Conflict {
  kind: ConflictKind;
  day: number;
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
  | "visit_limit";

export function findConflicts(problem: Problem, ground: Ground): Conflict[] {
  const early = [...impossibleLocks(problem, ground), ...doubledLocks(problem)];
  return early.length > 0 ? early : problem.days.flatMap((_, day) => conflictsOfDay(ground, day));
}

function impossibleLocks(problem: Problem, ground: Ground): Conflict[] {
  const known = new Map(problem.candidates.map((candidate) => [candidate.id, candidate]));
  return problem.locks.flatMap((lock): Conflict[] => {
    const conflict = (kind: ConflictKind, missingSeconds = 0) => [
      { kind, day: lock.day, candidates: [lock.candidate], missingSeconds },
    ];
    const candidate = known.get(lock.candidate);
    if (!problem.days[lock.day]?.works) return conflict("day_off");
    if (!candidate || candidate.excluded || candidate.place === null) return conflict("not_plannable");
    if (ground.indexOf.has(lock.candidate)) return [];
    const windows = startWindows(problem, candidate, lock.day, lock);
    if (windows.length === 0) return conflict("no_window");
    return conflict("out_of_reach", lateAlone(problem, candidate, lock.day, windows.at(-1)!.to));
  });
}

function lateAlone(problem: Problem, candidate: Candidate, day: number, latest: number): number {
  const { size, seconds } = problem.travel;
  const { startPlace, endPlace, departsFrom, returnsBy } = problem.days[day]!;
  const arrives = departsFrom + seconds[startPlace * size + candidate.place!]!;
  const starts = Math.max(arrives, Math.min(latest, candidate.windows[day]?.[0]?.from ?? latest));
  const home = starts + candidate.service + seconds[candidate.place! * size + endPlace]!;
  return Math.max(arrives - latest, home - returnsBy, 0);
}

function doubledLocks(problem: Problem): Conflict[] {
  const doctorOf = new Map(
    problem.candidates.map((c) => [c.id, c.group === undefined ? `id ${c.id}` : `group ${c.group}`]),
  );
  return problem.locks.flatMap((lock, i) => {
    const twin = problem.locks
      .slice(0, i)
      .find((other) => doctorOf.get(other.candidate) === doctorOf.get(lock.candidate));
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
