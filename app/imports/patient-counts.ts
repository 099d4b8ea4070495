import type { Day } from "~/calendar/day";
import { readRpps } from "~/doctors/rpps";
import { number } from "~/format/numbers";
import type { Judge, Verdict } from "./batch";
import { at, plainText } from "./cells";
import { readFileDay } from "./days";
import type { Layout } from "./layout";
import type { PATIENT_COUNT_COLUMNS } from "./layouts/own";
import { shown } from "./wording";

/** Adults who declared the doctor, all patients who did, and different patients seen in a year. */
const PATIENT_MEASURES = ["mt_adulte", "mt_total", "file_active"] as const;
type PatientMeasure = (typeof PATIENT_MEASURES)[number];

export type PatientCountRow = {
  line: number;
  rpps: string;
  measure: PatientMeasure;
  value: number;
  measuredOn: Day;
  source: string;
};

type Places = Readonly<Partial<Record<keyof typeof PATIENT_COUNT_COLUMNS, number>>>;

/** Past it a column was mistaken for another: the largest practices count some ten thousand patients. */
const MOST_PATIENTS = 20_000;

export function patientCountJudge(layout: Layout): Judge<PatientCountRow> {
  return (cells, line) => countLine(cells, layout.columns, line);
}

function countLine(cells: readonly string[], places: Places, line: number): Verdict<PatientCountRow> {
  const warnings: string[] = [];
  const identifier = readRpps(at(cells, places.rpps));
  if (!identifier.ok) return { is: "rejected", why: identifier.why };
  if (identifier.restored) warnings.push("Numéro RPPS : le zéro initial perdu a été remis.");
  if (!identifier.keyHolds) warnings.push("Numéro RPPS dont la clé de contrôle est fausse : à vérifier.");
  const measure = readMeasure(at(cells, places.measure));
  if (!measure) {
    return {
      is: "rejected",
      why: `Mesure ${shown(at(cells, places.measure))} inconnue : mt_adulte, mt_total ou file_active.`,
    };
  }
  const value = readCount(at(cells, places.value));
  if (value === null) {
    return {
      is: "rejected",
      why: `Valeur ${shown(at(cells, places.value))} : un nombre entier de 0 à ${number(MOST_PATIENTS)} est attendu.`,
    };
  }
  const measuredOn = readFileDay(at(cells, places.measuredOn));
  if (!measuredOn) {
    return {
      is: "rejected",
      why: `Date ${shown(at(cells, places.measuredOn))} illisible : écrivez 2026-06-30 ou 30/06/2026.`,
    };
  }
  const source = plainText(at(cells, places.source), "source", warnings);
  if (source === "") return { is: "rejected", why: "Source absente : d'où vient ce chiffre." };
  return { is: "kept", rows: [{ line, rpps: identifier.rpps, measure, value, measuredOn, source }], warnings };
}

function readMeasure(text: string): PatientMeasure | null {
  const plain = text.toLowerCase().replace(/[\s-]+/g, "_");
  return PATIENT_MEASURES.find((measure) => measure === plain) ?? null;
}

/** « 1 234 » is a number people write; « 1234,5 », « 1e309 » and « -3 » are not numbers of patients. */
function readCount(text: string): number | null {
  const digits = text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, "");
  if (!/^\d{1,6}$/.test(digits)) return null;
  const value = Number(digits);
  return value <= MOST_PATIENTS ? value : null;
}
