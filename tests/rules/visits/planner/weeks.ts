import fc from "fast-check";
import type { Candidate, Lock, PlanDay, Problem, StartWindow } from "~/visits/planner/problem";

const HOUR = 3600;

interface Shape {
  candidates: number;
  days: number;
  /** Travel that keeps the triangle inequality, but not symmetry. */
  metric?: boolean;
  locks?: boolean;
}

/** Random weeks with several windows a day, two addresses for some doctors, lunches, visit limits and days off. */
export function weeks({ candidates, days, metric = true, locks = true }: Shape): fc.Arbitrary<Problem> {
  const places = candidates + 2;
  return fc
    .record({
      days: fc.array(dayOf(), { minLength: days, maxLength: days }),
      candidates: fc.array(candidateOf(days), { minLength: candidates >> 1, maxLength: candidates }),
      points: fc.array(fc.tuple(fc.nat(3 * HOUR), fc.nat(2 * HOUR)), { minLength: places, maxLength: places }),
      noise: fc.array(fc.nat(600), { minLength: places * places, maxLength: places * places }),
      locks: fc.uniqueArray(
        fc.record({
          candidate: fc.nat(candidates - 1),
          day: fc.nat(days - 1),
          at: fc.nat(8 * HOUR),
          kind: fc.constantFrom("booked", "pinned", "any day"),
        }),
        { maxLength: 3, selector: ({ candidate }) => candidate },
      ),
    })
    .map((draw) => {
      const list = draw.candidates.map((candidate, i) => ({ ...candidate, id: `d${i}`, place: i + 2 }));
      const problem: Problem = {
        days: draw.days.map((day, d) => ({ ...day, id: `day${d}` })),
        candidates: list,
        locks: [],
        travel: travelOf(draw.points, metric, draw.noise),
      };
      if (locks)
        problem.locks = draw.locks.filter(({ candidate }) => candidate < list.length).map((lock) => lockOf(list, lock));
      return problem;
    });
}

function lockOf(
  list: Candidate[],
  { candidate, day, at, kind }: { candidate: number; day: number; at: number; kind: "booked" | "pinned" | "any day" },
): Lock {
  const { id } = list[candidate]!;
  if (kind === "any day") return { candidate: id, day: null };
  return kind === "booked"
    ? { candidate: id, day, start: { from: 9 * HOUR + at, to: 9 * HOUR + at } }
    : { candidate: id, day };
}

function dayOf(): fc.Arbitrary<Omit<PlanDay, "id">> {
  return fc.record({
    works: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
    startPlace: fc.constant(0),
    endPlace: fc.constantFrom(0, 1),
    departsFrom: fc.integer({ min: 8, max: 9 }).map((hour) => hour * HOUR),
    returnsBy: fc.integer({ min: 15, max: 19 }).map((hour) => hour * HOUR),
    lunch: fc.constantFrom(null, { from: 11 * HOUR, to: 13.5 * HOUR, length: HOUR }),
    maxVisits: fc.integer({ min: 1, max: 9 }),
  });
}

function candidateOf(days: number): fc.Arbitrary<Omit<Candidate, "id" | "place">> {
  return fc
    .record({
      score: fc.integer({ min: 1, max: 60 }),
      service: fc.integer({ min: 10, max: 60 }).map((minutes) => minutes * 60),
      windows: fc.array(windowsOf(), { minLength: days, maxLength: days }),
      group: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 6 },
        { arbitrary: fc.constantFrom("g0", "g1"), weight: 1 },
      ),
    })
    .map(({ group, ...rest }) => (group === undefined ? rest : { ...rest, group }));
}

function windowsOf(): fc.Arbitrary<StartWindow[]> {
  const part = (from: number, to: number) =>
    fc
      .tuple(fc.integer({ min: from, max: to }), fc.nat(3))
      .map(([hour, length]) => ({ from: hour * HOUR, to: (hour + length / 2) * HOUR }));
  return fc
    .tuple(fc.option(part(8, 10)), fc.option(part(13, 16)))
    .map((list) => list.filter((window) => window !== null));
}

function travelOf(points: [number, number][], metric: boolean, noise: number[]): Problem["travel"] {
  const size = points.length;
  const seconds = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [a, b] = [points[i]!, points[j]!];
      const direct = Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1]) / 3);
      // Uphill is slower: asymmetric, still a metric.
      const uphill = Math.max(0, b[0] - a[0]) >> 3;
      if (i !== j) seconds[i * size + j] = metric ? direct + uphill : noise[i * size + j]! * 6;
    }
  }
  if (metric) shorten(seconds, size);
  return { size, seconds, source: "test" };
}

/** Rounding leaves small shortcuts; Floyd and Warshall take them. */
function shorten(seconds: Int32Array, size: number): void {
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const through = seconds[i * size + k]! + seconds[k * size + j]!;
        if (through < seconds[i * size + j]!) seconds[i * size + j] = through;
      }
    }
  }
}

/** The same week one hour later. */
export function anHourLater(problem: Problem): Problem {
  const later = (window: StartWindow) => ({ from: window.from + HOUR, to: window.to + HOUR });
  return {
    ...problem,
    days: problem.days.map((day) => ({
      ...day,
      departsFrom: day.departsFrom + HOUR,
      returnsBy: day.returnsBy + HOUR,
      lunch: day.lunch && { ...day.lunch, ...later(day.lunch) },
    })),
    candidates: problem.candidates.map((c) => ({ ...c, windows: c.windows.map((list) => list.map(later)) })),
    locks: problem.locks.map((lock) => (lock.start ? { ...lock, start: later(lock.start) } : lock)),
  };
}
