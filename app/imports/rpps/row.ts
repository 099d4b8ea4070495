import { readRpps } from "~/doctors/rpps";
import { familyOfSkill } from "~/doctors/specialty";
import { readPhone } from "~/format/phone";
import type { Judge, Verdict } from "../batch";
import { at, orNull, plainText } from "../cells";
import type { Layout } from "../layout";
import type { RPPS_COLUMNS } from "../layouts/rpps";
import { readMailbox } from "../mailboxes";
import { shown } from "../wording";
import { type Place, readPlace } from "./place";
import { practiceKey } from "./practice";
import { DOCTOR, isKnownOther } from "./professions";

type Field = keyof typeof RPPS_COLUMNS;
export type RppsPlaces = Readonly<Partial<Record<Field, number>>>;

/** One activity of a doctor at one place, for one skill: what a line of Personne_activite says. */
export type RppsRow = Place & {
  line: number;
  rpps: string;
  lastName: string;
  firstName: string | null;
  civility: string | null;
  title: string | null;
  category: string | null;
  skillType: string | null;
  skillCode: string | null;
  skillLabel: string | null;
  mode: string | null;
  activitySector: string | null;
  activitySectorLabel: string | null;
  role: string | null;
  genre: string | null;
  siret: string | null;
  finess: string | null;
  structureId: string | null;
  structureName: string | null;
  phone: string | null;
  phone2: string | null;
  email: string | null;
  practiceKey: string | null;
};

export function rppsJudge(layout: Layout): Judge<RppsRow> {
  const places: RppsPlaces = layout.columns;
  return (cells, line) => {
    const profession = at(cells, places.profession);
    if (profession === DOCTOR) return doctorLine(cells, places, line);
    if (isKnownOther(profession)) return { is: "ignored" };
    if (profession === "") return { is: "rejected", why: "Profession absente." };
    return { is: "ignored", warnings: [`Profession ${shown(profession)} inconnue : ligne laissée de côté.`] };
  };
}

function doctorLine(cells: readonly string[], places: RppsPlaces, line: number): Verdict<RppsRow> {
  const warnings: string[] = [];
  const identity = readIdentity(cells, places, warnings);
  if (!identity.ok) return { is: "rejected", why: identity.why };
  const lastName = plainText(at(cells, places.lastName), "Nom d'exercice", warnings);
  if (lastName === "") return { is: "rejected", why: "Nom d'exercice absent." };
  const structureId = orNull(at(cells, places.structureId));
  const place = readPlace(cells, places, warnings);
  const row: RppsRow = {
    line,
    rpps: identity.rpps,
    lastName,
    firstName: orNull(plainText(at(cells, places.firstName), "Prénom d'exercice", warnings)),
    civility: orNull(code(cells, places.civility)),
    title: orNull(code(cells, places.title)),
    category: orNull(code(cells, places.category)),
    ...readSkill(cells, places, warnings),
    mode: orNull(readMode(cells, places, warnings)),
    activitySector: orNull(code(cells, places.activitySector)),
    activitySectorLabel: orNull(at(cells, places.activitySectorLabel)),
    role: orNull(code(cells, places.role)),
    genre: orNull(code(cells, places.genre)),
    siret: matching(at(cells, places.siret), /^\d{14}$/),
    finess: matching(code(cells, places.finess), /^[0-9AB]{9}$/),
    structureId,
    structureName: orNull(plainText(at(cells, places.company) || at(cells, places.sign), "Raison sociale", warnings)),
    ...place,
    phone: readNumber(at(cells, places.phone), warnings),
    phone2: readNumber(at(cells, places.phone2), warnings),
    email: readEmail(at(cells, places.email), warnings),
    practiceKey: practiceKey(place, structureId),
  };
  return { is: "kept", rows: [row], warnings };
}

type Identity = { ok: true; rpps: string } | { ok: false; why: string };

/** The number is written twice on each line; two different ones would give a doctor the practice of another. */
function readIdentity(cells: readonly string[], places: RppsPlaces, warnings: string[]): Identity {
  if (at(cells, places.idType) === "0") return { ok: false, why: "Identifiant ADELI et non RPPS." };
  const national = at(cells, places.nationalId);
  const written = at(cells, places.rpps) || national;
  const reading = readRpps(written);
  if (!reading.ok) return reading;
  const { rpps } = reading;
  if (national !== "" && national !== `8${rpps}` && national !== written && national !== `8${written}`) {
    return {
      ok: false,
      why: `Les deux identifiants de la ligne se contredisent (${shown(written)} et ${shown(national)}).`,
    };
  }
  if (national !== "" && national === rpps)
    warnings.push("Identification nationale écrite sans son premier chiffre (8).");
  if (reading.restored) warnings.push(`Numéro RPPS ${shown(written)} : le zéro initial perdu a été remis.`);
  if (!reading.keyHolds) warnings.push(`Numéro RPPS ${shown(rpps)} dont la clé de contrôle est fausse : à vérifier.`);
  return { ok: true, rpps };
}

/** TRE_R04: what a skill can be. A new kind is kept and shown, never guessed. */
const SKILL_TYPES = new Set(["S", "C", "CEX", "DNQ", "CAPA", "PAC", "FQ", "DEC", "OP", "SST"]);

function readSkill(cells: readonly string[], places: RppsPlaces, warnings: string[]) {
  const skillType = code(cells, places.skillType);
  const skillCode = code(cells, places.skillCode);
  const isUnknown =
    skillType === "S" ? familyOfSkill(skillCode) === null : skillType !== "" && !SKILL_TYPES.has(skillType);
  if (isUnknown)
    warnings.push(`Savoir-faire ${shown(`${skillType} ${skillCode}`)} inconnu : gardé tel quel, à vérifier.`);
  return {
    skillType: orNull(skillType),
    skillCode: orNull(skillCode),
    skillLabel: orNull(at(cells, places.skillLabel)),
  };
}

function readMode(cells: readonly string[], places: RppsPlaces, warnings: string[]): string {
  const mode = code(cells, places.mode);
  if (mode !== "" && !"LSB".includes(mode))
    warnings.push(`Mode d'exercice ${shown(mode)} inconnu : gardé tel quel, à vérifier.`);
  return mode;
}

function readNumber(text: string, warnings: string[]): string | null {
  if (text === "") return null;
  const reading = readPhone(text);
  if (!reading) warnings.push(`Téléphone ${shown(text)} illisible : laissé vide.`);
  else if (reading.restored) warnings.push(`Téléphone ${shown(text)} : le zéro initial perdu a été remis.`);
  return reading?.phone ?? null;
}

function readEmail(text: string, warnings: string[]): string | null {
  if (text === "") return null;
  const written = text.split(/[;,\s]+/).filter((part) => part !== "");
  const [first, ...others] = written.map(readMailbox).filter((mailbox) => mailbox !== null);
  if (!first) {
    warnings.push(`Adresse électronique ${shown(text)} illisible : laissée vide.`);
    return null;
  }
  if (others.length > 0)
    warnings.push("Plusieurs adresses électroniques dans une case : seule la première est gardée.");
  if (first.kind === "mssante") warnings.push("Adresse MSSanté : gardée à part, jamais utilisée pour une campagne.");
  return first.address;
}

function code(cells: readonly string[], place: number | undefined): string {
  return at(cells, place).toUpperCase();
}

function matching(text: string, shape: RegExp): string | null {
  return shape.test(text) ? text : null;
}
