import type { Assessment } from "./assessment";

/**
 * Criteria the pre-scoring of CONV2024 may fail or leave open, by bit: bit 0 first. Stored masks rely on these places:
 * append, never reorder. The practice criteria were lifted in 2023 and mixed practice is accepted: they never fail.
 */
export const CRITERION_BITS = [
  "SPECIALTY_EXCLUDED",
  "REPLACEMENT_DOCTOR",
  "SECTOR_OPTAM",
  "SURGEON_CLINICAL_SHARE",
  "MIN_PATIENTELE_MT",
  "MIN_FILE_ACTIVE",
] as const;

export type CriterionCode = (typeof CRITERION_BITS)[number];

/** One mask for what fails, one for what is open; both zero means eligible. */
export function masksOf({ criteria }: Assessment): { failing: number; unresolved: number } {
  const maskWhere = (verdict: "no" | "unknown") =>
    CRITERION_BITS.reduce((mask, code, bit) => {
      const hit = criteria.some((criterion) => criterion.code === code && criterion.verdict === verdict);
      return hit ? mask | (1 << bit) : mask;
    }, 0);
  return { failing: maskWhere("no"), unresolved: maskWhere("unknown") };
}

export function codesIn(mask: number): CriterionCode[] {
  return CRITERION_BITS.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
