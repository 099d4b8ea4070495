import { type Batch, emptyBatch, note } from "./batch";
import type { Layout } from "./layout";
import { openReader } from "./reader";
import { readZoningWorkbook } from "./zoning/workbook";

/** How much is read, stored and committed at once: a kill costs this much, and memory stays this flat. */
const PIECE = 1024 * 1024;

/** Reads one file from a bookmark on: ask for `wanted` bytes at `readFrom`, give them to `take`, store what it returns. */
export interface Reading {
  /** Where the next batch begins in the file: the cursor to move from. */
  readonly offset: number;
  readonly readFrom: number;
  readonly wanted: number;
  readonly ended: boolean;
  take(bytes: Buffer): Batch<unknown>;
}

export function readingOf(bookmark: { layout: Layout; offset: number; line: number; size: number }): Reading {
  return bookmark.layout.container === "workbook" ? readingWorkbook(bookmark) : readingText(bookmark);
}

function readingText({
  layout,
  offset,
  line,
  size,
}: {
  layout: Layout;
  offset: number;
  line: number;
  size: number;
}): Reading {
  let reader = openReader(layout, { offset, line });
  let [stored, readFrom, ended] = [offset, offset, false];
  return {
    get offset() {
      return stored;
    },
    get readFrom() {
      return readFrom;
    },
    get ended() {
      return ended;
    },
    wanted: PIECE,
    take(bytes) {
      readFrom += bytes.length;
      ended = readFrom >= size || bytes.length === 0;
      const batch = reader.take(bytes, ended);
      stored = batch.next.offset;
      if (batch.consumed > 0) {
        // The line cut in two is read again from its beginning: cheaper than carrying it, which copies the whole next piece.
        reader = openReader(layout, batch.next);
        readFrom = stored;
      }
      return batch;
    },
  };
}

/** A workbook has no lines to stop at: it is read whole, and it is small (its budgets see to that). */
function readingWorkbook({ offset, line, size }: { offset: number; line: number; size: number }): Reading {
  let ended = offset >= size;
  return {
    offset,
    readFrom: 0,
    wanted: size,
    get ended() {
      return ended;
    },
    take(bytes) {
      ended = true;
      const batch = emptyBatch<unknown>({ offset: size, line });
      const found = readZoningWorkbook(bytes);
      if (!found.ok) note(batch, 1, "", { is: "rejected", why: found.why });
      else Object.assign(batch, found.batch, { next: { offset: size, line: line + found.batch.counts.read } });
      return batch;
    },
  };
}
