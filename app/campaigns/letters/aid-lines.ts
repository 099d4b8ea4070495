import { scheduleOn } from "~/aids/schedules";
import type { Day } from "~/calendar/day";
import { sourcesOf } from "~/eligibility/sources";
import type { AidOption } from "./block";
import { AMOUNTS, type ValueName } from "./fields";

const TIMES: Record<AidOption, string> = { "0.5": "à mi-temps", "1": "à temps plein" };

export interface AidLine {
  readonly label: string;
  readonly value: ValueName;
}

/** The rows of the simulation block. */
export function aidLines(option: AidOption): AidLine[] {
  const [year1, year2, later, total] = AMOUNTS[option];
  return [
    { label: "1re année", value: year1 },
    { label: "2e année", value: year2 },
    { label: "3e, 4e et 5e année, chacune", value: later },
    { label: "Sur les cinq ans du contrat", value: total },
  ];
}

export function aidTitle(option: AidOption): string {
  return `L'aide pour un assistant médical ${TIMES[option]}`;
}

/** What the figures suppose, and where they come from. */
export function aidCaution(signedOn: Day): string {
  const { label, provenance } = scheduleOn(signedOn);
  const sources = sourcesOf(provenance.sources).map(
    (source) => `${source.label}${source.date ? `, ${source.date}` : ""}`,
  );
  return (
    "Pour un contrat signé maintenant, si les conditions de l'aide sont remplies. À partir de la 3e année, le montant est " +
    `un maximum : il dépend de l'objectif de patientèle. ${label} (${sources.join(" ; ")}).`
  );
}
