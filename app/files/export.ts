import type { Context } from "~/access/context";
import type { Permission } from "~/access/permissions";
import type { About, CellValue, FileColumn } from "./table-file";

export interface ExportColumn<Row> extends FileColumn {
  readonly value: (row: Row) => CellValue;
}

/** A list one can take away as a file: the same rows, in the same order, under the same rights as on its page. */
export interface Export<Ask, Row, Key> {
  readonly permission: Permission;
  readonly title: string;
  /** Where the figures come from, as the file says it. */
  readonly source: string;
  /** The filters that an address carries. */
  readonly read: (query: Readonly<Record<string, string>>) => Ask;
  /** The filters in words; nothing when there is none. */
  readonly filters: (ctx: Context, ask: Ask) => Promise<About>;
  readonly count: (ctx: Context, ask: Ask) => Promise<number>;
  /** A stretch of the list after a place; `next` is null at its end. */
  readonly page: (ctx: Context, ask: Ask, after: Key | null) => Promise<{ rows: readonly Row[]; next: Key | null }>;
  readonly columns: readonly ExportColumn<Row>[];
}

/** Rows read at a time: each stretch in a short transaction of its own, a megabyte at most. */
export const STRETCH = 1_000;

/** The same with its own types closed in, so that lists of every kind stand in one table. */
export interface AnyExport {
  readonly permission: Permission;
  readonly title: string;
  readonly source: string;
  readonly columns: readonly FileColumn[];
  readonly open: (query: Readonly<Record<string, string>>) => OpenExport;
}

/** One reading of a list, from its beginning to its end. */
export interface OpenExport {
  readonly filters: (ctx: Context) => Promise<About>;
  readonly count: (ctx: Context) => Promise<number>;
  readonly stretch: (ctx: Context) => Promise<{ rows: readonly (readonly CellValue[])[]; isLast: boolean }>;
}

export function anyExport<Ask, Row, Key>(table: Export<Ask, Row, Key>): AnyExport {
  const { permission, title, source, columns } = table;
  const open = (query: Readonly<Record<string, string>>): OpenExport => {
    const ask = table.read(query);
    let after: Key | null = null;
    return {
      filters: (ctx) => table.filters(ctx, ask),
      count: (ctx) => table.count(ctx, ask),
      async stretch(ctx) {
        const { rows, next } = await table.page(ctx, ask, after);
        after = next;
        return { rows: rows.map((row) => columns.map(({ value }) => value(row))), isLast: next === null };
      },
    };
  };
  return { permission, title, source, columns, open };
}

/** A table that its page reads at once: what is told, counted and written comes from one reading. */
export interface WholeTable<Ask, Page, Row> extends Pick<Export<Ask, Row, never>, "permission" | "title" | "source"> {
  readonly read: (query: Readonly<Record<string, string>>) => Ask;
  readonly load: (ctx: Context, ask: Ask) => Promise<Page>;
  readonly filters: (page: Page, ask: Ask) => About;
  readonly rows: (page: Page) => readonly Row[];
  readonly columns: readonly ExportColumn<Row>[];
}

export function wholeExport<Ask, Page, Row>(table: WholeTable<Ask, Page, Row>): AnyExport {
  const { permission, title, source, columns } = table;
  const open = (query: Readonly<Record<string, string>>): OpenExport => {
    const ask = table.read(query);
    let page: Promise<Page> | undefined;
    const read = (ctx: Context) => {
      page ??= table.load(ctx, ask);
      return page;
    };
    return {
      filters: async (ctx) => table.filters(await read(ctx), ask),
      count: async (ctx) => table.rows(await read(ctx)).length,
      async stretch(ctx) {
        const rows = table.rows(await read(ctx)).map((row) => columns.map(({ value }) => value(row)));
        return { rows, isLast: true };
      },
    };
  };
  return { permission, title, source, columns, open };
}
