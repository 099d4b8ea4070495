import { metresBetween, type Point } from "./point";

/** Roads are longer than the great circle by about this much. */
const DETOUR = 1.35;

/** Metres by road, and the speed below them in km/h: streets, town, country roads, main roads. */
const SPEEDS = [
  { under: 3_000, kmh: 18 },
  { under: 10_000, kmh: 28 },
  { under: 25_000, kmh: 45 },
  { under: Number.POSITIVE_INFINITY, kmh: 65 },
] as const;

/** Two practices known only by their commune are not at the same door: as far apart as two streets of a small town. */
const SAME_COMMUNE_METRES = 1_500;

/** Inhabitants from which a commune slows its streets, and how much. */
const DENSE = [
  { from: 150_000, slower: 1.35 },
  { from: 40_000, slower: 1.2 },
] as const;

export interface Place extends Point {
  /** Placed at the middle of its commune, for want of better. */
  readonly isApproximate: boolean;
  /** Inhabitants of the commune, when known. */
  readonly population: number | null;
}

/**
 * Driving time without a road service, in seconds: great circle x detour, at the speed of each stretch of the way, and
 * slower where people are many. The speed grows with the distance stretch by stretch, so that a longer way never takes
 * less time.
 */
export function estimatedSeconds(from: Place, to: Place): number {
  const straight = metresBetween(from, to);
  const metres = from.isApproximate && to.isApproximate && straight < 50 ? SAME_COMMUNE_METRES : straight * DETOUR;
  const slower = (slownessOf(from) + slownessOf(to)) / 2;
  return Math.round(secondsOver(metres) * slower);
}

function secondsOver(metres: number): number {
  let [seconds, start] = [0, 0];
  for (const { under, kmh } of SPEEDS) {
    const stretch = Math.min(metres, under) - start;
    if (stretch <= 0) break;
    seconds += (stretch * 3.6) / kmh;
    start = under;
  }
  return seconds;
}

function slownessOf({ population }: Place): number {
  return DENSE.find(({ from }) => (population ?? 0) >= from)?.slower ?? 1;
}
