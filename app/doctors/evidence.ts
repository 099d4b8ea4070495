import type { Day } from "~/calendar/day";
import type { DoctorFacts } from "~/eligibility/doctor-facts";
import type { FactColumn } from "./fact-catalog";

/** Who says so, and the day it was true. */
export interface Evidence {
  readonly source: string;
  readonly on: Day;
}

const COLUMN_OF: Partial<Record<keyof DoctorFacts, FactColumn>> = {
  sector: "fee_sector",
  optam: "optam",
  optamVariant: "optam_variant",
  groupPractice: "group_practice",
  coordinatedPractice: "coordinated",
  mtAdult: "mt_adult",
  mtTotal: "mt_total",
  fileActive: "active_count",
  newlyInstalled: "newly_settled",
  clinicalFeeShare12m: "clinical_share_pm",
  rqthOrAld: "adapted_contract",
  mixedPractice: "mixed_practice",
  isMEP: "special_practice",
  replacementDoctor: "replacement",
  underContract: "signed_on",
};

export interface EvidenceRow {
  readonly sources: unknown;
  readonly directory_source: string;
  readonly directory_on: Day;
  readonly zone_source: string | null;
  readonly zone_on: Day | null;
}

/** Where each fact of the rules comes from; a fact without a trace is left out. */
export function evidenceOf(row: EvidenceRow): Partial<Record<keyof DoctorFacts, Evidence>> {
  const known: Partial<Record<keyof DoctorFacts, Evidence>> = {
    specialty: { source: row.directory_source, on: row.directory_on },
  };
  if (row.zone_source !== null && row.zone_on !== null) known.zone = { source: row.zone_source, on: row.zone_on };
  for (const [fact, column] of Object.entries(COLUMN_OF) as [keyof DoctorFacts, FactColumn][]) {
    const evidence = sourceOf(row.sources, column);
    if (evidence) known[fact] = evidence;
  }
  return known;
}

/** The entry of one column in doctor_facts.sources, whose content the database does not check. */
export function sourceOf(sources: unknown, column: FactColumn): Evidence | null {
  const entry = (sources as Record<string, { source?: unknown; on?: unknown }> | null)?.[column];
  return typeof entry?.source === "string" && typeof entry.on === "string"
    ? { source: entry.source, on: entry.on }
    : null;
}

/** What a form saw when it was shown, so that an answer given meanwhile is not overwritten unseen. */
export function seenAs(value: unknown, evidence: Evidence | null): string {
  return `${JSON.stringify(value ?? null)} ${evidence?.on ?? ""} ${evidence?.source ?? ""}`.trim();
}
