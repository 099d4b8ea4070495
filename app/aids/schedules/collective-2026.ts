import { frozen, type Provenance } from "~/eligibility/rule-version";

/** Cents per full-time equivalent; no increase above P90 is mentioned, and half steps are not priced. */
export const collective2026 = frozen({
  year1: 3_800_000,
  year2: 2_800_000,
  fromYear3: 2_200_000,
  objectivePerEtp: { patientsMT: 260, fileActive: 110, dueYears: 2 },
  provenance: { status: "CONFIRMED", sources: ["S30"] } as Provenance,
});

/** Cents for that contract year, or null for half steps, whose price was not found. */
export function collectiveAmountCents(etp: number, contractYear: number): number | null {
  if (!Number.isInteger(etp)) return null;
  const perEtp =
    contractYear === 1 ? collective2026.year1 : contractYear === 2 ? collective2026.year2 : collective2026.fromYear3;
  return etp * perEtp;
}

/** Expected of the group as a whole, within two years. */
export function collectiveObjective(etp: number): { patientsMT: number; fileActive: number; dueYears: number } {
  const { patientsMT, fileActive, dueYears } = collective2026.objectivePerEtp;
  return { patientsMT: etp * patientsMT, fileActive: etp * fileActive, dueYears };
}
