import type { Day } from "~/calendar/day";
import type { TravelSource } from "../travel.server";
import type { Difference } from "./difference";

/** A stop of a proposal, as it is remembered to tell what the next one changes. */
export interface AnsweredStop {
  readonly doctorId: number;
  readonly name: string;
  readonly day: Day;
  /** Minutes since midnight on the wall of the practice. */
  readonly minutes: number;
  /** ZIP, ZAC, ZV, HZ or not known. */
  readonly area: string | null;
}

/** A booked visit that the proposal would see at another time: nothing moves before the week is accepted. */
export interface Shift {
  readonly visitId: string;
  readonly day: Day;
  readonly minutes: number;
}

/** What is kept of a computed week beside its visits. */
export interface WeekAnswer {
  readonly stops: readonly AnsweredStop[];
  readonly drivingSeconds: number;
  readonly shifts: readonly Shift[];
  /** Why nothing could be planned, a sentence each. */
  readonly conflicts: readonly string[];
  /** How many doctors were considered, and why the others are not in the week. */
  readonly considered: number;
  readonly leftOut: Readonly<Partial<Record<string, number>>>;
  readonly assumedHours: number;
  readonly atCommune: number;
  readonly travel: TravelSource;
  /** The road service was asked and did not answer. */
  readonly roadsFailed: boolean;
  /** Against the proposal before; null for the first one. */
  readonly difference: Difference | null;
}
