import type { StaffingOption } from "~/aids/options";
import { CONTRACT_YEARS, type Simulation } from "~/aids/simulate";
import type { IndividualVersion } from "~/eligibility/rule-version";
import type { IndividualCase } from "./case";

interface Shown {
  readonly years: 3 | 5;
  readonly total: boolean;
  readonly payments: boolean;
}

interface Asked {
  readonly input: IndividualCase;
  readonly version: IndividualVersion;
  readonly option: StaffingOption;
  readonly simulation: Simulation;
  readonly warned: boolean;
}

const FIRST_YEARS: Shown = { years: 3, total: false, payments: false };

/**
 * How much of the five years the reference cases print. Three by default. All five for a running contract looked at on
 * a later day, for a contract whose fourth year is the first on the 2024 table, and for a plain contract of the 2024
 * convention, with its total. A plain full-time contract of an ordinary band prints its payments instead.
 */
export function yearsShown({ input, version, option, simulation, warned }: Asked): Shown {
  const band = input.facts.percentileBand;
  const isOrdinary = band !== "P90_P95" && band !== "GTE_P95";
  if (input.hiredOn !== null) return { ...FIRST_YEARS, payments: true };
  if (band === null || input.facts.newlyInstalled === true) return FIRST_YEARS;
  if (input.evaluatedOn !== null) return { years: CONTRACT_YEARS, total: false, payments: false };
  if (movesInYear4(simulation)) return { years: CONTRACT_YEARS, total: isOrdinary, payments: false };
  if (version.id !== "CONV2024" || warned || !isPlain(input)) return FIRST_YEARS;
  return option === "1" && isOrdinary
    ? { ...FIRST_YEARS, payments: true }
    : { years: CONTRACT_YEARS, total: true, payments: false };
}

function movesInYear4({ years }: Simulation): boolean {
  return years.find(({ scheduleId }) => scheduleId === "B")?.contractYear === 4;
}

/** Nothing asked beyond the ordinary facts: no particular doctor, no scheme to check. */
function isPlain({ facts, ageAtSignature, formerSecretary }: IndividualCase): boolean {
  const isParticular = facts.mixedPractice === true || facts.rqthOrAld === true || facts.optamVariant !== null;
  return !isParticular && ageAtSignature === null && !formerSecretary;
}
