import type { PercentileBand } from "~/eligibility/doctor-facts";
import { frozen, type Provenance } from "~/eligibility/rule-version";
import type { StaffingOption } from "./options";

type GridOption = Extract<StaffingOption, "1/3" | "0.5" | "1">;

/**
 * Avenant 7: expected increase in tenths of a percent (75 = 7.5 %), by band at signature. A missing or null cell was
 * not found; at 1 ETP and P95 the sources disagree (+5 % or maintain).
 */
export const AV7_GRID: Readonly<Partial<Record<PercentileBand, Readonly<Record<GridOption, number | null>>>>> = frozen({
  P30_P50: { "1/3": 200, "0.5": 250, "1": 350 },
  P50_P70: { "1/3": 150, "0.5": null, "1": null },
  P70_P90: { "1/3": 75, "0.5": 125, "1": null },
  P90_P95: { "1/3": 40, "0.5": 60, "1": 125 },
  GTE_P95: { "1/3": 0, "0.5": 0, "1": null },
});

export const AV7_GRID_PROVENANCE: Provenance = frozen({
  status: "CONFIRMED",
  sources: ["S02", "S06", "S07", "S09", "S21"],
});

/** Convention 2024: at 65 or more the list at signature is kept, a 10 % drop being tolerated. */
export const MAINTAIN_FROM_AGE = frozen({
  age: 65,
  tolerancePercent: 10,
  provenance: { status: "CONFIRMED", sources: ["S27"] } as Provenance,
});

/** Newly installed doctors: the national median within three years, then a second objective. */
export const NEWLY_INSTALLED = frozen({
  medianYears: 3,
  /** Years given for the second objective; avenant 7 was read without it. */
  secondObjectiveYears: { AV7: null, RA2023: 1, CONV2024: 2 },
  provenance: { status: "CONFIRMED", sources: ["S15", "S27"] } as Provenance,
});

/** Tenths of a percent, or null when the cell is not known. */
export function growthTenths(band: PercentileBand, option: StaffingOption): number | null {
  return option === "1.5" || option === "2" ? null : (AV7_GRID[band]?.[option] ?? null);
}
