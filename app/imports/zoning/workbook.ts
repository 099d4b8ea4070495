import { type Batch, emptyBatch, note } from "../batch";
import { comparable, readHeader } from "../header";
import { foreignHeader } from "../layouts/not-ours";
import type { Shape } from "../layouts/shape";
import { ZONING_SHAPES } from "../layouts/zoning";
import type { SheetBudgets } from "../sheets/budgets";
import { readSheets, type Sheet } from "../sheets/workbook";
import { refusal, shown } from "../wording";
import { type ZoneRow, zoneLine } from "./row";

export type ZoningWorkbookReading = { ok: true; batch: Batch<ZoneRow> } | { ok: false; why: string };

/** The annex of an arrêté: its sheet of communes, or of territories when there is none, and those of districts. */
export function readZoningWorkbook(bytes: Uint8Array, budgets?: SheetBudgets): ZoningWorkbookReading {
  const reading = readSheets(bytes, budgets);
  if (!reading.ok) return reading;
  const tables = reading.sheets.flatMap((sheet) => tableOf(sheet) ?? []);
  if (tables.length === 0) return noTable(reading.sheets);
  const hasCommunes = tables.some(({ shape }) => /communes|cartosante/.test(shape.variant));
  const batch = emptyBatch<ZoneRow>({ offset: 0, line: 1 });
  for (const table of tables) {
    // Territories only say again, more coarsely, what the sheet of communes says.
    if (hasCommunes && table.shape.variant.endsWith("-tvs")) continue;
    readTable(table, batch, tables.length > 1);
  }
  return { ok: true, batch };
}

type Table = { sheet: Sheet; shape: Shape; places: Record<string, number>; firstRow: number };

/** Titles and notes come before the header: it is looked for among the first rows. */
const ROWS_BEFORE_HEADER = 20;

function tableOf(sheet: Sheet): Table | null {
  for (const [rank, row] of sheet.rows.slice(0, ROWS_BEFORE_HEADER).entries()) {
    const keys = new Set(comparable(row.cells));
    const shape = ZONING_SHAPES.find((each) => each.fits(keys));
    if (!shape) continue;
    const header = readHeader(row.cells, shape.columns);
    if (header.missing.length === 0) return { sheet, shape, places: header.places, firstRow: rank + 1 };
  }
  return null;
}

function readTable({ sheet, places, firstRow }: Table, batch: Batch<ZoneRow>, isNamed: boolean): void {
  for (const row of sheet.rows.slice(firstRow)) {
    const verdict = zoneLine(row.cells, places, row.line);
    const raw = row.cells.join(" ; ");
    if (verdict.is !== "rejected") note(batch, row.line, raw, verdict);
    else
      note(batch, row.line, raw, {
        ...verdict,
        why: isNamed ? `Feuille ${shown(sheet.name)} : ${verdict.why}` : verdict.why,
      });
  }
}

function noTable(sheets: readonly Sheet[]): { ok: false; why: string } {
  for (const row of sheets.flatMap((sheet) => sheet.rows.slice(0, ROWS_BEFORE_HEADER))) {
    const foreign = foreignHeader(row.cells, new Set(comparable(row.cells)));
    if (foreign) return refusal(foreign.what, foreign.todo);
  }
  return refusal(
    "Aucune feuille de ce classeur ne porte un zonage reconnu.",
    "Vérifiez qu'une ligne d'en-tête nomme les colonnes (par exemple « Code commune » et « Zonage ARS »).",
  );
}
