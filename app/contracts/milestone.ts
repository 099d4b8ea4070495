import type { Day } from "~/calendar/day";

export const MILESTONE_KINDS = [
  "payment",
  "talk",
  "training-start",
  "certificate",
  "secretary",
  "objective",
  "anniversary",
  "amendment",
  "return",
  "renewal",
  "end",
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** Settled by noting a fact about the assistant, never by saying that it is done. */
const BY_FACT: readonly MilestoneKind[] = ["training-start", "certificate", "secretary"];

export function isSettledByFact(kind: MilestoneKind): boolean {
  return BY_FACT.includes(kind);
}

/** One date to come. A null day is given by no text: it is asked of the caisse. */
export interface Milestone {
  /** The same each time the dates are computed. */
  readonly key: string;
  readonly kind: MilestoneKind;
  readonly contractYear: number | null;
  readonly on: Day | null;
  readonly minCents: number | null;
  readonly maxCents: number | null;
  /** The fact that settles it is already known. */
  readonly doneOn: Day | null;
}

export function milestone(key: string, kind: MilestoneKind, on: Day | null, more: Partial<Milestone> = {}): Milestone {
  return { key, kind, on, contractYear: null, minCents: null, maxCents: null, doneOn: null, ...more };
}
