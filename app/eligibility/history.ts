import { assess } from "./assess";
import type { Assessment } from "./assessment";
import type { DoctorFacts } from "./doctor-facts";
import type { IndividualVersion } from "./rule-version";
import { INDIVIDUAL_VERSIONS } from "./versions";

/** The same doctor under each text of its day, oldest first: « éligible depuis mai 2023, avant : non ». */
export function verdictsInTime(facts: DoctorFacts): { version: IndividualVersion; assessment: Assessment }[] {
  return INDIVIDUAL_VERSIONS.map((version) => ({ version, assessment: assess(facts, version, version.since) }));
}
