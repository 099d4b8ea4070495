import { addYears, type Day } from "~/calendar/day";
import { GENERAL_PRACTICE, type PercentileBand, type Specialty } from "~/eligibility/doctor-facts";
import type { IndividualVersion, Provenance } from "~/eligibility/rule-version";
import { gridCell, MAINTAIN_FROM_AGE, NEWLY_INSTALLED } from "./objective-grid";
import type { StaffingOption } from "./options";
import { MT_DISTRIBUTIONS } from "./percentiles";
import { CEILING_FROM_YEAR } from "./simulate";

type Measure = "MT" | "FILE_ACTIVE";

/** An increase over the list at signature; null figures are cells of the grid that were not found. */
interface GrowthObjective {
  readonly kind: "growth";
  readonly measure: Measure;
  readonly pct: number | null;
  readonly patients: number | null;
  readonly dueFromContractYear: number;
  readonly maintain: boolean;
  /** Drop of the list that still counts as kept. */
  readonly tolerancePercent: number | null;
  /** Of the figure: confirmed, derived from an example, or unknown. */
  readonly status: Provenance["status"];
}

/** A level to reach by a day: the national median, then an objective still to be set. */
interface TargetObjective {
  readonly kind: "target";
  readonly measure: Measure;
  readonly target: "NATIONAL_P50" | "NEW_OBJECTIVE";
  readonly targetValue: number | null;
  readonly dueOn: Day;
  readonly dueWithinYears: number;
}

export type Objective = GrowthObjective | TargetObjective;

export interface ObjectiveRequest {
  readonly version: IndividualVersion["id"];
  readonly signedOn: Day;
  readonly specialty: Specialty | null;
  readonly option: StaffingOption;
  readonly newlyInstalled: boolean;
  readonly ageAtSignature: number | null;
  /** Band and count at signature, by measure; a measure without a band is left out. */
  readonly mt: Baseline;
  readonly fileActive: Baseline;
}

interface Baseline {
  readonly band: PercentileBand | null;
  readonly count: number | null;
}

/** What is expected of the doctor. Empty under the 2023 and 2024 texts, whose grid by band was not found. */
export function objectivesOf(request: ObjectiveRequest): Objective[] {
  const isGP = request.specialty === GENERAL_PRACTICE;
  if (request.newlyInstalled) return newlyInstalledObjectives(request, isGP ? "MT" : "FILE_ACTIVE");
  if (keepsTheList(request.version, request.ageAtSignature)) return [elderObjective(isGP ? "MT" : "FILE_ACTIVE")];
  if (request.version !== "AV7") return [];
  return [
    ...(isGP ? growth("MT", request.mt, request.option) : []),
    ...growth("FILE_ACTIVE", request.fileActive, request.option),
  ];
}

export function keepsTheList(version: IndividualVersion["id"], ageAtSignature: number | null): boolean {
  return version === "CONV2024" && ageAtSignature !== null && ageAtSignature >= MAINTAIN_FROM_AGE.age;
}

function elderObjective(measure: Measure): GrowthObjective {
  const { tolerancePercent, provenance } = MAINTAIN_FROM_AGE;
  return { ...maintained(measure, provenance.status), tolerancePercent };
}

function newlyInstalledObjectives({ version, signedOn }: ObjectiveRequest, measure: Measure): TargetObjective[] {
  const { medianYears, secondObjectiveYears } = NEWLY_INSTALLED;
  const median: TargetObjective = {
    kind: "target",
    measure,
    target: "NATIONAL_P50",
    targetValue: measure === "MT" ? MT_DISTRIBUTIONS[version].p50 : null,
    dueOn: addYears(signedOn, medianYears),
    dueWithinYears: medianYears,
  };
  const more = secondObjectiveYears[version];
  if (more === null) return [median];
  const dueWithinYears = medianYears + more;
  const dueOn = addYears(signedOn, dueWithinYears);
  return [median, { ...median, target: "NEW_OBJECTIVE", targetValue: null, dueOn, dueWithinYears }];
}

/** Patients are truncated: 2 355 × 1.125 gives 2 649 in the only published example. */
function growth(measure: Measure, { band, count }: Baseline, option: StaffingOption): GrowthObjective[] {
  if (band === null) return [];
  const { tenths, status } = gridCell(band, option);
  if (tenths === 0) return [maintained(measure, status)];
  const patients = tenths === null || count === null ? null : Math.floor((count * tenths) / 1000);
  return [{ ...maintained(measure, status), maintain: false, pct: tenths === null ? null : tenths / 10, patients }];
}

function maintained(measure: Measure, status: Provenance["status"]): GrowthObjective {
  return {
    kind: "growth",
    measure,
    pct: 0,
    patients: 0,
    dueFromContractYear: CEILING_FROM_YEAR,
    maintain: true,
    tolerancePercent: null,
    status,
  };
}
