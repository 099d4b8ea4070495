import type { DoctorFacts } from "./doctor-facts";
import type { IndividualVersion } from "./rule-version";

/** An eligible doctor may need a contract of his own: mixed practice, or a health condition handled by the caisse. */
export function adaptedContract(facts: DoctorFacts, version: IndividualVersion): { needed: boolean; byFund: boolean } {
  const byFund = facts.rqthOrAld === true && version.rqthOrAld.value.adaptedContract;
  const mixed = facts.mixedPractice === true && version.mixedPractice.value.adaptedContract;
  return { needed: byFund || mixed, byFund };
}
