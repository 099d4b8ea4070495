import { addMonths, type Day } from "~/calendar/day";
import type { IndividualVersion } from "~/eligibility/rule-version";

/** Months to replace a secretary promoted to assistant; avenant 7 asks for it without a delay that was read. */
const REPLACEMENT_MONTHS: Readonly<Record<IndividualVersion["id"], number | null>> = {
  AV7: null,
  RA2023: 6,
  CONV2024: 6,
};

/** A former secretary must be replaced, or the secretariat organised otherwise: the aid is blocked after six months. */
export function isAidBlocked(
  version: IndividualVersion["id"],
  { replacedOrOutsourced, monthsSinceStart }: { replacedOrOutsourced: boolean | null; monthsSinceStart: number | null },
): boolean | "unknown" {
  const delay = REPLACEMENT_MONTHS[version];
  if (replacedOrOutsourced === true) return false;
  if (monthsSinceStart !== null && delay !== null && monthsSinceStart <= delay) return false;
  if (replacedOrOutsourced === null || monthsSinceStart === null || delay === null) return "unknown";
  return true;
}

export function secretaryReplacementDueOn(version: IndividualVersion["id"], startedOn: Day): Day | null {
  const delay = REPLACEMENT_MONTHS[version];
  return delay === null ? null : addMonths(startedOn, delay);
}
