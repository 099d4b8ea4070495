import type { Day } from "~/calendar/day";
import type { CollectiveVersion, ContractType, IndividualVersion, RuleVersion, VersionId } from "../rule-version";
import { av7 } from "./av7";
import { coll2026 } from "./coll2026";
import { conv2024 } from "./conv2024";
import { ra2023 } from "./ra2023";

/** Oldest first. A stored verdict remembers the id it was computed with. */
export const INDIVIDUAL_VERSIONS: readonly IndividualVersion[] = [av7, ra2023, conv2024];
export const COLLECTIVE_VERSIONS: readonly CollectiveVersion[] = [coll2026];

/** The text that governs a contract signed that day, or null before the first one. */
export function versionOn(day: Day, contractType: "INDIVIDUAL"): IndividualVersion | null;
export function versionOn(day: Day, contractType: "COLLECTIVE"): CollectiveVersion | null;
export function versionOn(day: Day, contractType: ContractType): RuleVersion | null {
  const versions: readonly RuleVersion[] = contractType === "INDIVIDUAL" ? INDIVIDUAL_VERSIONS : COLLECTIVE_VERSIONS;
  return versions.findLast((version) => version.since <= day) ?? null;
}

export function versionById(id: VersionId): RuleVersion {
  return [...INDIVIDUAL_VERSIONS, ...COLLECTIVE_VERSIONS].find((version) => version.id === id)!;
}
