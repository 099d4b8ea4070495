import { type Objective, objectivesOf } from "~/aids/objectives";
import type { StaffingOption } from "~/aids/options";
import { bandFromCount } from "~/aids/percentiles";
import { collectiveObjective } from "~/aids/schedules/collective-2026";
import type { Day } from "~/calendar/day";
import { GENERAL_PRACTICE, type PercentileBand } from "~/eligibility/doctor-facts";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { dayMonthYear } from "~/format/dates";
import { countOf, number } from "~/format/numbers";
import { french } from "~/format/typography";
import { TO_CHECK } from "./milestone-words";

/** What was expected at the signature, kept as it was then. */
export type KeptObjective =
  | { readonly kind: "individual"; readonly objectives: readonly Objective[] }
  | {
      readonly kind: "collective";
      readonly patientsMT: number;
      readonly fileActive: number;
      readonly dueYears: number;
    };

interface Start {
  readonly version: IndividualVersion["id"];
  readonly signedOn: Day;
  readonly isGP: boolean;
  readonly option: StaffingOption;
  readonly newlyInstalled: boolean | null;
  readonly age: number | null;
  readonly band: PercentileBand | null;
  readonly patients: number | null;
  readonly fileActive: number | null;
}

export function objectiveAtSignature(start: Start): KeptObjective {
  const { version, signedOn, isGP, option, band, patients } = start;
  const objectives = objectivesOf({
    version,
    signedOn,
    option,
    specialty: isGP ? GENERAL_PRACTICE : null,
    newlyInstalled: start.newlyInstalled === true,
    ageAtSignature: start.age,
    mt: { band: isGP ? (band ?? bandFromCount(patients, version)) : null, count: patients },
    fileActive: { band: isGP ? null : band, count: start.fileActive },
  });
  return { kind: "individual", objectives };
}

export function objectiveOfGroup(etp: number): KeptObjective {
  return { kind: "collective", ...collectiveObjective(etp) };
}

const MEASURES = { MT: "patients médecin traitant", FILE_ACTIVE: "patients de file active" };

/** One line an objective; a grid that was not found is said to be unknown. */
export function objectiveLines(kept: KeptObjective | null): string[] {
  if (kept === null) return [];
  if (kept.kind === "collective")
    return [
      `+${number(kept.patientsMT)} patients médecin traitant et +${number(kept.fileActive)} de file active pour le groupe, en ${countOf(kept.dueYears, "an")}, moins ceux déjà gagnés sous des contrats individuels`,
    ].map(french);
  if (kept.objectives.length === 0) return [french(`Grille d'objectifs de ce texte non publiée : ${TO_CHECK}`)];
  return kept.objectives.map(lineOf).map(french);
}

function lineOf(objective: Objective): string {
  const what = MEASURES[objective.measure];
  if (objective.kind === "target")
    return objective.targetValue === null
      ? `Avant le ${dayMonthYear(objective.dueOn)} : un nouvel objectif en ${what}, ${TO_CHECK}`
      : `${number(objective.targetValue)} ${what} avant le ${dayMonthYear(objective.dueOn)} (médiane nationale)`;
  const { maintain, tolerancePercent, pct, patients, dueFromContractYear } = objective;
  if (maintain)
    return `Maintien des ${what}${tolerancePercent === null ? "" : `, une baisse de ${tolerancePercent} % étant tolérée`}, à partir de l'année ${dueFromContractYear}`;
  if (pct === null) return `Hausse des ${what} : taux ${TO_CHECK}`;
  return `+${number(pct, 1)} % de ${what}${patients === null ? "" : `, soit +${number(patients)}`}, à partir de l'année ${dueFromContractYear}`;
}
