import type { PercentileBand } from "~/eligibility/doctor-facts";
import { MAINTAIN_FROM_AGE } from "./objective-grid";
import { keepsTheList, type ObjectiveRequest, objectivesOf } from "./objectives";
import { CEILING_FROM_YEAR, simulate } from "./simulate";

export interface AchievementRequest extends ObjectiveRequest {
  readonly contractYear: number;
  /** Share of the objective reached, when the caisse gives it: 1 is reached. */
  readonly achievementRatio: number | null;
  readonly observedPatientsMT: number | null;
}

export interface Achievement {
  readonly met: "yes" | "no" | "unknown";
  readonly minCents: number;
  readonly maxCents: number | null;
  /** Only when the objective is reached: the formula of the reduction was not found. */
  readonly exactCents: number | null;
}

/** Years 1 and 2 are paid whatever the progress; a newly installed doctor has three full years. */
export function isObjectiveDue({ contractYear, newlyInstalled }: AchievementRequest): boolean {
  return newlyInstalled ? contractYear > CEILING_FROM_YEAR : contractYear >= CEILING_FROM_YEAR;
}

/** What a year is worth once its objective is looked at: the ceiling when reached, else a range from 0 to it. */
export function achievementOf(request: AchievementRequest): Achievement {
  const met = isMet(request);
  // The reference cases read the ordinary column when the band was not measured.
  const band: PercentileBand = request.mt.band ?? "P30_P90";
  const { years } = simulate({ signedOn: request.signedOn, option: request.option, band });
  const maxCents = years.find(({ contractYear }) => contractYear === request.contractYear)?.maxCents ?? null;
  return met === "yes"
    ? { met, minCents: maxCents ?? 0, maxCents, exactCents: maxCents }
    : { met, minCents: 0, maxCents, exactCents: null };
}

function isMet(request: AchievementRequest): Achievement["met"] {
  const { achievementRatio, observedPatientsMT: observed, mt } = request;
  if (achievementRatio !== null) return achievementRatio >= 1 ? "yes" : "no";
  if (observed === null) return "unknown";
  if (request.newlyInstalled) return reached(observed, medianTarget(request));
  if (mt.count === null) return "unknown";
  if (keepsTheList(request.version, request.ageAtSignature))
    return observed * 100 >= mt.count * (100 - MAINTAIN_FROM_AGE.tolerancePercent) ? "yes" : "no";
  const expected = objectivesOf(request).find(({ measure }) => measure === "MT");
  const gain = expected?.kind === "growth" ? expected.patients : null;
  // Whatever the grid holds, it never asks less than the list at signature.
  return observed < mt.count ? "no" : reached(observed, gain === null ? null : mt.count + gain);
}

function medianTarget(request: AchievementRequest): number | null {
  const [median] = objectivesOf(request);
  return median?.kind === "target" ? median.targetValue : null;
}

function reached(observed: number, target: number | null): Achievement["met"] {
  if (target === null) return "unknown";
  return observed >= target ? "yes" : "no";
}
