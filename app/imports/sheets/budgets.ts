/** What a workbook may cost before it is refused. A national zoning annex holds 35 000 lines of ten cells. */
export type SheetBudgets = {
  fileBytes: number;
  entries: number;
  /** Announced, then really unpacked, all entries together. */
  unpackedBytes: number;
  /** Unpacked over packed, for entries past a megabyte: spreadsheets compress ten- to fiftyfold, bombs a thousandfold. */
  ratio: number;
  columns: number;
  rows: number;
  cells: number;
  sharedStrings: number;
};

export const SHEET_BUDGETS: SheetBudgets = {
  fileBytes: 20 * 1024 * 1024,
  entries: 500,
  unpackedBytes: 100 * 1024 * 1024,
  ratio: 200,
  columns: 256,
  rows: 200_000,
  cells: 3_000_000,
  sharedStrings: 1_000_000,
};
