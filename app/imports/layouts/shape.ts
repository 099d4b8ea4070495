import type { Columns } from "../header";
import type { ImportKind } from "../kinds";

/** One edition of a file we take in. */
export type Shape = {
  kind: ImportKind;
  variant: string;
  columns: Columns;
  /** Whether these header keys are this edition's, even with a column missing. */
  fits: (keys: ReadonlySet<string>) => boolean;
  /** Files made by programs have all their values on each line; spreadsheets drop the empty ones at the end. */
  strict: boolean;
};
