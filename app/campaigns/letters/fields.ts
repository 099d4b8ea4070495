import { typingDistance } from "~/doctors/typing-distance";
import { NARROW, NO_BREAK } from "~/format/typography";

interface Field {
  /** As it is written between braces. */
  readonly token: string;
  readonly label: string;
  readonly example: string;
  /** Not known of every doctor: the letter must say what stands there instead. An example of it, or null. */
  readonly fallback: string | null;
}

/** The fields a letter may name in its text. */
export const FIELDS = {
  doctor: { token: "docteur", label: "Civilité et nom", example: "Dr Anne-Marie Le Goff", fallback: null },
  firstName: { token: "prénom", label: "Prénom", example: "Anne-Marie", fallback: null },
  lastName: { token: "nom", label: "Nom", example: "Le Goff", fallback: null },
  specialty: { token: "spécialité", label: "Spécialité", example: "médecine générale", fallback: null },
  town: { token: "commune", label: "Commune", example: "Châteaubriant", fallback: "votre commune" },
  practice: {
    token: "cabinet",
    label: "Cabinet",
    example: "Maison de santé des Deux Rives",
    fallback: "votre cabinet",
  },
  fund: { token: "caisse", label: "Caisse", example: "CPAM de la Loire-Atlantique", fallback: null },
  delegate: { token: "délégué", label: "Délégué du secteur", example: "Maël Rabiller", fallback: "Votre caisse" },
  patients: {
    token: "patients",
    label: "Patients médecin traitant",
    example: `1${NARROW}043`,
    fallback: "le nombre de vos patients",
  },
  missing: {
    token: "patients manquants",
    label: "Patients manquants jusqu'au seuil",
    example: "38",
    fallback: "quelques patients",
  },
  zone: {
    token: "zone",
    label: "Zone",
    example: "zone d'intervention prioritaire",
    fallback: "votre zone d'exercice",
  },
  fullYear1: {
    token: "aide an 1",
    label: "Aide de la première année, temps plein",
    example: `38${NARROW}000${NO_BREAK}€`,
    fallback: "un montant selon votre situation",
  },
  fullTotal: {
    token: "aide 5 ans",
    label: "Aide sur cinq ans, temps plein",
    example: `jusqu'à 132${NARROW}000${NO_BREAK}€`,
    fallback: "un montant selon votre situation",
  },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;

/** The doctor's own pages, by signed link: written only where a link goes. */
export const PAGES = {
  whyPage: { token: "lien pourquoi", label: "Pourquoi moi, et quelles données" },
  simulationPage: { token: "lien simulation", label: "Ma simulation" },
  meetingPage: { token: "lien rendez-vous", label: "Demander un rendez-vous ou un appel" },
  stopPage: { token: "lien stop", label: "Ne plus recevoir" },
} as const;

export type PageName = keyof typeof PAGES;

/** Figures of the simulation block; the two of a full-time contract that make sense in a sentence are fields as well. */
export const AMOUNTS = {
  "1": ["fullYear1", "fullYear2", "fullLater", "fullTotal"],
  "0.5": ["halfYear1", "halfYear2", "halfLater", "halfTotal"],
} as const;
type AmountName = (typeof AMOUNTS)["1" | "0.5"][number];

/** All that varies from one doctor to the next. */
export type ValueName = FieldName | PageName | AmountName;

/** Null: not known of this doctor. */
export type LetterValues = Readonly<Record<ValueName, string | null>>;

const FIELD_BY_TOKEN = byToken<FieldName>(FIELDS);
const PAGE_BY_TOKEN = byToken<PageName>(PAGES);

export function fieldNamed(token: string): FieldName | undefined {
  return FIELD_BY_TOKEN.get(plain(token));
}

export function pageNamed(token: string): PageName | undefined {
  return PAGE_BY_TOKEN.get(plain(token));
}

/** What somebody meant who wrote « prenon »; null when nothing is near. */
export function nearestToken(token: string): string | null {
  const written = plain(token);
  const near = Object.values(FIELDS)
    .map((field) => ({ field, distance: typingDistance(written, plain(field.token), 3) }))
    .sort((a, b) => a.distance - b.distance)[0]!;
  return near.distance <= Math.min(3, written.length / 2) ? near.field.token : null;
}

/** {{commune|votre commune}}: ready to be put in a text. */
export function writtenField(name: FieldName): string {
  const { token, fallback } = FIELDS[name];
  return fallback === null ? `{{${token}}}` : `{{${token}|${fallback}}}`;
}

export function writtenPage(name: PageName): string {
  return `{{${PAGES[name].token}}}`;
}

function byToken<Name extends string>(table: Record<string, { token: string }>): ReadonlyMap<string, Name> {
  return new Map(Object.entries(table).map(([name, { token }]) => [plain(token), name as Name]));
}

/** Accents, capitals and underscores do not make another field. */
function plain(token: string): string {
  return token
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}
