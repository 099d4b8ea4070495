import type { Point } from "~/geo/point";

/** Rectangles around what is France, generous at sea: they catch a wrong continent, the commune catches the rest. */
const RECTANGLES: readonly [south: number, west: number, north: number, east: number][] = [
  [41.2, -5.6, 51.3, 9.8], // mainland and Corsica
  [15.7, -63.3, 18.3, -60.9], // Guadeloupe, Saint-Martin, Saint-Barthélemy
  [14.3, -61.4, 15, -60.7], // Martinique
  [1.9, -54.8, 6, -51.4], // Guyane
  [-21.6, 55, -20.7, 56], // La Réunion
  [-13.2, 44.8, -12.4, 45.5], // Mayotte
  [46.6, -56.6, 47.3, -56], // Saint-Pierre-et-Miquelon
];

export function isInFrance({ latitude, longitude }: Point): boolean {
  return RECTANGLES.some(
    ([south, west, north, east]) => latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );
}
