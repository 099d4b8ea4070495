import type { Conflict } from "./conflicts";
import type { Unplanned } from "./reasons";

/** What the planner answers. With conflicts there are no days: nothing is dropped in silence. */
export interface Plan {
  /** One per day of the problem; null on a day off, or when there are conflicts. */
  days: (Itinerary | null)[];
  score: number;
  travelSeconds: number;
  unplanned: Unplanned[];
  conflicts: Conflict[];
  seed: number;
  version: number;
  iterations: number;
  truncated: boolean;
  travelSource: string;
  inputHash: string;
}

export interface Itinerary {
  departsAt: number;
  returnsAt: number;
  stops: Stop[];
}

/** A visit, or the lunch (candidate null), taken where the visit before it was. */
export interface Stop {
  candidate: string | null;
  arrivesAt: number;
  startsAt: number;
  endsAt: number;
}
