import type { Doctor, Person, Practice } from "./doctor";
import type { Skill } from "./specialties";
import { capitals, plain, postalTown } from "./spelling";

/** How an address came out of the publisher's hands. */
export type Blemishes = {
  noCommune: boolean;
  mergedCommune: string | undefined;
  /** Number of the CEDEX office, and the postcode that goes with it. */
  cedex: { postcode: string; office: string } | undefined;
  formattedPhone: boolean;
  secondPhone: string;
};

/** Nothing wrong with the address. */
export const CLEAN: Blemishes = {
  noCommune: false,
  mergedCommune: undefined,
  cedex: undefined,
  formattedPhone: false,
  secondPhone: "",
};

type Activity = {
  mode: "L|Libéral" | "S|Salarié" | "|";
  sector: string;
  genre: string;
  role: string;
};

export const LIBERAL_CARE: Omit<Activity, "sector"> = {
  mode: "L|Libéral",
  genre: "GENR01|Activité standard de soin ou de pharmacien",
  role: "|",
};

export const SECTORS = {
  SA01: "SA01|Etablissement public de santé",
  SA07: "SA07|Cabinet individuel",
  SA08: "SA08|Cabinet de groupe",
  SA09: "SA09|Exercice en société",
  SA52: "SA52|Maison de santé",
} as const;

/** Columns 1 to 13: who. */
export function personCells(person: Person, title: "DR|Docteur" | "PR|Professeur" | "|", accents: boolean): string {
  const civility = person.civility === "M" ? "M|Monsieur" : "MME|Madame";
  const spelt = accents ? (name: string) => name.toUpperCase() : capitals;
  const name = `${spelt(person.lastName)}|${spelt(person.firstName)}`;
  return `8|${person.rpps}|8${person.rpps}|${title}|${civility}|${name}|10|Médecin|C|Civil`;
}

/** Columns 14 to 17: what. */
export function skillCells(skill: Skill): string {
  return skill.code.startsWith("CAPA")
    ? `CAPA|Capacité|${skill.code}|${skill.label}`
    : `S|Spécialité ordinale|${skill.code}|${skill.label}`;
}

/** Columns 18 to 56: where and how. */
export function placeCells(place: Practice, activity: Activity, blemishes: Blemishes): string {
  const { town } = place;
  const { cedex } = blemishes;
  const postcode = cedex?.postcode ?? place.postcode;
  const lastLine = `${postcode} ${postalTown(town.name)}${cedex ? ` CEDEX ${cedex.office}`.trimEnd() : ""}`;
  const commune = blemishes.noCommune ? "|" : `${blemishes.mergedCommune ?? town.code}|${town.name}`;
  const legal = `${place.siret}|${place.siret.slice(0, 9)}|${place.finess}|`;
  const way = place.street ? `${place.way.code}|${place.way.label}|${plain(place.street)}` : "||";
  const phone = blemishes.formattedPhone ? place.phone.replace(/(..)(?=.)/g, "$1 ") : place.phone;
  const former = place.siret ? `3${place.siret}` : place.finess ? `1${place.finess}` : "";
  return [
    activity.mode,
    `${legal}|${place.structure}|${place.name}|||`,
    `${place.number}|${place.suffix}|${way}|`,
    `${lastLine}|${postcode}|${commune}||`,
    `${phone}|${blemishes.secondPhone}||${place.email}||`,
    former,
    "CNOM/CNOM/CNOM",
    activity.sector,
    "|",
    activity.role,
    activity.genre,
  ].join("|");
}

/** Columns 18 to 56 of someone without any place: replacements, the retired. */
export function nowhereCells(mode: Activity["mode"], genre: string): string {
  return `${mode}${"|".repeat(29)}CNOM/CNOM/CNOM${"|".repeat(7)}${genre}`;
}

export function rppsLine(who: string, what: string, where: string): string {
  return `${who}|${what}|${where}|\n`;
}

export function titleOf(doctor: Pick<Doctor, "age">, professor: boolean): "DR|Docteur" | "PR|Professeur" {
  return professor && doctor.age > 45 ? "PR|Professeur" : "DR|Docteur";
}
