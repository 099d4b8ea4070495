import type { Day } from "~/calendar/day";
import type { MilestoneKind } from "./milestone";

export interface Suspension {
  readonly from: Day;
  readonly to: Day | null;
}

/** Kinds counted from the signature: whether a suspension moves them is written nowhere. */
const MAY_MOVE: readonly MilestoneKind[] = ["payment", "talk", "objective", "anniversary", "renewal", "end"];

export function isDoubtful(
  { kind, on }: { kind: MilestoneKind; on: Day | null },
  suspensions: readonly Suspension[],
): boolean {
  return on !== null && mayMove(kind) && suspensions.some(({ from }) => from <= on);
}

export function mayMove(kind: MilestoneKind): boolean {
  return MAY_MOVE.includes(kind);
}
