import type { Columns } from "../header";
import type { Shape } from "./shape";

export const PATIENT_COUNT_COLUMNS = {
  rpps: { name: "rpps", also: ["numéro rpps", "identifiant pp"], must: true },
  measure: { name: "mesure", must: true },
  value: { name: "valeur", must: true },
  measuredOn: { name: "date_mesure", also: ["date de mesure"], must: true },
  source: { name: "source", must: true },
} as const satisfies Columns;

export const EMAIL_COLUMNS = {
  rpps: { name: "rpps", also: ["numéro rpps", "identifiant pp"], must: true },
  email: { name: "email", also: ["e-mail", "adresse e-mail", "courriel"], must: true },
  source: { name: "source", must: true },
  notedOn: { name: "date", also: ["date de recueil"] },
} as const satisfies Columns;

export const MSSANTE_COLUMNS = {
  mailboxType: { name: "Type de BAL", must: true },
  email: { name: "Adresse BAL", must: true },
  rpps: { name: "Identifiant PP", must: true },
  profession: { name: "Code Profession", must: true },
} as const satisfies Columns;

/** The two tables a fund writes itself, and the MSSanté directory. */
export const OWN_SHAPES: readonly Shape[] = [
  {
    kind: "patientele",
    variant: "mesures",
    columns: PATIENT_COUNT_COLUMNS,
    fits: (keys) => keys.has("mesure") && keys.has("valeur"),
    strict: false,
  },
  {
    kind: "emails",
    variant: "mssante",
    columns: MSSANTE_COLUMNS,
    fits: (keys) => keys.has("adressebal") || (keys.has("typedebal") && keys.has("identifiantpp")),
    strict: true,
  },
  {
    kind: "emails",
    variant: "adresses",
    columns: EMAIL_COLUMNS,
    fits: (keys) => keys.has("rpps") && (keys.has("email") || keys.has("courriel")),
    strict: false,
  },
];
