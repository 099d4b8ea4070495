import { readCommune } from "../communes";
import { headerKey } from "../header";
import type { SheetBudgets } from "../sheets/budgets";
import { readSheets, type Sheet } from "../sheets/workbook";
import { refusal } from "../wording";

/** Consultations a year within reach of each inhabitant, weighted by age (DREES). Null where the cell is empty. */
type AccessibilityRow = {
  line: number;
  communeCode: string;
  communeName: string;
  accessibility: number | null;
  /** Doctors of 65 and less only: the figure that is published. */
  accessibilityTo65: number | null;
  standardPopulation: number | null;
  totalPopulation: number | null;
};

export type AccessibilityReading = { ok: true; year: number; rows: AccessibilityRow[] } | { ok: false; why: string };

/** The workbook has one sheet a year, among notes: the newest is read. Mayotte is in none. */
export function readAccessibility(bytes: Uint8Array, budgets?: SheetBudgets): AccessibilityReading {
  const reading = readSheets(bytes, budgets);
  if (!reading.ok) return reading;
  const yearly = reading.sheets
    .flatMap((sheet) =>
      /^APL\s+(\d{4})$/i.test(sheet.name.trim()) ? [{ sheet, year: Number(sheet.name.trim().slice(-4)) }] : [],
    )
    .sort((a, b) => b.year - a.year);
  const newest = yearly[0];
  const header = newest?.sheet.rows.findIndex((row) => headerKey(row.cells[0] ?? "") === "codecommuneinsee") ?? -1;
  if (!newest || header < 0) {
    return refusal(
      "Ce classeur n'est pas l'indicateur APL : aucune feuille « APL » suivie d'une année.",
      "Choisissez le classeur publié par la DREES.",
    );
  }
  return { ok: true, year: newest.year, rows: readYear(newest.sheet, header) };
}

/** Units stand below the header and footnotes below the data: only rows that begin with a commune code are data. */
function readYear(sheet: Sheet, header: number): AccessibilityRow[] {
  const keys = (sheet.rows[header]?.cells ?? []).map(headerKey);
  const [all, to65, standard, total] = [
    keys.indexOf("aplauxmedecinsgeneralistes"),
    keys.findIndex((key) => /^aplauxmedecinsgeneralistesde(moinsde)?65ans/.test(key)),
    keys.findIndex((key) => key.startsWith("populationstandardisee")),
    keys.findIndex((key) => key.startsWith("populationtotale")),
  ];
  return sheet.rows.slice(header + 1).flatMap(({ line, cells }) => {
    const { code } = readCommune(/^[0-9AB]{4,5}$/i.test(cells[0] ?? "") ? (cells[0] ?? "") : "", null);
    if (!code) return [];
    const number = (place: number) => readNumber(cells[place]);
    return [
      {
        line,
        communeCode: code,
        communeName: cells[1] ?? "",
        accessibility: number(all),
        accessibilityTo65: number(to65),
        standardPopulation: number(standard),
        totalPopulation: number(total),
      },
    ];
  });
}

function readNumber(text: string | undefined): number | null {
  const plain = (text ?? "").replace(",", ".");
  return /^\d+(\.\d+)?(E-?\d+)?$/i.test(plain) ? Number(plain) : null;
}
