import { MISREAD, repairedAccents } from "./encoding";

/** Controls, zero-width and direction marks (stripped); special spaces and hyphens; loose accents; double spaces. */
const ODD = /[\0-\x08\x0b-\x1f\x7f-\xa0\u00ad\u2000-\u2011\u2028-\u202f\u205f-\u206f\u3000\ufeff]|[\u0300-\u036f]| {2}/;

/** Text as people meant it. Done once a line, not once a value: most lines have nothing to mend. */
export function mended(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/[\r\n\v\f\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, " ")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/ {2,}/g, " ")
    .normalize("NFC");
}

/** Splits a record. Without quotes in the file's grammar a " is a letter like another. */
export function split(text: string, separator: string, quotes: boolean): string[] {
  return quotes && text.includes('"') ? splitQuoted(text, separator) : text.split(separator);
}

function splitQuoted(text: string, separator: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator) : bareCell(text, at, separator);
    cells.push(cell);
    if (end >= text.length) return cells;
    at = end + 1;
  }
}

function bareCell(text: string, at: number, separator: string): { cell: string; end: number } {
  const found = text.indexOf(separator, at);
  const end = found < 0 ? text.length : found;
  return { cell: text.slice(at, end), end };
}

/** Whatever follows the closing quote up to the separator is kept: « "CABINET" A » is a name, not an error. */
function quotedCell(text: string, at: number, separator: string): { cell: string; end: number } {
  let cell = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { cell: cell + text.slice(from), end: text.length };
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const rest = bareCell(text, quote + 1, separator);
      return { cell: cell + rest.cell, end: rest.end };
    }
    cell += '"';
    from = quote + 2;
  }
}

/** Wrongly read accents are put right value by value: a line often holds right and wrong ones side by side. */
export function splitAndMend(text: string, separator: string, quotes: boolean): { cells: string[]; repaired: boolean } {
  if (!MISREAD.test(text)) return { cells: split(mended(text), separator, quotes), repaired: false };
  let repaired = false;
  const cells = split(text, separator, quotes).map((cell) => {
    const right = repairedAccents(cell);
    repaired ||= right !== null;
    return mended(right ?? cell);
  });
  return { cells, repaired };
}

export function at(cells: readonly string[], place: number | undefined): string {
  return place === undefined ? "" : (cells[place] ?? "").trim();
}

export function orNull(text: string): string | null {
  return text === "" ? null : text;
}

const LONGEST_VALUE = 200;

/** Free text on its way to screens and exports: no formula, no endless value. What was changed goes to `warnings`. */
export function plainText(text: string, name: string, warnings: string[]): string {
  let plain = text;
  if (/^(?:[=@＝]|[+-][A-Za-z(=@])/.test(plain)) {
    plain = plain.replace(/^[=@＝+-]+\s*/, "");
    warnings.push(`Formule de tableur dans « ${name} » : gardée comme simple texte.`);
  }
  if (plain.length > LONGEST_VALUE) {
    plain = plain.slice(0, LONGEST_VALUE).trim();
    warnings.push(`Valeur démesurée dans « ${name} » : coupée à ${LONGEST_VALUE} caractères.`);
  }
  return plain;
}
