import { readPhone } from "~/format/phone";
import { nirsIn } from "./nir";
import { ILLNESS, INSULTS, NOT_ILLNESS, SHARES, SOMEBODY, TITLES } from "./note-words";

export type WarningKind = "nir" | "health" | "insult" | "phone";

/** What should be read again before a note is kept, with the words found as they are written. */
export interface NoteWarning {
  readonly kind: WarningKind;
  readonly words: readonly string[];
}

/** A number of social security is never kept; the rest may be, knowingly: the words are French, and French is ambiguous. */
export const REFUSED_KINDS: readonly WarningKind[] = ["nir"];

/** `knownPhones` are those of the doctor: they are on the doctor's page already. */
export function noteWarnings(note: string, knownPhones: readonly string[] = []): NoteWarning[] {
  const text = note.normalize("NFC");
  const warnings: NoteWarning[] = [
    { kind: "nir", words: nirsIn(text) },
    { kind: "health", words: healthIn(text) },
    { kind: "insult", words: insultsIn(text) },
    { kind: "phone", words: phonesIn(text, knownPhones) },
  ];
  return warnings.flatMap(({ kind, words }) => (words.length === 0 ? [] : [{ kind, words: [...new Set(words)] }]));
}

/** A text and the same in small letters without accents, sign for sign, so that places in one are places in the other. */
interface Folded {
  readonly text: string;
  readonly plain: string;
}

/** Somebody and an illness in one sentence: either alone says nothing of anybody. */
function healthIn(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const folded = foldedOf(sentence);
    const somebody = [
      ...found(folded.plain, SOMEBODY_WORDS).filter(({ to }) => !SHARE_NEXT.test(folded.plain.slice(to, to + 12))),
      ...namedIn(sentence),
    ];
    if (somebody.length === 0) return [];
    const illness = found(folded.plain.replace(NOT_ILLNESS_WORDS, blank), ILLNESS_WORDS).filter(
      ({ from }) => !isName(folded, from) && !somebody.some((hit) => from >= hit.from && from < hit.to),
    );
    return illness.length === 0 ? [] : [...somebody, ...illness].map(({ from, to }) => sentence.slice(from, to));
  });
}

function insultsIn(text: string): string[] {
  const folded = foldedOf(text);
  const hits = found(folded.plain, INSULT_WORDS).filter(({ from }) => !isName(folded, from));
  return hits.map(({ from, to }) => text.slice(from, to));
}

const PHONE = /(?<![\d.,])(?:(?:\+|00)\s?33[\s.-]?(?:\(0\))?|0)[1-79](?:[\s.-]?\d{2}){4}(?!\d)/g;

function phonesIn(text: string, known: readonly string[]): string[] {
  const ours = new Set(known.map((phone) => readPhone(phone)?.phone ?? phone));
  return [...text.matchAll(PHONE)]
    .map(([written]) => written)
    .filter((written) => !ours.has(readPhone(written)?.phone ?? ""));
}

interface Hit {
  readonly from: number;
  readonly to: number;
}

/** « Mme Durand », « Monsieur B. »: somebody with a name, who is not a doctor. */
const NAMED = /(?<![\p{L}\d])(?:M\.|Mr|Mme|Mlle|Madame|Monsieur)\s+\p{Lu}[\p{L}'’-]*/gu;

function namedIn(sentence: string): Hit[] {
  return [...sentence.matchAll(NAMED)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
}

/** A capital after a title: « le Dr Crétin ». */
function isName({ text, plain }: Folded, from: number): boolean {
  const before = plain.slice(Math.max(0, from - 20), from).trimEnd();
  return isCapital(text.charAt(from)) && TITLES.includes(before.split(/[\s,(]/).at(-1) ?? "");
}

/** A full stop after one capital or a title ends no sentence. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=(?<!\b(?:M|Dr|Mme|\p{Lu}))[.!?;])\s+|\n+/u);
}

function found(plain: string, words: RegExp): Hit[] {
  return [...plain.matchAll(words)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
}

const blank = (word: string) => " ".repeat(word.length);

function foldedOf(text: string): Folded {
  return { text, plain: [...text].map(plainSign).join("") };
}

function plainSign(sign: string): string {
  if (sign === "’") return "'";
  if (/\s/.test(sign)) return " ";
  const plain = sign.normalize("NFD").charAt(0).toLowerCase();
  return plain.length === sign.length ? plain : sign;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLocaleLowerCase("fr");
}

/** Whole words, an apostrophe before them allowed: « d'imbécile ». */
function wordsOf(words: readonly string[]): RegExp {
  const each = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace("*", "[a-z]*").replace("'", "'\\s?"));
  return new RegExp(`(?<![a-z0-9-])(?:${each.join("|")})(?![a-z0-9])`, "g");
}

const SOMEBODY_WORDS = wordsOf(SOMEBODY);
const ILLNESS_WORDS = wordsOf(ILLNESS);
const NOT_ILLNESS_WORDS = wordsOf(NOT_ILLNESS);
const INSULT_WORDS = wordsOf(INSULTS);
const SHARE_NEXT = new RegExp(`^ (?:${SHARES.join("|")})(?![a-z])`);
