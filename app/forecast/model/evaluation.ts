import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { chance, fitLogistic, lossAt } from "./logistic";
import { fitModel, sumsOf } from "./model";
import type { Table } from "./table";

export interface Bin {
  readonly doctors: number;
  /** Mean chance told, and share that signed. */
  readonly told: number;
  readonly came: number;
}

export interface Evaluation {
  readonly windows: number;
  readonly rows: number;
  readonly signed: number;
  /** Mean −log of the chance given to what happened: the model's, and that of the share known before each window. */
  readonly logLoss: number;
  readonly baseLogLoss: number;
  /** Gain a row, in units of its own doubt. */
  readonly gainOverDoubt: number;
  /** One and zero: what was told is what came. */
  readonly slope: number;
  readonly intercept: number;
  readonly bins: readonly Bin[];
}

export interface Judged {
  readonly evaluation: Evaluation | null;
  readonly isUsable: boolean;
  readonly why: string;
}

const WINDOWS = 5;
/** Share of the history that is only learnt from. */
const FIRST = 0.4;
const LEAST = { rows: 200, signed: 30 } as const;
/** One chance in twenty that a model worth nothing passes. */
const SURE = 1.645;
const SLOPES = [0.6, 1.6] as const;

/**
 * Walks forward: each window is told by a model that knew only what was known before it. A contract takes time to be
 * known: rows younger than `horizonDays` at that moment are not learnt from.
 */
export function judge(table: Table, horizonDays = 0): Judged {
  const signed = table.signed.reduce((sum, each) => sum + each, 0);
  if (table.rows < LEAST.rows || signed < LEAST.signed)
    return {
      evaluation: null,
      isUsable: false,
      why: french(
        `Trop peu de données : ${number(table.rows)} médecins et ${number(signed)} contrats ; il en faut ${LEAST.rows} et ${LEAST.signed}.`,
      ),
    };
  const told = walkForward(table, horizonDays);
  if (told.sums.length === 0 || !told.signed.includes(1))
    return {
      evaluation: null,
      isUsable: false,
      why: "L'histoire est trop courte pour éprouver le modèle sur des mois qu'il ne connaît pas.",
    };
  const evaluation = evaluated(told);
  return { evaluation, ...verdictOn(evaluation) };
}

interface Told {
  readonly sums: number[];
  readonly bases: number[];
  readonly signed: number[];
  readonly windows: number;
}

function walkForward(table: Table, horizonDays: number): Told {
  const [sums, bases, signed]: [number[], number[], number[]] = [[], [], []];
  let windows = 0;
  const edge = (window: number) => Math.floor(table.rows * (FIRST + ((1 - FIRST) * window) / WINDOWS));
  for (let window = 0; window < WINDOWS; window++) {
    const [from, to] = [edge(window), edge(window + 1)];
    const now = table.day[from]! - horizonDays;
    const isOrdered = table.day[0] !== table.day[table.rows - 1];
    let known = from;
    while (isOrdered && known > 0 && table.day[known - 1]! >= now) known -= 1;
    const rows = Uint32Array.from({ length: known }, (_, row) => row);
    const yes = rows.reduce((sum, row) => sum + table.signed[row]!, 0);
    if (yes < LEAST.signed / 3 || yes === known) continue;
    const scored = Uint32Array.from({ length: to - from }, (_, row) => from + row);
    sums.push(...sumsOf(fitModel(table, rows), table, scored));
    const base = Math.log(yes / (known - yes));
    for (const row of scored) {
      bases.push(base);
      signed.push(table.signed[row]!);
    }
    windows += 1;
  }
  return { sums, bases, signed, windows };
}

function evaluated({ sums, bases, signed, windows }: Told): Evaluation {
  const rows = sums.length;
  const [losses, baseLosses] = [sums, bases].map((each) => each.map((sum, row) => lossAt(sum, signed[row]!)));
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / rows;
  const gains = losses!.map((loss, row) => baseLosses![row]! - loss);
  const gain = mean(gains);
  const doubt = Math.sqrt(mean(gains.map((each) => (each - gain) ** 2)) / rows);
  const line = fitLogistic(Float64Array.from(sums), Uint8Array.from(signed), 0);
  return {
    windows,
    rows,
    signed: signed.reduce((sum, each) => sum + each, 0),
    logLoss: mean(losses!),
    baseLogLoss: mean(baseLosses!),
    gainOverDoubt: doubt > 0 ? gain / doubt : 0,
    slope: line.weights[0]!,
    intercept: line.intercept,
    bins: binsOf(sums.map(chance), signed),
  };
}

const BINS = 10;

/** Tenths of the doctors, from the least likely to the most. */
function binsOf(told: readonly number[], signed: readonly number[]): Bin[] {
  const order = [...told.keys()].sort((a, b) => told[a]! - told[b]! || a - b);
  return Array.from({ length: BINS }, (_, bin) => {
    const rows = order.slice(Math.floor((order.length * bin) / BINS), Math.floor((order.length * (bin + 1)) / BINS));
    const mean = (of: readonly number[]) => rows.reduce((sum, row) => sum + of[row]!, 0) / Math.max(1, rows.length);
    return { doctors: rows.length, told: mean(told), came: mean(signed) };
  });
}

function verdictOn({ logLoss, baseLogLoss, gainOverDoubt, slope }: Evaluation): Pick<Judged, "isUsable" | "why"> {
  if (logLoss >= baseLogLoss || gainOverDoubt < SURE)
    return {
      isUsable: false,
      why: "Sur des mois qu'il ne connaissait pas, le modèle ne fait pas mieux que la moyenne.",
    };
  if (slope < SLOPES[0] || slope > SLOPES[1])
    return { isUsable: false, why: "Le modèle distingue les médecins, mais ses probabilités sont mal étalonnées." };
  return { isUsable: true, why: "Sur des mois qu'il ne connaissait pas, le modèle fait mieux que la moyenne." };
}
