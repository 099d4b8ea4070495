import { CEILING_FROM_YEAR } from "~/aids/simulate";
import { addYears, type Day, daysBetween } from "~/calendar/day";
import type { KeptObjective } from "../objective";

export type Measure = "MT" | "FILE_ACTIVE";

/** From the count at the signature to what is expected on a day; a target that no text gives is null. */
export interface Path {
  readonly measure: Measure;
  readonly startsOn: Day;
  readonly dueOn: Day;
  readonly baseline: number | null;
  readonly target: number | null;
  /** The list is to be kept, not to grow. */
  readonly isMaintain: boolean;
}

interface Start {
  readonly startsOn: Day;
  readonly isGP: boolean;
  readonly mtPatients: number | null;
  readonly activeFile: number | null;
  readonly objective: KeptObjective | null;
}

/** The objective that counts for this doctor: of the list for a general practitioner, of the file active for others. */
export function pathOf({ startsOn, isGP, mtPatients, activeFile, objective }: Start): Path {
  const measure: Measure = isGP ? "MT" : "FILE_ACTIVE";
  const baseline = isGP ? mtPatients : activeFile;
  const expected =
    objective?.kind === "individual" ? objective.objectives.find((each) => each.measure === measure) : undefined;
  const dueOn = addYears(startsOn, CEILING_FROM_YEAR - 1);
  const unknown = { measure, startsOn, dueOn, baseline, target: null, isMaintain: false };
  if (expected === undefined) return unknown;
  if (expected.kind === "target") return { ...unknown, dueOn: expected.dueOn, target: expected.targetValue };
  if (baseline === null) return { ...unknown, isMaintain: expected.maintain };
  if (!expected.maintain)
    return { ...unknown, target: expected.patients === null ? null : baseline + expected.patients };
  const kept = Math.ceil((baseline * (100 - (expected.tolerancePercent ?? 0))) / 100);
  return { ...unknown, target: kept, isMaintain: true };
}

/** What the path asks on a day: a straight line to the due day, then the objective itself. */
export function expectedOn({ startsOn, dueOn, baseline, target, isMaintain }: Path, day: Day): number | null {
  if (target === null) return null;
  if (isMaintain || day >= dueOn) return target;
  if (baseline === null) return null;
  const share = Math.max(0, daysBetween(startsOn, day)) / daysBetween(startsOn, dueOn);
  return Math.round(baseline + (target - baseline) * share);
}
