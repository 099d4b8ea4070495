import type { Candidate, PlanDay, Problem } from "~/visits/planner/problem";

export const HOUR = 3600;

/** Places on a line, `minutes` apart from the base at 0; days from 9 to 17 without lunch. */
export function weekOf(doctors: ({ at: number } & Partial<Candidate>)[], days: Partial<PlanDay>[] = [{}]): Problem {
  const points = [0, ...doctors.map(({ at }) => at)];
  const size = points.length;
  const seconds = new Int32Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) seconds[i * size + j] = 60 * Math.abs(points[i]! - points[j]!);
  return {
    days: days.map((day, d) => ({
      id: `day${d}`,
      works: true,
      startPlace: 0,
      endPlace: 0,
      departsFrom: 9 * HOUR,
      returnsBy: 17 * HOUR,
      lunch: null,
      maxVisits: 20,
      ...day,
    })),
    candidates: doctors.map(({ at: _, ...doctor }, i) => ({
      id: `d${i}`,
      score: 10,
      service: HOUR / 2,
      place: i + 1,
      windows: days.map(() => [{ from: 9 * HOUR, to: 17 * HOUR }]),
      ...doctor,
    })),
    locks: [],
    travel: { size, seconds, source: "line" },
  };
}
