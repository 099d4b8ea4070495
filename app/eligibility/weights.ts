import { french } from "~/format/typography";

/** Most points each part may bring, per caisse. Integers, so that SQL computes the same total. */
export interface Weights {
  readonly zip: number;
  readonly zac: number;
  readonly threshold: number;
  readonly patients: number;
  readonly colleagues: number;
  readonly freshness: number;
  readonly question: number;
}

/** ZIP leads ZAC, and ZAC the rest, by more than all the other parts together (180): the zone dominates. */
export const DEFAULT_WEIGHTS: Weights = Object.freeze({
  zip: 400,
  zac: 200,
  threshold: 60,
  patients: 30,
  colleagues: 30,
  freshness: 40,
  question: 20,
});

export const WEIGHT_MAX = 1000;

export const WEIGHT_LABELS: Record<keyof Weights, string> = {
  zip: "Zone d'intervention prioritaire (ZIP)",
  zac: "Zone d'action complémentaire (ZAC)",
  threshold: "Proximité du seuil de patientèle",
  patients: "Taille de la patientèle",
  colleagues: "Confrères du cabinet déjà signataires",
  freshness: "Ancienneté du dernier contact",
  question: "Une seule question à lever",
};

/** What is wrong, by weight; empty when the weights may be stored. */
export function weightProblems(weights: Weights): Partial<Record<keyof Weights, string>> {
  const problems: Partial<Record<keyof Weights, string>> = {};
  for (const key of Object.keys(WEIGHT_LABELS) as (keyof Weights)[])
    if (!Number.isInteger(weights[key]) || weights[key] < 0 || weights[key] > WEIGHT_MAX)
      problems[key] = french(`Indiquez un nombre entier de 0 à ${WEIGHT_MAX}.`);
  if (!problems.zac && !problems.zip && weights.zac > weights.zip)
    problems.zac = "Une ZAC ne peut pas peser plus qu'une ZIP.";
  return problems;
}

/** True when no other part can lift a doctor above one of a more under-served zone. */
export function zoneDominates(weights: Weights): boolean {
  const rest = weights.threshold + weights.patients + weights.colleagues + weights.freshness + weights.question;
  return weights.zip - weights.zac > rest && weights.zac > Math.max(rest, 1);
}
