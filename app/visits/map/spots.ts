import type { Point } from "~/geo/point";
import { LEVELS, type Level } from "./level";

export interface Placed extends Point {
  readonly id: number;
  readonly practiceKey: string | null;
  /** False: drawn in the middle of the commune, for want of better. */
  readonly isPlaced: boolean;
  readonly town: string | null;
  readonly area: string | null;
  readonly level: Level;
}

/** One drawing on the map: the doctors of a practice, or all those of whom only the commune is known. */
export interface Spot extends Point {
  /** The number of its first doctor. */
  readonly id: number;
  readonly doctorIds: readonly number[];
  readonly isPlaced: boolean;
  readonly town: string | null;
  /** Of its first doctor: one practice, and nearly always one commune, has one zone. */
  readonly area: string | null;
  /** The most pressing of its doctors. */
  readonly level: Level;
}

/** In the order of the doctors: the first of each spot is the best. */
export function spotsOf(doctors: readonly Placed[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const doctor of doctors) {
    const { id, latitude, longitude, isPlaced, town, area, level } = doctor;
    const key = isPlaced && doctor.practiceKey !== null ? doctor.practiceKey : `${latitude} ${longitude}`;
    const before = spots.get(key);
    const spot = before ?? { id, latitude, longitude, isPlaced, town, area, level, doctorIds: [] };
    const isMore = LEVELS.indexOf(level) > LEVELS.indexOf(spot.level);
    spots.set(key, { ...spot, level: isMore ? level : spot.level, doctorIds: [...spot.doctorIds, id] });
  }
  return [...spots.values()];
}
