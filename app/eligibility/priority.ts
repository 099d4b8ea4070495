import { type Day, daysBetween } from "~/calendar/day";
import { countOf, number } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Verdict } from "./assessment";
import type { Zone } from "./doctor-facts";
import { ZONE_LABELS } from "./labels";
import type { Weights } from "./weights";

/** Plain columns, so that SQL reads the same. Null brings no points, except a contact that never took place. */
export interface PriorityFacts {
  readonly zone: Zone | null;
  /** Patients on the measure of the line: médecin traitant for general practice, file active otherwise. */
  readonly patients: number | null;
  /** The line of eligibility on that measure; null when it is not published. */
  readonly threshold: number | null;
  /** Other doctors of the same practice who signed. */
  readonly signedColleagues: number;
  readonly lastContactOn: Day | null;
  /** Criteria still to be checked: the bits set in the mask of open criteria. */
  readonly openCriteria: number;
}

interface PriorityPart {
  readonly code: string;
  readonly points: number;
  readonly max: number;
  readonly sentence: string;
}

export interface Priority {
  readonly total: number;
  readonly parts: readonly PriorityPart[];
}

/** Patients above the line beyond which nearness is worth nothing. */
export const REACH_ABOVE = 300;
/** Patients under the line beyond which nearness is worth nothing. */
export const REACH_BELOW = 150;
/** Lists of at least 500, 775, 1 045 and 1 500 patients: each step reached is a quarter of the weight. */
export const PATIENT_STEPS = [500, 775, 1045, 1500] as const;
export const COLLEAGUES_CAP = 3;
/** Days after which a contact counts as long ago. */
export const CONTACT_DAYS = 180;

/**
 * What a contact is worth, apart from eligibility. All integers; `/` drops the remainder (operands are never
 * negative, so `div` of SQL integers is the same):
 *
 *   gap       = patients - threshold
 *   ZONE      = ZIP: w.zip · ZAC: w.zac · else 0
 *   THRESHOLD = gap >= 0: w.threshold * max(0, 300 - gap) / 300 · gap < 0: w.threshold * max(0, 150 + gap) / 150 ·
 *               patients or threshold null: 0
 *   PATIENTS  = w.patients * (number of steps 500, 775, 1045, 1500 that patients reach) / 4 · null: 0
 *   COLLEAGUES= w.colleagues * min(signedColleagues, 3) / 3
 *   FRESHNESS = never contacted: w.freshness · else w.freshness * clamp(today - lastContactOn, 0, 180) / 180
 *   QUESTION  = openCriteria 1: w.question · 2: w.question / 2 · else 0
 *   total     = verdict "no": 0 · else max(1, sum of the parts)
 */
export function priorityOf(facts: PriorityFacts, verdict: Verdict, weights: Weights, today: Day): Priority {
  const parts = [
    zonePart(facts, weights),
    thresholdPart(facts, weights.threshold),
    patientsPart(facts, weights.patients),
    colleaguesPart(facts, weights.colleagues),
    freshnessPart(facts, weights.freshness, today),
    questionPart(facts, weights.question),
  ].map((part) => ({ ...part, sentence: french(part.sentence) }));
  const sum = parts.reduce((total, { points }) => total + points, 0);
  return { total: verdict === "no" ? 0 : Math.max(1, sum), parts };
}

function zonePart({ zone }: PriorityFacts, weights: Weights): PriorityPart {
  const points = zone === "ZIP" ? weights.zip : zone === "ZAC" ? weights.zac : 0;
  const sentence = zone === null ? "La zone du cabinet n'est pas connue." : `Cabinet : ${ZONE_LABELS[zone]}.`;
  return { code: "ZONE", points, max: Math.max(weights.zip, weights.zac), sentence };
}

function thresholdPart({ patients, threshold }: PriorityFacts, max: number): PriorityPart {
  const code = "THRESHOLD";
  if (patients === null || threshold === null)
    return { code, points: 0, max, sentence: "La distance au seuil n'est pas connue." };
  const gap = Math.trunc(patients - threshold);
  if (gap >= 0) {
    const points = quotient(max * Math.max(0, REACH_ABOVE - gap), REACH_ABOVE);
    return { code, points, max, sentence: `${countOf(gap, "patient")} au-dessus du seuil de ${number(threshold)}.` };
  }
  const points = quotient(max * Math.max(0, REACH_BELOW + gap), REACH_BELOW);
  return { code, points, max, sentence: `Il manque ${countOf(-gap, "patient")} pour atteindre ${number(threshold)}.` };
}

function patientsPart({ patients }: PriorityFacts, max: number): PriorityPart {
  const code = "PATIENTS";
  if (patients === null) return { code, points: 0, max, sentence: "La taille de la patientèle n'est pas connue." };
  const reached = PATIENT_STEPS.filter((step) => patients >= step).length;
  const points = quotient(max * reached, PATIENT_STEPS.length);
  return { code, points, max, sentence: `Patientèle de ${countOf(patients, "patient")}.` };
}

function colleaguesPart({ signedColleagues }: PriorityFacts, max: number): PriorityPart {
  const points = quotient(max * Math.min(Math.max(signedColleagues, 0), COLLEAGUES_CAP), COLLEAGUES_CAP);
  const sentence =
    signedColleagues > 0
      ? `${countOf(signedColleagues, "confrère")} du cabinet ${signedColleagues > 1 ? "ont" : "a"} déjà signé.`
      : "Aucun confrère du cabinet n'a signé.";
  return { code: "COLLEAGUES", points, max, sentence };
}

function freshnessPart({ lastContactOn }: PriorityFacts, max: number, today: Day): PriorityPart {
  const code = "FRESHNESS";
  if (lastContactOn === null) return { code, points: max, max, sentence: "Jamais contacté." };
  const days = Math.max(0, daysBetween(lastContactOn, today));
  const points = quotient(max * Math.min(days, CONTACT_DAYS), CONTACT_DAYS);
  const sentence = days === 0 ? "Contacté aujourd'hui." : `Dernier contact il y a ${countOf(days, "jour")}.`;
  return { code, points, max, sentence };
}

function questionPart({ openCriteria }: PriorityFacts, max: number): PriorityPart {
  const points = openCriteria === 1 ? max : openCriteria === 2 ? quotient(max, 2) : 0;
  const sentence =
    openCriteria === 0
      ? "Aucun point à vérifier."
      : openCriteria === 1
        ? "Une seule question lèverait le doute."
        : `${countOf(openCriteria, "point")} à vérifier.`;
  return { code: "QUESTION", points, max, sentence };
}

function quotient(dividend: number, divisor: number): number {
  return Math.floor(dividend / divisor);
}
