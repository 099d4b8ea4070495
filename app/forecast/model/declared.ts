import { addDays, type Day } from "~/calendar/day";
import { dayNumber } from "../events";
import type { Column, Table } from "./table";

/** Days after a first meeting when it is settled, for most, whether a contract follows. */
export const SETTLED_DAYS = 182;

/** What the model may use of a doctor, and how it is called. Facts of the practice, never of a person's character. */
export const FEATURES = {
  zone: "zone du cabinet",
  specialty: "spécialité",
  patients: "patients médecin traitant",
  activePatients: "file active",
  feeSector: "secteur d'exercice",
  groupPractice: "exercice en groupe",
  coordinated: "exercice coordonné",
  newlySettled: "installation récente",
} as const;

export type Feature = keyof typeof FEATURES;

export type Practice = Readonly<Record<Feature, string | number | boolean | null>>;

export interface MetDoctor extends Practice {
  readonly metOn: Day;
  readonly signedOn: Day | null;
}

/** Doctors met long enough ago; signed later than that counts as not signed, for all alike. */
export function tableOf(met: readonly MetDoctor[], today: Day): Table {
  const rows = met
    .filter(({ metOn }) => addDays(metOn, SETTLED_DAYS) <= today)
    .sort((a, b) => (a.metOn < b.metOn ? -1 : a.metOn > b.metOn ? 1 : 0));
  return {
    rows: rows.length,
    columns: columnsOf(rows),
    signed: Uint8Array.from(rows, ({ metOn, signedOn }) =>
      signedOn !== null && signedOn <= addDays(metOn, SETTLED_DAYS) ? 1 : 0,
    ),
    day: Int32Array.from(rows, ({ metOn }) => dayNumber(metOn)),
  };
}

/** Doctors of whom a chance is asked: nothing is known yet of what they will do. */
export function askedOf(practices: readonly Practice[]): Table {
  const rows = practices.length;
  return { rows, columns: columnsOf(practices), signed: new Uint8Array(rows), day: new Int32Array(rows) };
}

const columnsOf = (rows: readonly Practice[]) =>
  (Object.keys(FEATURES) as Feature[]).map((name) => columnOf(name, rows));

const NUMBERS: readonly Feature[] = ["patients", "activePatients"];

function columnOf(name: Feature, rows: readonly Practice[]): Column {
  if (NUMBERS.includes(name))
    return {
      kind: "number",
      name,
      values: Float64Array.from(rows, (row) => (row[name] as number | null) ?? Number.NaN),
    };
  const words = [...new Set(rows.map((row) => row[name]).filter((value) => value !== null))].map(String).sort();
  const codes = new Map(words.map((word, code) => [word, code]));
  return { kind: "word", name, words, values: Int32Array.from(rows, (row) => codes.get(String(row[name])) ?? -1) };
}
