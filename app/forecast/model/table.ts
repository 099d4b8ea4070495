/** What is known of each row, column by column. Missing: NaN for a number, −1 for a word. */
export type Column =
  | { readonly kind: "number"; readonly name: string; readonly values: Float64Array }
  | { readonly kind: "word"; readonly name: string; readonly values: Int32Array; readonly words: readonly string[] };

export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Signed or not. */
  readonly signed: Uint8Array;
  /** Day of observation, in days; rows come in that order. */
  readonly day: Int32Array;
}

/** One term of the sum: a number standardised, a word, or that nothing is known. */
export type Term =
  | { readonly kind: "number"; readonly column: string; readonly mean: number; readonly deviation: number }
  | { readonly kind: "word"; readonly column: string; readonly word: string; readonly mean: number }
  | { readonly kind: "missing"; readonly column: string; readonly mean: number };

/** Words rarer than this stand together with those never seen: the model keeps silent on them. */
const FEWEST = 20;
const MOST_WORDS = 30;

/** The terms that a part of the table can teach: what never varies there teaches nothing. */
export function termsOf(table: Table, rows: Uint32Array): Term[] {
  return table.columns.flatMap((column) =>
    column.kind === "number" ? numberTerms(column, rows) : wordTerms(column, rows),
  );
}

function numberTerms({ name, values }: Column & { kind: "number" }, rows: Uint32Array): Term[] {
  let [count, sum, squares] = [0, 0, 0];
  for (const row of rows) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    squares += value * value;
  }
  const mean = sum / Math.max(1, count);
  const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean ** 2));
  const terms: Term[] =
    deviation > 1e-9 * Math.max(1, Math.abs(mean)) ? [{ kind: "number", column: name, mean, deviation }] : [];
  const missing = rows.length - count;
  if (missing >= FEWEST && count >= FEWEST) terms.push({ kind: "missing", column: name, mean: missing / rows.length });
  return terms;
}

function wordTerms({ name, values, words }: Column & { kind: "word" }, rows: Uint32Array): Term[] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(values[row]!, (counts.get(values[row]!) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= FEWEST && count <= rows.length - FEWEST)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_WORDS)
    .map(([code, count]) =>
      code < 0
        ? { kind: "missing", column: name, mean: count / rows.length }
        : { kind: "word", column: name, word: words[code]!, mean: count / rows.length },
    );
}

/** Row by row, every term centred: nothing known, or the mean of all, adds nothing. */
export function matrixOf(table: Table, rows: Uint32Array, terms: readonly Term[]): Float64Array {
  const matrix = new Float64Array(rows.length * terms.length);
  for (const [place, term] of terms.entries()) {
    const value = readerOf(
      table.columns.find(({ name }) => name === term.column),
      term,
    );
    for (let at = 0; at < rows.length; at++) matrix[at * terms.length + place] = value(rows[at]!);
  }
  return matrix;
}

/** How many deviations from the mean a number may weigh: one mistyped figure must not outvote all else. */
const FARTHEST = 4;

function readerOf(column: Column | undefined, term: Term): (row: number) => number {
  if (column === undefined) return () => 0;
  if (term.kind === "number") {
    const values = column.values;
    return (row) => {
      const value = (values[row]! - term.mean) / term.deviation;
      return Number.isNaN(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, value));
    };
  }
  if (term.kind === "missing") {
    if (column.kind === "number") return (row) => (Number.isNaN(column.values[row]!) ? 1 : 0) - term.mean;
    return (row) => (column.values[row]! < 0 ? 1 : 0) - term.mean;
  }
  const code = column.kind === "word" ? column.words.indexOf(term.word) : -1;
  if (code < 0) return () => -term.mean; // a word of the past that nobody holds here
  return (row) => (column.values[row] === code ? 1 : 0) - term.mean;
}
