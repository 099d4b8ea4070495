import type { Problem } from "~/visits/planner/problem";

/** A small week on a grid: as many doctors as asked for, one row each, five days. */
export function aProblem(doctors: number): Problem {
  const size = doctors + 1;
  const at = (row: number) => ({ x: (row * 37) % 50, y: (row * 61) % 50 });
  const seconds = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++)
      seconds[i * size + j] = 60 * Math.round(Math.hypot(at(i).x - at(j).x, at(i).y - at(j).y));
  }
  const day = {
    works: true,
    startPlace: 0,
    endPlace: 0,
    departsFrom: 30_600,
    returnsBy: 63_000,
    lunch: null,
    maxVisits: 8,
  };
  return {
    days: [0, 1, 2, 3, 4].map((id) => ({ id: String(id), ...day })),
    candidates: Array.from({ length: doctors }, (_, i) => ({
      id: `d:${i}`,
      score: 10 + ((i * 7) % 40),
      service: 1_800,
      place: i + 1,
      windows: [0, 1, 2, 3, 4].map(() => [{ from: 32_400, to: 60_000 }]),
    })),
    locks: [],
    travel: { size, seconds, source: "estimate" },
  };
}
