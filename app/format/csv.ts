const SEPARATOR = ";";
const DANGEROUS = /^[=+\-@＝＋－＠\t\r]/;

/** One line for French spreadsheets. A cell that a spreadsheet would compute is written as text; numbers stay numbers. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(SEPARATOR)}\r\n`;
}

/** Tells spreadsheets that the file is UTF-8. */
export const CSV_MARK = "\ufeff";

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const safe = DANGEROUS.test(value.trimStart()) || DANGEROUS.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
