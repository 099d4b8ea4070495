import type { Place } from "~/geo/estimate";
import type { Point } from "~/geo/point";

interface Located {
  readonly id: number;
  readonly practice_key: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly is_placed: boolean;
  readonly population: number | null;
}

/**
 * One row of the travel matrix for each practice, so that doctors of one address share the way to it; row 0 is the base.
 * A doctor whose commune is not known has no row.
 */
export function placesOf(base: Point, doctors: readonly Located[]) {
  const places: Place[] = [{ ...base, isApproximate: false, population: null }];
  const rows = new Map<string, number>();
  const keyOf = (doctor: Located) => doctor.practice_key ?? `doctor ${doctor.id}`;
  for (const doctor of doctors) {
    const { latitude, longitude, is_placed, population } = doctor;
    if (latitude === null || longitude === null || rows.has(keyOf(doctor))) continue;
    rows.set(keyOf(doctor), places.length);
    places.push({ latitude, longitude, isApproximate: !is_placed, population });
  }
  return { places, rowOf: (doctor: Located): number | null => rows.get(keyOf(doctor)) ?? null };
}
