import type { Day } from "~/calendar/day";

/** How a column reads in a spreadsheet: a RPPS is text though it holds digits, a day is a date one can sort. */
export type ColumnKind = "text" | "number" | "day" | "euros";

export interface FileColumn {
  readonly header: string;
  readonly kind: ColumnKind;
}

/** Text, a figure, a day "2026-11-24", or an amount in cents, as the kind of its column says. */
export type CellValue = string | number | Day | null;

/** What the file says about itself: label and words. */
export type About = readonly (readonly [label: string, words: string])[];

/** Takes a table row by row and gives bytes as it goes: nothing of what was written is kept. */
export interface TableWriter {
  rows(rows: readonly (readonly CellValue[])[]): Uint8Array;
  end(about: About): Uint8Array;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
