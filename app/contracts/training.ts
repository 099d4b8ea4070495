import { addYears, type Day } from "~/calendar/day";
import type { IndividualVersion } from "~/eligibility/rule-version";

export interface TrainingDeadlines {
  /** Null where the text sets no day to enter training. */
  readonly startDueOn: Day | null;
  /** Null when the text does not say: assistants hired before a contract of the 2024 convention. */
  readonly qualificationDueOn: Day | null;
  readonly acceptedQualification: "CQP" | "FAE" | null;
}

/** Enter within two years and obtain within three; since the 2024 convention, obtain within two. */
const YEARS: Readonly<Record<IndividualVersion["id"], { start: number | null; obtain: number }>> = {
  AV7: { start: 2, obtain: 3 },
  RA2023: { start: 2, obtain: 3 },
  CONV2024: { start: null, obtain: 2 },
};

/** Nurses, nursing and childcare auxiliaries follow the adaptation training; anyone else takes the CQP. */
export const CARE_DIPLOMAS = [
  "IDE",
  "DEI",
  "INFIRMIER",
  "INFIRMIERE",
  "AS",
  "DEAS",
  "AIDE_SOIGNANT",
  "AIDE_SOIGNANTE",
  "AP",
  "DEAP",
  "AUXILIAIRE_PUERICULTURE",
  "AUXILIAIRE_DE_PUERICULTURE",
];

export function trainingDeadlines(
  version: IndividualVersion,
  { hiredOn, profile }: { hiredOn: Day; profile: string | null },
): TrainingDeadlines {
  const { start, obtain } = YEARS[version.id];
  const shortened = version.id === "CONV2024";
  return {
    startDueOn: start === null ? null : addYears(hiredOn, start),
    qualificationDueOn: shortened && hiredOn < version.since ? null : addYears(hiredOn, obtain),
    acceptedQualification: profile === null ? null : CARE_DIPLOMAS.includes(profile) ? "FAE" : "CQP",
  };
}

/** Avenant 7 accepts a commitment; counted from the signature (some sources count from the hire). */
export function coordinatedPracticeDueOn(version: IndividualVersion, signedOn: Day): Day | null {
  const { required, commitmentYears } = version.coordinatedPractice.value;
  return required && commitmentYears !== null ? addYears(signedOn, commitmentYears) : null;
}
