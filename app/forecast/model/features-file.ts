import { parseDay } from "~/calendar/day";
import { BadFile, badLine, type CsvRow, columnsOf, csvRows } from "../csv";
import { dayNumber } from "../events";
import type { Column, Table } from "./table";

const COLUMNS = {
  signed: ["signe", "label", "y", "target", "outcome", "contrat", "converted"],
  day: ["jour", "date", "at", "observed_on"],
  doctor: ["medecin", "rpps", "doctor_id", "id"],
} as const;

const YES = new Set(["1", "true", "yes", "oui", "y", "vrai"]);
const NO = new Set(["0", "false", "no", "non", "n", "faux"]);
/** Columns of words with more than this are names, not facts. */
const MOST_WORDS = 2_000;
const MOST_COLUMNS = 200;

export interface FeatureFile {
  readonly table: Table;
  /** Rows without an outcome, left aside. */
  readonly unlabelled: number;
  readonly hasDays: boolean;
  readonly ignored: readonly string[];
}

/** Every column that is not the doctor, the day or the outcome is a feature: numbers when all its cells are, else words. */
export async function readFeatures(source: AsyncIterable<Uint8Array>): Promise<FeatureFile> {
  let open: ReturnType<typeof opened> | null = null;
  for await (const rows of csvRows(source))
    for (const row of rows) {
      if (open === null) open = opened(row);
      else open.add(row);
    }
  if (open === null) throw new BadFile("Le fichier est vide : il manque la ligne des noms de colonnes.");
  return open.close();
}

function opened(header: CsvRow) {
  const at = columnsOf(header, COLUMNS);
  if (at.signed < 0) throw badLine(header.line, "colonne absente : signed (0 ou 1).");
  const own = new Set<number>(Object.values(at));
  const features = header.cells
    .map((name, place) => ({ name: name.replace(/^\ufeff/, "").trim(), place }))
    .filter(({ name, place }) => !own.has(place) && name !== "");
  if (features.length === 0) throw badLine(header.line, "aucune colonne à apprendre.");
  if (features.length > MOST_COLUMNS) throw badLine(header.line, `plus de ${MOST_COLUMNS} colonnes.`);
  const builders = features.map(({ name }) => columnBuilder(name));
  const [signed, day]: [number[], number[]] = [[], []];
  let unlabelled = 0;
  return {
    add(row: CsvRow): void {
      const outcome = row.cells[at.signed]?.trim().toLowerCase() ?? "";
      if (outcome === "") {
        unlabelled += 1;
        return;
      }
      if (!YES.has(outcome) && !NO.has(outcome))
        throw badLine(row.line, `signed vaut « ${outcome.slice(0, 40)} » ; écrivez 0 ou 1.`);
      day.push(at.day < 0 ? 0 : dayIn(row, row.cells[at.day] ?? ""));
      signed.push(YES.has(outcome) ? 1 : 0);
      for (const [each, { place }] of features.entries()) builders[each]!.add(row.cells[place]?.trim() ?? "");
    },
    close(): FeatureFile {
      const order = Uint32Array.from(day.keys()).sort((a, b) => day[a]! - day[b]! || a - b);
      const columns = builders.map((builder) => builder.close(order));
      return {
        table: {
          rows: signed.length,
          columns: columns.filter((column) => column.kind === "number" || column.words.length <= MOST_WORDS),
          signed: Uint8Array.from(order, (row) => signed[row]!),
          day: Int32Array.from(order, (row) => day[row]!),
        },
        unlabelled,
        hasDays: at.day >= 0,
        ignored: columns
          .filter((each) => each.kind === "word" && each.words.length > MOST_WORDS)
          .map(({ name }) => name),
      };
    },
  };
}

function dayIn({ line }: CsvRow, cell: string): number {
  const day = parseDay(cell.trim().slice(0, 10));
  if (day === null)
    throw badLine(line, `jour illisible (${cell.slice(0, 40) || "vide"}) ; écrivez par exemple 2026-11-24.`);
  return dayNumber(day);
}

const NOTHING = new Set(["", "na", "n/a", "null", "nan", "none", "-"]);

/** A number each row; words are numbered as they come, and kept even while all look like numbers. */
function columnBuilder(name: string) {
  const codes = new Map<string, number>();
  const cells: number[] = [];
  let isNumber = true;
  return {
    add(cell: string): void {
      if (NOTHING.has(cell.toLowerCase())) {
        cells.push(-1);
        return;
      }
      let code = codes.get(cell);
      if (code === undefined) {
        code = codes.size;
        codes.set(cell, code);
        if (!Number.isFinite(numberIn(cell))) isNumber = false;
      }
      cells.push(code);
    },
    close(order: Uint32Array): Column {
      const words = [...codes.keys()];
      if (!isNumber || words.length === 0)
        return { kind: "word", name, values: Int32Array.from(order, (row) => cells[row]!), words };
      const numbers = words.map(numberIn);
      return { kind: "number", name, values: Float64Array.from(order, (row) => numbers[cells[row]!] ?? Number.NaN) };
    },
  };
}

const numberIn = (cell: string) =>
  /^(true|oui|yes)$/i.test(cell) ? 1 : /^(false|non|no)$/i.test(cell) ? 0 : Number(cell.replace(",", "."));
