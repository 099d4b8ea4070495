import { largestShortcut } from "./nearest";
import type { Candidate, Lock, PlanDay, Problem, StartWindow } from "./problem";
import type { Terrain } from "./terrain";

/** The candidates worth a search, with their rows; the others are named with a reason after it. */
export interface Ground {
  terrain: Terrain;
  usable: Candidate[];
  indexOf: Map<string, number>;
}

/** A locked start narrower than this is never taken out during the search: moving it could not help. */
const NARROW_SECONDS = 15 * 60;

/** Compares ids by code unit, so that the order is the same on every machine. */
export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export function prepare(problem: Problem, frozenDays: readonly number[] = []): Ground {
  const locks = new Map(problem.locks.map((lock) => [lock.candidate, lock]));
  const usable = problem.candidates
    .filter((candidate) => isUsable(problem, candidate, locks.get(candidate.id)))
    .sort(byId);
  const indexOf = new Map(usable.map((candidate, i) => [candidate.id, i]));
  const bases = [...new Set(problem.days.flatMap((day) => [day.startPlace, day.endPlace]))];
  const windows = problem.days.map((_, d) => usable.map((c) => startWindows(problem, c, d, locks.get(c.id))));
  const terrain = {
    ...matrices(problem, usable, bases),
    ...calendar(problem.days, usable.length, bases),
    ...openingTables(windows),
    ...groupNumbers(usable),
    typeOf: dayTypes(problem.days, windows),
    must: Uint8Array.from(usable, (c) => mustOf(locks.get(c.id))),
    lockedOn: Int32Array.from(usable, (c) => lockedOn(problem, c, locks.get(c.id))),
    frozen: Uint8Array.from(problem.days, (_, d) => (frozenDays.includes(d) ? 1 : 0)),
  };
  return { terrain, usable, indexOf };
}

/** The allowed starts of a candidate on a day; a lock on a day leaves only that day, a booked one only its own start. */
export function startWindows(problem: Problem, candidate: Candidate, day: number, lock?: Lock): StartWindow[] {
  if (!problem.days[day]!.works) return [];
  if (lock && lock.day !== null && lock.day !== day) return [];
  return lock?.start ? [lock.start] : (candidate.windows[day] ?? []);
}

function isUsable(problem: Problem, candidate: Candidate, lock: Lock | undefined): boolean {
  if (candidate.excluded || candidate.place === null) return false;
  return problem.days.some((_, day) => fitsEmptyDay(problem, candidate, day, lock));
}

/** Base, doctor, base: reachable and back in time on a day with nothing else (lunch apart)? */
export function fitsEmptyDay(problem: Problem, candidate: Candidate, day: number, lock?: Lock): boolean {
  const { size, seconds } = problem.travel;
  const { departsFrom, returnsBy, startPlace, endPlace } = problem.days[day]!;
  const place = candidate.place!;
  const arrives = departsFrom + seconds[startPlace * size + place]!;
  const home = candidate.service + seconds[place * size + endPlace]!;
  return startWindows(problem, candidate, day, lock).some(
    ({ from, to }) => Math.max(from, arrives) <= to && Math.max(from, arrives) + home <= returnsBy,
  );
}

function mustOf(lock: Lock | undefined): number {
  if (!lock) return 0;
  return lock.start && lock.start.to - lock.start.from <= NARROW_SECONDS ? 2 : 1;
}

/** The day a lock is bound to; one without a day that only one day can hold is bound to that day. */
function lockedOn(problem: Problem, candidate: Candidate, lock: Lock | undefined): number {
  if (!lock) return -1;
  if (lock.day !== null) return lock.day;
  const days = problem.days.flatMap((_, day) => (fitsEmptyDay(problem, candidate, day, lock) ? [day] : []));
  return days.length === 1 ? days[0]! : -1;
}

function matrices(problem: Problem, usable: Candidate[], bases: number[]) {
  const { size, seconds } = problem.travel;
  const candidates = usable.length;
  const places = [...usable.map((c) => c.place!), ...bases];
  const rows = places.length;
  const service = new Int32Array(rows);
  for (let c = 0; c < candidates; c++) service[c] = usable[c]!.service;
  const out = new Int32Array(rows * rows);
  const into = new Int32Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      const way = service[i]! + seconds[places[i]! * size + places[j]!]!;
      out[i * rows + j] = way;
      into[j * rows + i] = way;
    }
  }
  const shortcut = 2 * largestShortcut(out, service, rows);
  const score = Int32Array.from(usable, (c) => c.score);
  const shortestService = usable.reduce((least, c) => Math.min(least, c.service), Number.MAX_SAFE_INTEGER);
  return { candidates, rows, out, into, service, score, shortestService, shortcut };
}

function calendar(days: PlanDay[], candidates: number, bases: number[]) {
  return {
    days: days.length,
    startRow: Int32Array.from(days, (day) => candidates + bases.indexOf(day.startPlace)),
    endRow: Int32Array.from(days, (day) => candidates + bases.indexOf(day.endPlace)),
    departsFrom: Int32Array.from(days, (day) => day.departsFrom),
    returnsBy: Int32Array.from(days, (day) => day.returnsBy),
    maxVisits: Int32Array.from(days, (day) => (day.works ? day.maxVisits : 0)),
    lunchFrom: Int32Array.from(days, (day) => day.lunch?.from ?? 0),
    lunchTo: Int32Array.from(days, (day) => day.lunch?.to ?? 0),
    lunchLength: Int32Array.from(days, (day) => (day.works && day.lunch ? day.lunch.length : 0)),
  };
}

function openingTables(windows: StartWindow[][][]) {
  const flat = windows.flat();
  const intervals: number[] = [];
  const several = flat.map((list) => {
    if (list.length < 2) return -1;
    intervals.push(list.length, ...list.flatMap(({ from, to }) => [from, to]));
    return intervals.length - 2 * list.length - 1;
  });
  return {
    open: Int32Array.from(flat, (list) => list[0]?.from ?? 1),
    close: Int32Array.from(flat, (list) => list.at(-1)?.to ?? 0),
    several: Int32Array.from(several),
    intervals: Int32Array.from(intervals),
  };
}

function groupNumbers(usable: Candidate[]) {
  const numbers = new Map<string, number>();
  const group = Int32Array.from(usable, (candidate) => {
    if (candidate.group === undefined) return -1;
    if (!numbers.has(candidate.group)) numbers.set(candidate.group, numbers.size);
    return numbers.get(candidate.group)!;
  });
  return { group, groups: numbers.size };
}

function dayTypes(days: PlanDay[], windows: StartWindow[][][]): Int32Array {
  const keys = days.map(({ id: _, ...day }, d) => JSON.stringify([day, windows[d]]));
  return Int32Array.from(keys, (key) => keys.indexOf(key));
}
