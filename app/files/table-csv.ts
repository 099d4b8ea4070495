import { isDay } from "~/calendar/day";
import { CSV_MARK, csvLine } from "~/format/csv";
import { numericDay } from "~/format/dates";
import type { About, CellValue, FileColumn, TableWriter } from "./table-file";

/**
 * For French spreadsheets. What the file says about itself stands after the table and an empty line: before it, it would
 * hide the headers from whoever reads the file by program.
 */
export function csvTable(columns: readonly FileColumn[]): TableWriter {
  const encoder = new TextEncoder();
  let head = `${CSV_MARK}${csvLine(columns.map(({ header }) => header))}`;
  const begun = (text: string) => {
    const whole = head + text;
    head = "";
    return encoder.encode(whole);
  };
  return {
    rows: (rows) => begun(rows.map((row) => csvLine(row.map((value, at) => cellOf(value, columns[at]!)))).join("")),
    end: (about: About) => begun(csvLine([]) + about.map(([label, words]) => csvLine([label, words])).join("")),
  };
}

function cellOf(value: CellValue, { kind }: FileColumn): string | number | null {
  if (value === null) return null;
  if (kind === "euros" && typeof value === "number") return value / 100;
  return kind === "day" && typeof value === "string" && isDay(value) ? numericDay(value) : value;
}
