import { folded, foldedName } from "~/doctors/names";
import { familyOfAmeli, type SpecialtyFamily } from "~/doctors/specialty";
import { readPhone } from "~/format/phone";
import type { Judge, Verdict } from "../batch";
import { at, orNull, plainText } from "../cells";
import { readPostcode, townOf } from "../communes";
import type { Layout } from "../layout";
import type { AMELI_COLUMNS } from "../layouts/ameli";
import { foldedStreet, withoutPostBox } from "../streets";
import { shown } from "../wording";
import { type FeeScheme, type FeeSector, readFeeScheme, readFees } from "./fees";

type Places = Readonly<Partial<Record<keyof typeof AMELI_COLUMNS, number>>>;

/** One doctor at one address, with what only this directory knows: the fee sector. It bears no identifier at all. */
export type AmeliRow = {
  line: number;
  lastName: string;
  firstName: string | null;
  civility: string | null;
  specialtyCode: string | null;
  specialtyLabel: string | null;
  family: SpecialtyFamily | null;
  addressLine: string | null;
  addressExtra: string | null;
  postcode: string | null;
  town: string | null;
  phone: string | null;
  feeSector: FeeSector | null;
  permanentOverrun: boolean;
  feeScheme: FeeScheme | null;
  exerciseNature: string | null;
  vitale: boolean | null;
  foldedName: string;
  ameliKey: string;
};

/** « Médecins généralistes et spécialistes »; the others are dentists, nurses, laboratories, suppliers. */
const DOCTORS = "1";

export function ameliJudge(layout: Layout): Judge<AmeliRow> {
  const places: Places = layout.columns;
  return (cells, line) => {
    if (at(cells, places.personType) !== DOCTORS) return { is: "ignored" };
    return doctorLine(cells, places, line);
  };
}

function doctorLine(cells: readonly string[], places: Places, line: number): Verdict<AmeliRow> {
  const warnings: string[] = [];
  const lastName = plainText(at(cells, places.lastName), "ps_activite_nom", warnings);
  if (lastName === "") return { is: "rejected", why: "Nom absent : la ligne ne désigne personne." };
  const firstName = orNull(plainText(at(cells, places.firstName), "ps_activite_prenom", warnings));
  const family = readFamily(cells, places, warnings);
  const place = readPlace(cells, places, warnings);
  const row: AmeliRow = {
    line,
    lastName,
    firstName,
    civility: orNull(at(cells, places.civility).toUpperCase()),
    specialtyCode: orNull(at(cells, places.specialtyCode)),
    specialtyLabel: orNull(at(cells, places.specialtyLabel)),
    family,
    ...place,
    phone: readNumber(at(cells, places.phone), warnings),
    ...readFees(at(cells, places.feeCode), at(cells, places.feeLabel), warnings),
    feeScheme: readFeeScheme(at(cells, places.optionCode), warnings),
    exerciseNature: orNull(at(cells, places.natureLabel) || at(cells, places.natureCode)),
    vitale: readFlag(at(cells, places.vitale)),
    foldedName: foldedName(lastName, firstName ?? ""),
    ameliKey: "",
  };
  return { is: "kept", rows: [{ ...row, ameliKey: ameliKey(row) }], warnings };
}

/** What makes the same line recognisable next week, when nothing in the file numbers it. */
function ameliKey(row: AmeliRow): string {
  return [
    folded(row.lastName),
    folded(row.firstName ?? ""),
    row.family ?? row.specialtyCode ?? "",
    row.postcode ?? "",
    foldedStreet(row.addressLine ?? ""),
  ].join("|");
}

function readFamily(cells: readonly string[], places: Places, warnings: string[]): SpecialtyFamily | null {
  const code = at(cells, places.specialtyCode);
  const label = at(cells, places.specialtyLabel);
  const family = familyOfAmeli(code, label);
  if (!family) warnings.push(`Spécialité ${shown(`${code} ${label}`)} inconnue : gardée telle quelle, à vérifier.`);
  return family;
}

function readPlace(cells: readonly string[], places: Places, warnings: string[]) {
  const { street, postBox } = withoutPostBox(plainText(at(cells, places.street), "coordonnees_voie", warnings));
  const extra = [at(cells, places.building), at(cells, places.locality), postBox].filter(Boolean).join(", ");
  const postcode = readPostcode(at(cells, places.postcode), "", "");
  if (postcode.note) warnings.push(postcode.note);
  else if (!postcode.code) warnings.push("Code postal absent : le médecin sera cherché sans lui.");
  return {
    addressLine: orNull(street),
    addressExtra: orNull(plainText(extra, "coordonnees_complement", warnings)),
    postcode: postcode.code,
    town: orNull(townOf(plainText(at(cells, places.town), "coordonnees_ville", warnings))),
  };
}

function readNumber(text: string, warnings: string[]): string | null {
  if (text === "") return null;
  const reading = readPhone(text);
  if (!reading) warnings.push(`Téléphone ${shown(text)} illisible : laissé vide.`);
  return reading?.phone ?? null;
}

function readFlag(text: string): boolean | null {
  if (/^(true|vrai|oui|1)$/i.test(text)) return true;
  return /^(false|faux|non|0)$/i.test(text) ? false : null;
}
