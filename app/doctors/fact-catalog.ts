import { type Day, isDay } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { countOf, number } from "~/format/numbers";
import { french } from "~/format/typography";

/** The value of a column of doctor_facts. */
export type FactValue = string | number | boolean;

export type FactAnswer =
  | { readonly kind: "choice"; readonly choices: readonly (readonly [value: string, label: string])[] }
  | { readonly kind: "yes-no" }
  | { readonly kind: "count" }
  /** Typed in percent, kept in thousandths. */
  | { readonly kind: "share" }
  | { readonly kind: "day" };

export interface FactKind {
  /** How the history calls it; the files of counts have names of their own. */
  readonly name: string;
  readonly label: string;
  readonly answer: FactAnswer;
}

const YES_NO: FactAnswer = { kind: "yes-no" };
const COUNT: FactAnswer = { kind: "count" };

/** What a person may complete, by column of doctor_facts, in the order of the page. */
export const FACTS = {
  fee_sector: {
    name: "fee_sector",
    label: "Secteur conventionnel",
    answer: {
      kind: "choice",
      choices: [
        ["1", "Secteur 1"],
        ["2", "Secteur 2"],
        ["3", "Non conventionné"],
      ],
    },
  },
  optam: { name: "optam", label: "Adhésion à l'Optam", answer: YES_NO },
  optam_variant: {
    name: "optam_variant",
    label: "Option de l'Optam",
    answer: {
      kind: "choice",
      choices: [
        ["OPTAM", "Optam"],
        ["OPTAM_CO", "Optam-CO"],
        ["OPTAM_ACO", "Optam-ACO"],
      ],
    },
  },
  mt_total: { name: "mt_total", label: "Patients médecin traitant, adultes et enfants", answer: COUNT },
  mt_adult: { name: "mt_adulte", label: "Patients médecin traitant, adultes", answer: COUNT },
  active_count: { name: "file_active", label: "File active sur un an", answer: COUNT },
  newly_settled: { name: "newly_settled", label: "Nouvellement installé", answer: YES_NO },
  special_practice: { name: "special_practice", label: "Exercice particulier (MEP)", answer: YES_NO },
  mixed_practice: { name: "mixed_practice", label: "Activité en partie salariée", answer: YES_NO },
  replacement: { name: "replacement", label: "Médecin remplaçant", answer: YES_NO },
  group_practice: { name: "group_practice", label: "Cabinet de groupe", answer: YES_NO },
  coordinated: {
    name: "coordinated",
    label: "Exercice coordonné",
    answer: {
      kind: "choice",
      choices: [
        ["YES", "Oui"],
        ["COMMITTED_2Y", "Engagement d'ici 2 ans"],
        ["NO", "Non"],
      ],
    },
  },
  clinical_share_pm: {
    name: "clinical_share_pm",
    label: "Part d'honoraires cliniques sur 12 mois",
    answer: { kind: "share" },
  },
  adapted_contract: { name: "adapted_contract", label: "Contrat adapté admis par la caisse", answer: YES_NO },
  contacted_on: { name: "contacted_on", label: "Dernier contact", answer: { kind: "day" } },
  signed_on: { name: "signed_on", label: "Contrat signé", answer: { kind: "day" } },
} as const satisfies Record<string, FactKind>;

export type FactColumn = keyof typeof FACTS;
export const FACT_COLUMNS = Object.keys(FACTS) as [FactColumn, ...FactColumn[]];

/** What the history keeps of a question asked in vain. */
export const NOT_KNOWN = "inconnu";

/** More patients than any doctor declares: a slip of the keyboard, not a count. */
export const MOST_PATIENTS = 20_000;
export const EARLIEST: Day = "1990-01-01";

export type FactReading = { ok: true; value: FactValue } | { ok: false; why: string };

export function readFact(column: FactColumn, typed: string, today: Day): FactReading {
  const { answer }: FactKind = FACTS[column];
  const text = typed.trim();
  switch (answer.kind) {
    case "choice":
      return answer.choices.some(([value]) => value === text)
        ? { ok: true, value: text }
        : refused("Choisissez une des réponses proposées.");
    case "yes-no":
      return text === "oui" || text === "non"
        ? { ok: true, value: text === "oui" }
        : refused("Répondez par oui ou par non.");
    case "count":
      return readCount(text);
    case "share":
      return readShare(text);
    case "day": {
      const why = dayProblem(text, today);
      return why === null ? { ok: true, value: text } : refused(why);
    }
  }
}

/** Null when the day may be that of a fact. */
export function dayProblem(day: string, today: Day): string | null {
  if (!isDay(day)) return french("Indiquez une date, par exemple 24/11/2026.");
  if (day > today) return "La date est dans le futur.";
  if (day < EARLIEST) return french(`La date est antérieure au ${dayMonthYear(EARLIEST)}.`);
  return null;
}

/** As the page shows it; null when nothing is known. */
export function factText(column: FactColumn, value: unknown): string | null {
  const { answer }: FactKind = FACTS[column];
  if (value === null || value === undefined) return null;
  switch (answer.kind) {
    case "choice":
      return answer.choices.find(([choice]) => choice === value)?.[1] ?? String(value);
    case "yes-no":
      return value === true ? "Oui" : "Non";
    case "count":
      return countOf(Number(value), "patient");
    case "share":
      return french(`${number(Number(value) / 10, 1)} %`);
    case "day":
      return dayMonthYear(String(value));
  }
}

/** As a person would type it again. */
export function typedFact(column: FactColumn, value: unknown): string {
  const { answer }: FactKind = FACTS[column];
  if (answer.kind === "yes-no") return value === true ? "oui" : "non";
  return answer.kind === "share" ? String(Number(value) / 10) : String(value);
}

/** The column a line of the history speaks of, null for a name of no column. */
export function columnNamed(name: string): FactColumn | null {
  return FACT_COLUMNS.find((column) => FACTS[column].name === name) ?? null;
}

function readCount(text: string): FactReading {
  const digits = text.replace(/[\s\u202f\u00a0]/g, "");
  if (!/^\d{1,9}$/.test(digits)) return refused("Indiquez un nombre entier de patients.");
  const value = Number(digits);
  if (value > MOST_PATIENTS) return refused(french(`Indiquez un nombre de 0 à ${number(MOST_PATIENTS)}.`));
  return { ok: true, value };
}

function readShare(text: string): FactReading {
  const percent = Number(text.replace("%", "").replace(",", ".").trim() || Number.NaN);
  if (!(percent >= 0 && percent <= 100)) return refused(french("Indiquez un pourcentage de 0 à 100 %."));
  return { ok: true, value: Math.round(percent * 10) };
}

function refused(why: string): FactReading {
  return { ok: false, why };
}
