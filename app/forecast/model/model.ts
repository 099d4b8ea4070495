import { chance, fitLogistic, lossAt, sumAt } from "./logistic";
import { matrixOf, type Table, type Term, termsOf } from "./table";

/** All that is needed to give a chance and to say why. */
export interface Model {
  readonly intercept: number;
  readonly terms: readonly (Term & { readonly weight: number })[];
  readonly penalty: number;
  readonly rows: number;
  readonly signed: number;
}

const PENALTIES = [1, 5, 25, 125];
/** Share of the rows, the latest ones, on which the penalty is chosen. */
const KEPT_BACK = 0.25;

export function fitModel(table: Table, rows: Uint32Array = everyRow(table)): Model {
  const penalty = penaltyFor(table, rows);
  const terms = termsOf(table, rows);
  const signed = pick(table.signed, rows);
  const fit = fitLogistic(matrixOf(table, rows, terms), signed, penalty);
  return {
    intercept: fit.intercept,
    terms: terms.map((term, place) => ({ ...term, weight: fit.weights[place]! })),
    penalty,
    rows: rows.length,
    signed: signed.reduce((sum, each) => sum + each, 0),
  };
}

export const everyRow = (table: Table) => Uint32Array.from({ length: table.rows }, (_, row) => row);
const pick = (values: Uint8Array, rows: Uint32Array) => Uint8Array.from(rows, (row) => values[row]!);

/** The one that would have told the latest rows best from the earlier ones. */
function penaltyFor(table: Table, rows: Uint32Array): number {
  const cut = Math.floor(rows.length * (1 - KEPT_BACK));
  const [before, after] = [rows.subarray(0, cut), rows.subarray(cut)];
  const [known, told] = [pick(table.signed, before), pick(table.signed, after)];
  if (!known.includes(1) || !told.includes(1)) return PENALTIES.at(-1)!;
  const terms = termsOf(table, before);
  const [past, next] = [matrixOf(table, before, terms), matrixOf(table, after, terms)];
  const losses = PENALTIES.map((penalty) => {
    const fit = fitLogistic(past, known, penalty);
    return told.reduce((sum, each, row) => sum + lossAt(sumAt(next, row, fit), each), 0);
  });
  return PENALTIES[losses.indexOf(Math.min(...losses))]!;
}

/** By row: the logarithm of the odds. */
export function sumsOf(model: Model, table: Table, rows: Uint32Array = everyRow(table)): Float64Array {
  const matrix = matrixOf(table, rows, model.terms);
  const fit = { intercept: model.intercept, weights: model.terms.map(({ weight }) => weight) };
  return Float64Array.from(rows, (_, row) => sumAt(matrix, row, fit));
}

export const chanceOf = chance;

export interface Contribution {
  readonly column: string;
  /** Odds are multiplied by this, compared with a doctor about whom all is average. */
  readonly times: number;
}

/** What raises or lowers the chance of one row, by column, the strongest first. */
export function contributionsOf(model: Model, table: Table, row: number): Contribution[] {
  const line = matrixOf(table, Uint32Array.of(row), model.terms);
  const byColumn = new Map<string, number>();
  for (const [place, { column, weight }] of model.terms.entries())
    byColumn.set(column, (byColumn.get(column) ?? 0) + weight * line[place]!);
  return [...byColumn]
    .map(([column, sum]) => ({ column, times: Math.exp(sum) }))
    .sort((a, b) => Math.abs(Math.log(b.times)) - Math.abs(Math.log(a.times)));
}
