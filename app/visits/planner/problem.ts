/** All times are whole seconds since midnight of the plan day; scores are whole numbers of at least 1. */
export interface Problem {
  days: PlanDay[];
  candidates: Candidate[];
  locks: Lock[];
  travel: TravelMatrix;
}

/** `from` and `to` bound when a visit or a lunch may start, never when it ends. */
export interface StartWindow {
  from: number;
  to: number;
}

export interface PlanDay {
  id: string;
  works: boolean;
  /** Row of the travel matrix; the end differs from the start when the night is spent at a hotel. */
  startPlace: number;
  endPlace: number;
  departsFrom: number;
  returnsBy: number;
  lunch: Lunch | null;
  maxVisits: number;
}

export interface Lunch extends StartWindow {
  length: number;
}

export interface Candidate {
  id: string;
  score: number;
  service: number;
  /** Row of the travel matrix, null when the address could not be located. */
  place: number | null;
  /** One sorted, disjoint list per day; an empty list means "not that day". */
  windows: StartWindow[][];
  /** Candidates of one group are addresses of the same doctor: at most one is visited. */
  group?: string;
  /** Kept out by a filter or an objection, but still named among the unplanned. */
  excluded?: boolean;
}

/**
 * A visit that is in every plan: a booked appointment (with `start`), a doctor pinned to a day (without: the opening
 * hours of that day hold), or one to be seen this week, whatever the day (`day` null).
 */
export type Lock =
  | { candidate: string; day: number; start?: StartWindow }
  | { candidate: string; day: null; start?: never };

/** Row-major, possibly asymmetric; `seconds[i * size + j]` is the way from place i to place j. */
export interface TravelMatrix {
  size: number;
  seconds: Int32Array;
  source: string;
}
