import type { LetterValues } from "~/campaigns/letters/fields";
import type { Frame } from "~/campaigns/letters/frame";
import { pageLinks } from "~/campaigns/letters/signed-link";
import { type LetterDoctor, termsOn, valuesOf } from "~/campaigns/letters/values";

export const TODAY = "2026-11-24";

export const FRAME: Frame = {
  category: "information",
  sender: "le service des relations avec les médecins",
  reason: "Vous recevez ce message parce que votre cabinet est en zone prioritaire.",
};

export const ANNE: LetterDoctor = {
  lastName: "LE GOFF",
  firstName: "ANNE-MARIE",
  title: "DR",
  specialty: "Médecine générale",
  isGp: true,
  town: "Châteaubriant",
  practice: "CABINET MEDICAL DES JARDINS",
  fund: "CPAM de la Loire-Atlantique",
  delegate: "Maël Rabiller",
  patients: 812,
  zone: "ZIP",
  verdict: "yes",
  signedOn: null,
};

export function values(given: Partial<LetterDoctor> = {}, token = "abc"): LetterValues {
  return valuesOf({ ...ANNE, ...given }, pageLinks("https://tandem.example", token), termsOn(TODAY));
}

/** Spaces that do not break are written as plain ones, so that tests can be read. */
export const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
