import type { Day } from "~/calendar/day";
import {
  COORDINATED_PRACTICES,
  type DoctorFacts,
  GENERAL_PRACTICE,
  NO_FACTS,
  OPTAM_VARIANTS,
  SECTORS,
  ZONES,
} from "~/eligibility/doctor-facts";
import type { PriorityFacts } from "~/eligibility/priority";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { ruleSpecialty } from "./rule-specialty";

/** What the tables know of a doctor, as read. */
export interface FactsRow {
  readonly specialty: string;
  readonly zone: string | null;
  readonly fee_sector: string | null;
  readonly optam: boolean | null;
  readonly optam_variant: string | null;
  readonly mt_adult: number | null;
  readonly mt_total: number | null;
  readonly active_count: number | null;
  readonly group_practice: boolean | null;
  readonly coordinated: string | null;
  readonly newly_settled: boolean | null;
  readonly special_practice: boolean | null;
  readonly mixed_practice: boolean | null;
  readonly replacement: boolean | null;
  readonly adapted_contract: boolean | null;
  readonly clinical_share_pm: number | null;
  readonly signed_on: Day | null;
}

/** A doctor without a row of facts. */
export const NOTHING_KNOWN: Omit<FactsRow, "specialty" | "zone"> = {
  fee_sector: null,
  optam: null,
  optam_variant: null,
  mt_adult: null,
  mt_total: null,
  active_count: null,
  group_practice: null,
  coordinated: null,
  newly_settled: null,
  special_practice: null,
  mixed_practice: null,
  replacement: null,
  adapted_contract: null,
  clinical_share_pm: null,
  signed_on: null,
};

export function factsOf(row: FactsRow): DoctorFacts {
  return {
    ...NO_FACTS,
    specialty: ruleSpecialty(row.specialty),
    sector: oneOf(SECTORS, row.fee_sector),
    optam: row.optam,
    optamVariant: oneOf(OPTAM_VARIANTS, row.optam_variant),
    zone: oneOf(ZONES, row.zone),
    groupPractice: row.group_practice,
    coordinatedPractice: oneOf(COORDINATED_PRACTICES, row.coordinated),
    mtAdult: row.mt_adult,
    mtTotal: row.mt_total,
    fileActive: row.active_count,
    newlyInstalled: row.newly_settled,
    clinicalFeeShare12m: row.clinical_share_pm === null ? null : row.clinical_share_pm / 1_000,
    shareUnder16: shareOfChildren(row),
    rqthOrAld: row.adapted_contract,
    mixedPractice: row.mixed_practice,
    isMEP: row.special_practice,
    replacementDoctor: row.replacement,
    underContract: row.signed_on !== null,
  };
}

/** The measure of the line: declared patients for general practice, file active for the others. */
export function priorityFactsOf(
  row: FactsRow & { readonly contacted_on: Day | null; readonly signed_colleagues: number | null },
  version: IndividualVersion,
  openCriteria: number,
): PriorityFacts {
  const facts = factsOf(row);
  const isGp = facts.specialty === GENERAL_PRACTICE;
  const ofSpecialty = facts.specialty === null ? undefined : version.fileActive.value?.[facts.specialty];
  return {
    zone: facts.zone,
    patients: isGp ? (facts.mtTotal ?? facts.mtAdult) : facts.fileActive,
    threshold: isGp ? version.patientsMT.value.minimum : (ofSpecialty ?? null),
    signedColleagues: row.signed_colleagues ?? 0,
    lastContactOn: row.contacted_on,
    openCriteria,
  };
}

/** Both counts say how many of the declared patients are children; counts that contradict each other say nothing. */
function shareOfChildren({ mt_adult, mt_total }: FactsRow): number | null {
  if (mt_adult === null || mt_total === null || mt_total === 0 || mt_adult > mt_total) return null;
  return (mt_total - mt_adult) / mt_total;
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null;
}
