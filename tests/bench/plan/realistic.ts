import type { Candidate, PlanDay, Problem, StartWindow } from "~/visits/planner/problem";
import { Random } from "~/visits/planner/random";

const HOUR = 3600;

/** A delegate's country: half the doctors in one city, a third in six towns, the rest in villages; metres on a plane. */
export function realisticWeek(doctors: number, days: number, seed: number): Problem {
  const random = new Random(seed);
  const around = (x: number, y: number, spread: number) =>
    [x + (random.unit() - 0.5) * spread, y + (random.unit() - 0.5) * spread] as const;
  const towns = Array.from({ length: 6 }, () => around(0, 0, 90_000));
  const points = Array.from({ length: doctors }, () => {
    const draw = random.unit();
    if (draw < 0.5) return around(0, 0, 12_000);
    const [x, y] = towns[random.below(towns.length)]!;
    return draw < 0.85 ? around(x, y, 5_000) : around(0, 0, 110_000);
  });
  const places = [[0, 0] as const, ...points];
  return {
    days: Array.from({ length: days }, (_, d) => workingDay(d)),
    candidates: points.map((_, i) => doctor(random, i, days)),
    locks: [],
    travel: { size: places.length, seconds: roads(random, places), source: "generated" },
  };
}

function workingDay(d: number): PlanDay {
  const lunch = { from: 11.5 * HOUR, to: 13.5 * HOUR, length: 0.75 * HOUR };
  return {
    id: `day${d}`,
    works: true,
    startPlace: 0,
    endPlace: 0,
    departsFrom: 8 * HOUR,
    returnsBy: 18 * HOUR,
    lunch,
    maxVisits: 12,
  };
}

/** A third of the days closed, otherwise morning, afternoon or both; visits of 30 to 45 minutes. */
function doctor(random: Random, i: number, days: number): Candidate {
  const service = (30 + 5 * random.below(4)) * 60;
  const windows = Array.from({ length: days }, (): StartWindow[] => {
    if (random.unit() < 0.35) return [];
    const morning = { from: 8.5 * HOUR + random.below(4) * 900, to: 11 * HOUR + random.below(5) * 900 };
    const afternoon = { from: 13.5 * HOUR + random.below(5) * 900, to: 16 * HOUR + random.below(5) * 900 };
    const draw = random.unit();
    return draw < 0.3 ? [morning] : draw < 0.55 ? [afternoon] : [morning, afternoon];
  });
  return { id: `d${String(i).padStart(4, "0")}`, score: 10 + random.below(91), service, place: i + 1, windows };
}

/** Crow's flight times 1.35, faster on long ways, four minutes to park, up to a tenth dearer in one direction. */
function roads(random: Random, places: readonly (readonly [number, number])[]): Int32Array {
  const size = places.length;
  const seconds = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [a, b] = [places[i]!, places[j]!];
      const metres = 1.35 * Math.hypot(a[0] - b[0], a[1] - b[1]);
      const kmh = metres < 3_000 ? 18 : metres < 10_000 ? 28 : metres < 25_000 ? 45 : 65;
      if (i !== j) seconds[i * size + j] = Math.round((240 + (metres / kmh) * 3.6) * (1 + random.unit() / 10));
    }
  }
  return seconds;
}
