import { french } from "~/format/typography";

export interface CsvRow {
  /** Where the row begins, counted as an editor counts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What cannot be read, in a sentence that names the line. */
export class BadFile extends Error {}
export const badLine = (line: number, what: string) => new BadFile(french(`Ligne ${line} : ${what}`));

/** A row longer than this is a quote that somebody forgot to close. */
const LONGEST = 1_000_000;

/**
 * Reads a file as it comes, by lots of rows: UTF-8 with or without mark, commas, semicolons or tabs, quoted cells.
 * Memory holds one piece of the file, however large it is.
 */
export async function* csvRows(source: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow[]> {
  const decoder = new TextDecoder("utf-8");
  const cutter = rowCutter();
  for await (const chunk of source) yield cutter(decoder.decode(chunk, { stream: true }), false);
  yield cutter(decoder.decode(), true);
}

function rowCutter() {
  let [rest, line, separator] = ["", 1, ""];
  return (text: string, isLast: boolean): CsvRow[] => {
    rest += text;
    if (separator === "") separator = separatorOf(rest, isLast);
    const rows: CsvRow[] = [];
    for (let cut = cutFrom(rest, separator, isLast); cut !== null; cut = cutFrom(rest, separator, isLast)) {
      if (cut.cells.length > 1 || cut.cells[0] !== "") rows.push({ line, cells: cut.cells });
      line += cut.lines;
      rest = rest.slice(cut.length);
    }
    if (rest.length > LONGEST || (isLast && rest !== ""))
      throw badLine(line, "un guillemet ouvert n'est jamais refermé.");
    return rows;
  };
}

const cutFrom = (rest: string, separator: string, isLast: boolean) =>
  separator === "" ? null : nextRow(rest, separator, isLast);

/** Empty: the first line is not all there yet. */
function separatorOf(text: string, isLast: boolean): string {
  const head = /^[^\r\n]*[\r\n]/.exec(text)?.[0] ?? (isLast ? text : "");
  if (head === "") return "";
  const counts = [",", ";", "\t"].map((each) => ({ each, count: head.split(each).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).each;
}

interface Cut {
  readonly cells: string[];
  readonly length: number;
  readonly lines: number;
}

/** Null: the row is not all there yet. */
function nextRow(text: string, separator: string, isLast: boolean): Cut | null {
  if (text === "") return null;
  const end = text.indexOf("\n");
  const plain = end < 0 ? text : text.slice(0, end);
  if (!plain.includes('"')) {
    if (end < 0 && !isLast) return null;
    return { cells: plain.replace(/\r$/, "").split(separator), length: plain.length + (end < 0 ? 0 : 1), lines: 1 };
  }
  return quotedRow(text, separator, isLast);
}

function quotedRow(text: string, separator: string, isLast: boolean): Cut | null {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const quoted = text[at] === '"' ? quotedCell(text, at + 1) : { cell: "", end: at };
    if (quoted === null) return null;
    const next = indexAfter(text, separator, quoted.end);
    if (next < 0 && !isLast) return null;
    cells.push(quoted.cell + text.slice(quoted.end, next < 0 ? text.length : next).replace(/\r$/, ""));
    at = next < 0 ? text.length : next + 1;
    if (next < 0 || text[next] === "\n")
      return { cells, length: at, lines: cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 1) };
  }
}

/** Up to the closing quote; a doubled one is a quote. */
function quotedCell(text: string, start: number): { cell: string; end: number } | null {
  let cell = "";
  for (let at = start; ; ) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') return { cell, end: close + 1 };
    cell += '"';
    at = close + 2;
  }
}

function indexAfter(text: string, separator: string, from: number): number {
  const [end, cut] = [text.indexOf("\n", from), text.indexOf(separator, from)];
  if (end < 0 || cut < 0) return Math.max(end, cut);
  return Math.min(end, cut);
}

/** Where each wanted column stands, whatever their order, case and accents; `absent` names those that must be there. */
export function columnsOf<Name extends string>(header: CsvRow, names: Readonly<Record<Name, readonly string[]>>) {
  const given = header.cells.map(foldedHeading);
  const places = {} as Record<Name, number>;
  for (const name of Object.keys(names) as Name[])
    places[name] = given.findIndex((cell) => cell === name.toLowerCase() || names[name].includes(cell));
  return places;
}

const foldedHeading = (cell: string) =>
  cell
    .replace(/^\ufeff/, "")
    .trim()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
