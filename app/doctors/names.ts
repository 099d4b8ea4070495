import { typingDistance } from "./typing-distance";

/** How far two spellings of one name agree, from 0 (another name) to 1 (the same), and why, in French. */
export type Likeness = { value: number; why: string };

const LETTERS: Record<string, string> = {
  œ: "oe",
  Œ: "OE",
  æ: "ae",
  Æ: "AE",
  ß: "ss",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
};
const ASCII = /^[\x20-\x7e]*$/;

/** The form in which names, streets and towns are compared: small letters a to z and digits, single spaces. */
export function folded(text: string): string {
  const plain = ASCII.test(text) ? text : unaccented(text);
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

export function foldedName(lastName: string, firstName: string): string {
  return `${folded(lastName)} ${folded(firstName)}`.trim();
}

export function lastNameLikeness(a: string, b: string): Likeness {
  const [one, other] = [folded(a), folded(b)];
  if (one === "" || other === "") return { value: 0, why: "nom absent" };
  if (one === other) return { value: 1, why: "même nom" };
  if (joined(one) === joined(other) || core(one).join("") === core(other).join("")) {
    return { value: 0.95, why: "même nom, écrit autrement" };
  }
  if (sharesAPart(core(one), core(other))) return { value: 0.8, why: "une partie du nom composé" };
  const slip = typingSlip(core(one).join(""), core(other).join(""));
  return slip ? { value: slip, why: "nom à une faute de frappe près" } : { value: 0, why: "noms différents" };
}

export function firstNameLikeness(a: string, b: string): Likeness {
  const [one, other] = [folded(a), folded(b)];
  if (one === "" || other === "") return { value: 0.4, why: "prénom absent" };
  if (one === other || joined(one) === joined(other)) return { value: 1, why: "même prénom" };
  if (isInitialOf(one, other) || isInitialOf(other, one)) return { value: 0.6, why: "initiale du prénom" };
  if (beginsAs(one, other) || beginsAs(other, one)) return { value: 0.8, why: "une partie du prénom composé" };
  const slip = typingSlip(joined(one), joined(other));
  return slip ? { value: slip, why: "prénom à une faute de frappe près" } : { value: 0, why: "prénoms différents" };
}

function unaccented(text: string): string {
  return text
    .replace(/[œŒæÆßøØłŁđĐ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
}

/** Words that registries keep, drop or glue to the name. */
const PARTICLES = new Set([
  "d",
  "de",
  "des",
  "du",
  "la",
  "le",
  "les",
  "l",
  "da",
  "do",
  "dos",
  "di",
  "del",
  "van",
  "von",
  "der",
  "den",
  "y",
]);

function core(foldedText: string): string[] {
  const words = foldedText.split(" ");
  const kept = words.filter((word) => !PARTICLES.has(word));
  return kept.length > 0 ? kept : words;
}

function joined(foldedText: string): string {
  return foldedText.replaceAll(" ", "");
}

/** A birth name and a married name are often both written in one file, and only one of them in the other. */
function sharesAPart(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.some((word) => word.length > 2) && short.every((word) => long.includes(word));
}

/** Short names differ by one letter far too often (Petit, Petin) to forgive more. */
function typingSlip(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  if (length < 6) return 0;
  const allowed = length >= 9 ? 2 : 1;
  const distance = typingDistance(one, other, allowed);
  if (distance > allowed) return 0;
  return distance === 1 ? 0.85 : 0.75;
}

function isInitialOf(short: string, long: string): boolean {
  const words = short.split(" ");
  const full = long.split(" ");
  return words.every((word) => word.length === 1) && words.every((word, rank) => full[rank]?.startsWith(word));
}

function beginsAs(short: string, long: string): boolean {
  return long.startsWith(`${short} `);
}
