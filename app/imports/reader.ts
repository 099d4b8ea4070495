import { type AmeliRow, ameliJudge } from "./ameli/row";
import { type Batch, emptyBatch, type Judge, note, type ReadingPoint, type Verdict } from "./batch";
import { splitAndMend } from "./cells";
import { type EmailRow, emailJudge } from "./emails";
import { decodeLine } from "./encoding";
import type { ImportKind } from "./kinds";
import type { Layout } from "./layout";
import { type Cut, LONGEST_LINE, nextRecord } from "./lines";
import { type PatientCountRow, patientCountJudge } from "./patient-counts";
import { isOtherProfession } from "./rpps/professions";
import { type RppsRow, rppsJudge } from "./rpps/row";
import { widthProblem } from "./width";
import { type ZoneRow, zoneJudge } from "./zoning/row";

export type Rows = { rpps: RppsRow; ameli: AmeliRow; zonage: ZoneRow; patientele: PatientCountRow; emails: EmailRow };

/** Give it the file's bytes from its starting point on, in pieces of any size; the last piece, even empty, says so. */
export type Reader<Row> = { take: (chunk: Buffer, last: boolean) => Batch<Row> };

const JUDGES: { [K in ImportKind]: (layout: Layout) => Judge<Rows[K]> } = {
  rpps: rppsJudge,
  ameli: ameliJudge,
  zonage: zoneJudge,
  patientele: patientCountJudge,
  emails: emailJudge,
};

export function startOf(layout: Layout): ReadingPoint {
  return { offset: layout.headerBytes, line: layout.firstLine };
}

/** Reads on from `from`: every point a batch ever gave as `next` is a place to open again, with the same result. */
export function openReader<K extends ImportKind>(
  layout: Layout<K>,
  from: ReadingPoint = startOf(layout),
): Reader<Rows[K]> {
  const reading: Reading<Rows[K]> = {
    layout,
    judge: JUDGES[layout.kind](layout),
    quoteSeparator: layout.quotes ? layout.separator.charCodeAt(0) : null,
    point: from,
    carry: NOTHING,
    giant: null,
  };
  return { take: (chunk, last) => take(reading, chunk, last) };
}

type Reading<Row> = {
  layout: Layout;
  judge: Judge<Row>;
  quoteSeparator: number | null;
  point: ReadingPoint;
  carry: Buffer;
  /** A line past all measure: counted while it passes, never kept. */
  giant: { raw: string; bytes: number } | null;
};

const NOTHING: Buffer = Buffer.alloc(0);

function take<Row>(reading: Reading<Row>, chunk: Buffer, last: boolean): Batch<Row> {
  const batch = emptyBatch<Row>(reading.point);
  const bytes = reading.carry.length > 0 ? Buffer.concat([reading.carry, chunk]) : chunk;
  let start = reading.giant ? passGiant(reading, bytes, 0, last, batch) : 0;
  while (start < bytes.length && !reading.giant) {
    const cut = nextRecord(bytes, start, last, reading.quoteSeparator);
    if (cut) {
      readRecord(reading, bytes, start, cut, batch);
      start = cut.next;
    } else if (last || bytes.length - start > LONGEST_LINE + 1) {
      reading.giant = { raw: bytes.toString("latin1", start, start + 200), bytes: 0 };
      start = passGiant(reading, bytes, start, last, batch);
    } else break;
  }
  // A copy: the caller may fill the same chunk again.
  reading.carry = reading.giant ? NOTHING : Buffer.from(bytes.subarray(start));
  reading.point = { ...batch.next };
  return batch;
}

function passGiant<Row>(reading: Reading<Row>, bytes: Buffer, start: number, last: boolean, batch: Batch<Row>): number {
  const giant = reading.giant ?? { raw: "", bytes: 0 };
  const lf = bytes.indexOf(10, start);
  const end = lf < 0 ? bytes.length : lf + 1;
  giant.bytes += end - start;
  if (lf < 0 && !last) return end;
  reading.giant = null;
  note(batch, batch.next.line, giant.raw, GIANT);
  advance(batch, giant.bytes, 1);
  return end;
}

function readRecord<Row>(reading: Reading<Row>, bytes: Buffer, start: number, cut: Cut, batch: Batch<Row>): void {
  const { layout } = reading;
  const line = batch.next.line;
  advance(batch, cut.next - start, cut.lines);
  if (cut.end - start > LONGEST_LINE) {
    note(batch, line, bytes.toString("latin1", start, start + 200), GIANT);
    return;
  }
  if (layout.kind === "rpps" && !layout.quotes && cut.ended && isOtherProfession(bytes, start, cut.end, layout)) {
    batch.counts.read += 1;
    batch.counts.ignored += 1;
    return;
  }
  const { text, rescued } = decodeLine(bytes, start, cut.end, layout.encoding);
  if (cut.unclosed && cut.ended) {
    note(batch, line, text, UNCLOSED);
    return;
  }
  const { cells, repaired } = splitAndMend(text, layout.separator, layout.quotes);
  const verdict = verdictOn(reading, cut, cells, line);
  if (verdict.is === "kept" && (rescued || repaired)) {
    note(batch, line, text, { ...verdict, warnings: [rescued ? RESCUED : REPAIRED, ...verdict.warnings] });
  } else note(batch, line, text, verdict);
}

function verdictOn<Row>(reading: Reading<Row>, cut: Cut, cells: readonly string[], line: number): Verdict<Row> {
  if (cells.every((cell) => cell.trim() === "")) return { is: "ignored" };
  const why = widthProblem(reading.layout, cells, cut, line);
  return why ? { is: "rejected", why } : reading.judge(cells, line);
}

function advance<Row>(batch: Batch<Row>, bytes: number, lines: number): void {
  batch.consumed += bytes;
  batch.next.offset += bytes;
  batch.next.line += lines;
}

const GIANT = {
  is: "rejected",
  why: "Ligne démesurée (plus d'un mégaoctet) : elle n'est pas lue, les suivantes le sont.",
} as const;
const UNCLOSED = {
  is: "rejected",
  why: "Un guillemet ouvert sur cette ligne n'est jamais refermé : elle n'est pas lue, les suivantes le sont.",
} as const;
const RESCUED = "Ligne écrite dans un autre encodage que le reste du fichier : ses accents ont été relus.";
const REPAIRED = "Accents mal enregistrés dans le fichier d'origine : ils ont été remis.";
