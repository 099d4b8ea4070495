import type { PercentileBand } from "~/eligibility/doctor-facts";
import { frozen, type Provenance } from "~/eligibility/rule-version";
import type { StaffingOption } from "./options";

type GridOption = Extract<StaffingOption, "1/3" | "0.5" | "1">;

interface ObjectiveGrid {
  /** Expected increase in tenths of a percent (75 = 7.5 %), by band at signature; null or missing = not found. */
  readonly tenths: Readonly<Partial<Record<PercentileBand, Readonly<Record<GridOption, number | null>>>>>;
  /** Read off an example or the lower end of a published range. */
  readonly derived: readonly string[];
  readonly provenance: Provenance;
}

/** Avenant 7. At 1 ETP and P95 the sources disagree (+5 % or maintain): null. */
export const AV7_GRID: ObjectiveGrid = frozen({
  tenths: {
    P30_P50: { "1/3": 200, "0.5": 250, "1": 350 },
    P50_P70: { "1/3": 150, "0.5": null, "1": null },
    P70_P90: { "1/3": 75, "0.5": 125, "1": null },
    P90_P95: { "1/3": 40, "0.5": 60, "1": 125 },
    GTE_P95: { "1/3": 0, "0.5": 0, "1": null },
  },
  derived: ["P70_P90 0.5", "P90_P95 0.5", "P90_P95 1"],
  provenance: { status: "CONFIRMED", sources: ["S02", "S06", "S07", "S09", "S21"] },
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

interface GridCell {
  readonly tenths: number | null;
  readonly status: Provenance["status"];
}

export function gridCell(band: PercentileBand, option: StaffingOption): GridCell {
  const tenths = option === "1.5" || option === "2" ? null : (AV7_GRID.tenths[band]?.[option] ?? null);
  if (tenths === null) return { tenths, status: "UNKNOWN" };
  return { tenths, status: AV7_GRID.derived.includes(`${band} ${option}`) ? "DERIVED" : AV7_GRID.provenance.status };
}
