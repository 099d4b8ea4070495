import { CONTRACT_YEARS } from "~/aids/simulate";
import { addYears, type Day } from "~/calendar/day";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { versionOn } from "~/eligibility/versions";

/** The first day after the contract: it is renewed, or it is over. */
function termOn(signedOn: Day): Day {
  return addYears(signedOn, CONTRACT_YEARS);
}

/**
 * The text that governs a contract on a later day. It keeps the conditions of its signature until its term, unless the
 * doctor asked to switch; past the term, a renewal follows the text of that day.
 */
export function runningVersion(signedOn: Day, day: Day, askedToSwitch: boolean): IndividualVersion | null {
  const moved = askedToSwitch || day >= termOn(signedOn);
  return versionOn(moved && day > signedOn ? day : signedOn, "INDIVIDUAL");
}

/** Renewal at the term. One caisse recomputed the objective, the Cnam had said that the first one stays: unknown. */
export function renewal(signedOn: Day): { renewableOn: Day; version: IndividualVersion | null; objective: "unknown" } {
  const renewableOn = termOn(signedOn);
  return { renewableOn, version: versionOn(renewableOn, "INDIVIDUAL"), objective: "unknown" };
}
