import { COLLEAGUES_CAP, CONTACT_DAYS, PATIENT_STEPS, REACH_ABOVE, REACH_BELOW } from "~/eligibility/priority";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { DEFAULT_WEIGHTS, type Weights } from "~/eligibility/weights";
import { familiesOf } from "./rule-specialty";

/** The leaves of a rule version that scoring needs, as plain values; specialties in the words of the table doctor. */
export interface ScoringRules {
  readonly version: string;
  readonly excluded: readonly string[];
  readonly replacementRefused: boolean;
  readonly openSectors: readonly string[];
  readonly optamSectors: readonly string[];
  readonly clinicalShare: { readonly specialties: readonly string[]; readonly minimumPerMille: number } | null;
  readonly patients: { readonly minimum: number; readonly adultsCount: boolean; readonly atMinimum: "yes" | "unknown" };
  readonly mepMinimumKnown: boolean;
  readonly newlySettledExempt: boolean;
  readonly fileActive: Readonly<Record<string, number>>;
  readonly defaults: Weights;
  readonly reach: {
    readonly above: number;
    readonly below: number;
    readonly steps: readonly number[];
    readonly colleagues: number;
    readonly days: number;
  };
}

/** A published version as the plain values that one statement scores everybody with. */
export function scoringRules(version: IndividualVersion): ScoringRules {
  const clinical = version.clinicalShare.value;
  const fileActive = Object.entries(version.fileActive.value ?? {}).flatMap(([specialty, minimum]) =>
    familiesOf([specialty]).map((family) => [family, minimum] as const),
  );
  return {
    version: version.id,
    excluded: familiesOf(version.excludedSpecialties.value),
    replacementRefused: version.replacementDoctor.value.accepted === false,
    openSectors: version.sectors.value.open,
    optamSectors: version.sectors.value.withOptam,
    clinicalShare: clinical && {
      specialties: familiesOf(clinical.families),
      minimumPerMille: clinical.minimumPercent * 10,
    },
    patients: {
      minimum: version.patientsMT.value.minimum,
      adultsCount: version.patientsMT.value.scope === "ADULT",
      atMinimum: version.patientsMT.value.atMinimum,
    },
    mepMinimumKnown: version.mepMinimum.value !== null,
    newlySettledExempt: version.newlyInstalled.value.exempt,
    fileActive: Object.fromEntries(fileActive),
    defaults: DEFAULT_WEIGHTS,
    reach: {
      above: REACH_ABOVE,
      below: REACH_BELOW,
      steps: PATIENT_STEPS,
      colleagues: COLLEAGUES_CAP,
      days: CONTACT_DAYS,
    },
  };
}
