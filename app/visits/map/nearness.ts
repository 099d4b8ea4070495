import { number } from "~/format/numbers";
import { NO_BREAK } from "~/format/typography";
import { metresBetween, type Point } from "~/geo/point";

export interface Landmark extends Point {
  /** « l'arrêt Ma2 », « votre point de départ » */
  readonly words: string;
  readonly isPlaced: boolean;
}

export interface Near {
  readonly metres: number;
  readonly words: string;
}

/** Closer than this, two places of which only the commune is known are the same point of the map. */
const SAME_POINT_METRES = 50;

/** The landmark nearest to a point, in words; null without a landmark. */
export function nearest(point: Point & { readonly isPlaced: boolean }, landmarks: readonly Landmark[]): Near | null {
  let best: { metres: number; landmark: Landmark } | null = null;
  for (const landmark of landmarks) {
    const metres = metresBetween(point, landmark);
    if (best === null || metres < best.metres) best = { metres, landmark };
  }
  if (best === null) return null;
  const { metres, landmark } = best;
  const isSame = metres < SAME_POINT_METRES;
  if (isSame && point.isPlaced && landmark.isPlaced)
    return { metres, words: `à la même adresse que ${landmark.words}` };
  if (isSame) return { metres, words: `dans la même commune que ${landmark.words}` };
  return { metres, words: `à ${distance(metres)} de ${landmark.words}` };
}

/** « 800 m », « 3,2 km », « 24 km »: as the crow flies, so never more exact than that. */
export function distance(metres: number): string {
  if (metres < 950) return `${Math.max(100, Math.round(metres / 100) * 100)}${NO_BREAK}m`;
  const km = metres / 1_000;
  return `${number(km, km < 9.95 ? 1 : 0)}${NO_BREAK}km`;
}
