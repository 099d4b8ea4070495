import { metresBetween, type Point } from "~/geo/point";

/** A commune is seldom wider than that: a practice farther away is probably a slip. */
export const FAR_METRES = 30_000;

/** How far the point lies from the commune of the address, when that is farther than it should; null when nothing is odd. */
export function farFrom(point: Point, commune: Point | null): number | null {
  const metres = commune === null ? 0 : metresBetween(point, commune);
  return metres > FAR_METRES ? metres : null;
}
