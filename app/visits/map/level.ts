import type { Day } from "~/calendar/day";
import { type UrgencyFacts, visitValue } from "../urgency";

/** How pressing a visit is: promised and due, worth making now, or better left for later. */
export const LEVELS = ["later", "due", "promised"] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_LABELS: Record<Level, string> = {
  promised: "visite promise",
  due: "à voir",
  later: "plus tard",
};

/** How likely a contract is does not make a visit pressing. */
type Pressing = Omit<UrgencyFacts, "chanceFactor">;

/** A doctor who has a visit already, or wants none, is left for later whatever their worth. */
export function levelOf(facts: Pressing & { readonly isOut: boolean }, firstDay: Day, lastDay: Day): Level {
  if (facts.isOut || visitValue({ ...facts, chanceFactor: 1 }, firstDay, lastDay) === 0) return "later";
  return facts.promisedOn === null ? "due" : "promised";
}
