import type { Point } from "./point";

/** Driving times by road, from each source to each destination; null where no road leads. */
export interface Roads {
  /** Seconds, one row a source. Throws when the service does not answer, or answers anything but what was asked. */
  table(sources: readonly Point[], destinations: readonly Point[]): Promise<(number | null)[][]>;
}

/** About ten metres: nearer points share their road times. */
const STEPS = 10_000;
const LONGITUDES = 10_000_000;

/** One whole number for a point, south-west corner first; below 2^53. */
export function roadKey({ latitude, longitude }: Point): number {
  return Math.round((latitude + 90) * STEPS) * LONGITUDES + Math.round((longitude + 180) * STEPS);
}

/** The point a key stands for, which is the one that is asked about. */
export function roadPoint(key: number): Point {
  return {
    latitude: Math.round(Math.floor(key / LONGITUDES) - 90 * STEPS) / STEPS,
    longitude: Math.round((key % LONGITUDES) - 180 * STEPS) / STEPS,
  };
}

/** Sources and destinations to ask about at once. */
export interface RoadBlock {
  readonly sources: readonly number[];
  readonly destinations: readonly number[];
}

/** A service answers tables of a hundred coordinates at most, both sides counted. */
const SIDE = 49;

/** The keys cut into blocks; one in which every pair is known already is left out. */
export function blocksToAsk(keys: readonly number[], isKnown: (from: number, to: number) => boolean): RoadBlock[] {
  const slices: number[][] = [];
  for (let i = 0; i < keys.length; i += SIDE) slices.push(keys.slice(i, i + SIDE));
  const blocks = slices.flatMap((sources) => slices.map((destinations) => ({ sources, destinations })));
  return blocks.filter(({ sources, destinations }) =>
    sources.some((from) => destinations.some((to) => from !== to && !isKnown(from, to))),
  );
}
