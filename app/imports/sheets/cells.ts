import { countOf, number } from "~/format/numbers";
import type { SheetBudgets } from "./budgets";
import { attribute, attributePattern, type XmlHandler } from "./xml";

/** A row that holds something. `line` is its number on the sheet; cells stand at the rank of their column. */
export type SheetRow = { line: number; cells: string[] };

export type Collector<Item> = { items: Item[]; handler: XmlHandler; problem: () => string | null };

const R = attributePattern("r");
const T = attributePattern("t");

/** What is shared between sheets of one workbook: the texts, and how many cells may still come. */
export type SheetContext = { strings: readonly string[]; cellsLeft: number; budgets: SheetBudgets };

/** Formulas are not evaluated and not even read: the value the spreadsheet last computed is taken. */
export function rowCollector(context: SheetContext): Collector<SheetRow> {
  const items: SheetRow[] = [];
  let row: SheetRow = { line: 0, cells: [] };
  let column = -1;
  let type = "";
  let value = "";
  let isRead = false;
  let problem: string | null = null;

  const keep = () => {
    const text = shownValue(value, type, context.strings);
    if (text === "") return;
    context.cellsLeft -= 1;
    problem ??= tooMuch(column, items.length, context);
    if (problem) return;
    while (row.cells.length < column) row.cells.push("");
    row.cells[column] = text;
  };
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "row") {
        row = { line: Number(attribute(attributes, R) ?? row.line + 1), cells: [] };
        column = -1;
      } else if (name === "c") {
        column = columnOf(attribute(attributes, R)) ?? column + 1;
        type = attribute(attributes, T) ?? "";
        value = "";
      } else if (name === "v" || name === "t") isRead = true;
    },
    text(text) {
      if (isRead) value += text;
    },
    close(name) {
      if (name === "v" || name === "t") isRead = false;
      else if (name === "c") keep();
      else if (name === "row" && row.cells.length > 0) items.push(row);
    },
  };
  return { items, handler, problem: () => problem };
}

/** The table of texts that cells point into. Phonetic guides (rPh) repeat a text for the ear and are left out. */
export function stringCollector(budgets: SheetBudgets): Collector<string> {
  const items: string[] = [];
  let text = "";
  let isRead = false;
  let guides = 0;
  const handler: XmlHandler = {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") guides += 1;
      else if (name === "t") isRead = guides === 0;
    },
    text(piece) {
      if (isRead) text += piece;
    },
    close(name) {
      if (name === "t") isRead = false;
      else if (name === "rPh") guides -= 1;
      else if (name === "si") items.push(text);
    },
  };
  const problem = () => (items.length > budgets.sharedStrings ? "Ce classeur contient trop de textes." : null);
  return { items, handler, problem };
}

function shownValue(value: string, type: string, strings: readonly string[]): string {
  if (type === "s") return (strings[Number(value)] ?? "").trim();
  if (type === "b") return value === "1" ? "VRAI" : "FAUX";
  return value.trim().replace(/^(\d+)\.0+$/, "$1");
}

function tooMuch(column: number, rows: number, { cellsLeft, budgets }: SheetContext): string | null {
  if (column >= budgets.columns) {
    return `Ce classeur a une valeur en colonne ${number(column + 1)} : ${countOf(budgets.columns, "colonne")} au plus sont lues.`;
  }
  if (rows >= budgets.rows) return `Ce classeur a plus de ${number(budgets.rows)} lignes remplies.`;
  return cellsLeft < 0 ? `Ce classeur a plus de ${number(budgets.cells)} cellules remplies.` : null;
}

/** "AB12" → 27. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,4}/i.exec(reference ?? "")?.[0];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
