import type { PercentileBand } from "~/eligibility/doctor-facts";
import { frozen, type IndividualVersion, type Provenance } from "~/eligibility/rule-version";

interface Distribution {
  readonly p30: number;
  readonly p50: number | null;
  readonly provenance: Provenance;
}

/** General practice, médecin traitant patients; P70, P90 and P95 were not found in any text. */
export const MT_DISTRIBUTIONS: Readonly<Record<IndividualVersion["id"], Distribution>> = frozen({
  AV7: { p30: 640, p50: null, provenance: { status: "CONFIRMED", sources: ["S05"] } },
  RA2023: { p30: 775, p50: 1045, provenance: { status: "CONFIRMED", sources: ["S20", "S30"] } },
  CONV2024: { p30: 775, p50: 1045, provenance: { status: "CONFIRMED", sources: ["S30"] } },
});

/** What a count alone says of the band: nothing from the median up, as the lines above it are not published. */
export function bandFromCount(count: number | null, version: IndividualVersion["id"]): PercentileBand | null {
  const { p30, p50 } = MT_DISTRIBUTIONS[version];
  if (count === null) return null;
  if (count < p30) return "BELOW_P30";
  return p50 !== null && count < p50 ? "P30_P50" : null;
}
