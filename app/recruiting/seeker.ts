import type { Point } from "~/geo/point";
import type { Hours, Profile } from "./candidate";
import type { Recruiter, Seeker } from "./match";

interface Placed {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export function seekerOf(
  row: Placed & { mobility_km: number; hours: Hours; profile: Profile; available_on: string },
): Seeker {
  const { mobility_km: mobilityKm, hours, profile, available_on: availableOn } = row;
  return { point: pointOf(row), mobilityKm, hours, profile, availableOn };
}

/** « 0.5 » and « 1 » in a file, « half » and « full » in a report; another option says nothing of one person's hours. */
export function recruiterOf(row: Placed & { option: string | null }): Recruiter {
  const hours = row.option === "0.5" || row.option === "half" ? "half" : isFull(row.option) ? "full" : null;
  return { point: pointOf(row), hours };
}

function isFull(option: string | null): boolean {
  return option === "1" || option === "full";
}

export function pointOf({ latitude, longitude }: Placed): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
