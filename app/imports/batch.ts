import { french } from "~/format/typography";

/** Where reading stands: the byte of the next unread line, and that line's number in the file (the header is line 1). */
export type ReadingPoint = { offset: number; line: number };

export type Problem = { line: number; reason: string; raw: string };

/** Of lines, not of rows: read = accepted + rejected + ignored. `warned` are accepted or ignored lines with a remark. */
export type Counts = { read: number; accepted: number; rejected: number; ignored: number; warned: number };

export type Batch<Row> = {
  rows: Row[];
  rejects: Problem[];
  warnings: Problem[];
  counts: Counts;
  /** Bytes of whole lines read by this batch. */
  consumed: number;
  /** Where a reader opened anew would go on. */
  next: ReadingPoint;
};

/** What one line came to. A line may give several rows: a priority district lies in several communes. */
export type Verdict<Row> =
  | { is: "kept"; rows: readonly Row[]; warnings: readonly string[] }
  | { is: "rejected"; why: string }
  | { is: "ignored"; warnings?: readonly string[] };

export type Judge<Row> = (cells: readonly string[], line: number) => Verdict<Row>;

export function emptyBatch<Row>(point: ReadingPoint): Batch<Row> {
  return {
    rows: [],
    rejects: [],
    warnings: [],
    counts: { read: 0, accepted: 0, rejected: 0, ignored: 0, warned: 0 },
    consumed: 0,
    next: { ...point },
  };
}

/** Enough of a line to find it again in the file, never enough to fill a table with. */
const RAW_LIMIT = 500;

export function note<Row>(batch: Batch<Row>, line: number, raw: string, verdict: Verdict<Row>): void {
  batch.counts.read += 1;
  if (verdict.is === "rejected") {
    batch.counts.rejected += 1;
    batch.rejects.push(problem(line, verdict.why, raw));
    return;
  }
  if (verdict.is === "ignored") batch.counts.ignored += 1;
  else {
    batch.counts.accepted += 1;
    batch.rows.push(...verdict.rows);
  }
  if (!verdict.warnings?.length) return;
  batch.counts.warned += 1;
  for (const reason of verdict.warnings) batch.warnings.push(problem(line, reason, raw));
}

function problem(line: number, reason: string, raw: string): Problem {
  return { line, reason: french(reason), raw: raw.slice(0, RAW_LIMIT).replaceAll("\0", "") };
}
