/** A line longer than any directory writes: it is skipped without being kept in memory. */
export const LONGEST_LINE = 1024 * 1024;

/** Lines a quoted value may span. Past it, the quote was never meant to open anything. */
const MOST_LINES_IN_QUOTES = 20;

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** One record: `end` excludes the line break, `next` begins the following record, `lines` counts physical lines. */
export type Cut = { end: number; next: number; lines: number; ended: boolean; unclosed: boolean };

/** Null when the record may go on in bytes not yet seen. `separator` is given only for files with quotes. */
export function nextRecord(bytes: Buffer, start: number, last: boolean, separator: number | null): Cut | null {
  const lf = bytes.indexOf(LF, start);
  if (separator !== null) {
    // Bounded to the line: searching the whole rest for each line would cost the square of the chunk.
    const hasQuote = bytes.subarray(start, lf < 0 ? bytes.length : lf).includes(QUOTE);
    if (hasQuote) return quotedRecord(bytes, start, last, separator);
  }
  if (lf >= 0) return physicalLine(bytes, start, lf);
  return last && start < bytes.length ? unended(bytes, start) : null;
}

function physicalLine(bytes: Buffer, start: number, lf: number): Cut {
  const end = lf > start && bytes[lf - 1] === CR ? lf - 1 : lf;
  return { end, next: lf + 1, lines: 1, ended: true, unclosed: false };
}

function unended(bytes: Buffer, start: number): Cut {
  const end = bytes[bytes.length - 1] === CR && bytes.length - 1 > start ? bytes.length - 1 : bytes.length;
  return { end, next: bytes.length, lines: 1, ended: false, unclosed: false };
}

/** A quote opens a value only where a value begins; anywhere else it is a letter like another. */
function quotedRecord(bytes: Buffer, start: number, last: boolean, separator: number): Cut | null {
  const limit = Math.min(bytes.length, start + LONGEST_LINE);
  const breaks: number[] = [];
  for (let at = start; at < limit; ) {
    const isQuoted = bytes[at] === QUOTE;
    const after = isQuoted ? closingQuote(bytes, at + 1, limit, last, breaks) : at;
    if (isQuoted && after >= limit) return stillOpen(bytes, start, last, limit, breaks);
    const stop = endOfValue(bytes, after, limit, separator);
    if (bytes[stop] === LF && stop < limit) return { ...physicalLine(bytes, start, stop), lines: breaks.length + 1 };
    at = stop + 1;
  }
  if (!last || limit < bytes.length) return null;
  return { ...unended(bytes, start), lines: breaks.length + 1 };
}

/** Where the value's last quote stands, or `limit`. Line breaks met on the way are noted, and too many end the search. */
function closingQuote(bytes: Buffer, from: number, limit: number, last: boolean, breaks: number[]): number {
  for (let at = from; at < limit && breaks.length < MOST_LINES_IN_QUOTES; at += 1) {
    if (bytes[at] === LF) breaks.push(at);
    if (bytes[at] !== QUOTE) continue;
    // At the edge of what was given, a second quote may still follow.
    if (at + 1 === bytes.length && !last) return limit;
    if (bytes[at + 1] !== QUOTE) return at;
    at += 1;
  }
  return limit;
}

function endOfValue(bytes: Buffer, from: number, limit: number, separator: number): number {
  let at = from;
  while (at < limit && bytes[at] !== separator && bytes[at] !== LF) at += 1;
  return at;
}

function stillOpen(bytes: Buffer, start: number, last: boolean, limit: number, breaks: readonly number[]): Cut | null {
  const [first] = breaks;
  const isHopeless = breaks.length >= MOST_LINES_IN_QUOTES || last || limit < bytes.length;
  if (first !== undefined && isHopeless) return unclosedAt(bytes, start, first);
  return last && limit === bytes.length ? { ...unended(bytes, start), unclosed: true } : null;
}

/** Only the first physical line is lost to a quote that never closes; reading goes on behind it. */
function unclosedAt(bytes: Buffer, start: number, lf: number): Cut {
  return { ...physicalLine(bytes, start, lf), unclosed: true };
}
