import { NO_BREAK } from "./typography";

/** Registries write names in capitals; the two parts are kept apart everywhere. */
export type PersonName = { lastName: string; firstName: string };

/** Lists and search, where the eye looks for the last name: « LE GOFF Anne-Marie ». */
export function listName({ lastName, firstName }: PersonName): string {
  return `${lastName.toLocaleUpperCase("fr")} ${properCase(firstName)}`.trim();
}

/** Sentences and letters: « Dr Anne-Marie Le Goff ». */
export function politeName(name: PersonName, title: "Dr" | "Pr" = "Dr"): string {
  return `${title}${NO_BREAK}${fullName(name)}`;
}

export function fullName({ lastName, firstName }: PersonName): string {
  return `${properCase(firstName)} ${properCase(lastName)}`.trim();
}

/** Two letters for the square that stands for a person. */
export function initials({ lastName, firstName }: PersonName): string {
  return `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr");
}

/** « de », « du », « des » and « d' » stay small in French names; « Le » and « La » are part of the name. */
const SMALL = new Set(["de", "du", "des", "der", "den", "von", "zu", "y"]);

/** "DE LA TOUR" → « de La Tour », "MCDONALD-O'BRIEN" → « McDonald-O'Brien ». Text with small letters is left alone. */
export function properCase(text: string): string {
  const trimmed = text.trim();
  if (trimmed !== trimmed.toLocaleUpperCase("fr")) return trimmed;
  const parts = trimmed.toLocaleLowerCase("fr").split(/(\s+|-)/);
  // A family name that is only "DU" or "DES" is a name, not a particle.
  return parts.map((part) => (parts.length > 1 && SMALL.has(part) ? part : capitalized(part))).join("");
}

/** Every letter after an apostrophe is a capital, except in the Breton c'h: « Le Floc'h », but « L'Hermite ». */
function capitalized(word: string): string {
  return word
    .replace(/^\p{L}/u, upper)
    .replace(/(?<=['’])\p{L}/gu, upper)
    .replace(/(?<=c['’])H/g, "h")
    .replace(/(?<=^Mc)\p{L}/u, upper)
    .replace(/^D(?=['’])/, "d");
}

function upper(letter: string): string {
  return letter.toLocaleUpperCase("fr");
}
