import { refusal } from "../wording";
import { SHEET_BUDGETS, type SheetBudgets } from "./budgets";
import { type Collector, rowCollector, type SheetContext, type SheetRow, stringCollector } from "./cells";
import { unpackText } from "./unpack";
import { attribute, attributePattern, xmlReader } from "./xml";
import { readZip, type ZipEntry } from "./zip";

export type Sheet = { name: string; rows: SheetRow[] };
export type SheetsReading = { ok: true; sheets: Sheet[] } | { ok: false; why: string };

/** All the sheets of a workbook, as texts. The whole file is in memory, never the whole of what it unpacks to. */
export function readSheets(bytes: Uint8Array, budgets: SheetBudgets = SHEET_BUDGETS): SheetsReading {
  const zip = readZip(bytes, budgets);
  if (!zip.ok) return refusal(zip.what, TODO);
  const pages = readContents(bytes, zip.entries);
  if (!pages.ok) return refusal(pages.what, TODO);
  const strings = collect(bytes, zip.entries.get("xl/sharedStrings.xml"), stringCollector(budgets));
  if (!strings.ok) return refusal(strings.what, TODO);
  const context: SheetContext = { strings: strings.items, cellsLeft: budgets.cells, budgets };
  const sheets: Sheet[] = [];
  for (const page of pages.items) {
    const rows = collect(bytes, zip.entries.get(page.path), rowCollector(context));
    if (!rows.ok) return refusal(rows.what, TODO);
    sheets.push({ name: page.name, rows: rows.items });
  }
  return { ok: true, sheets };
}

const TODO =
  "Ouvrez le classeur dans un tableur, copiez la feuille utile dans un classeur neuf, enregistrez-le en XLSX ou en CSV UTF-8, puis recommencez.";

type Collected<Item> = { ok: true; items: Item[] } | { ok: false; what: string };

function collect<Item>(bytes: Uint8Array, entry: ZipEntry | undefined, collector: Collector<Item>): Collected<Item> {
  if (!entry) return { ok: true, items: [] };
  const read = xmlReader(collector.handler);
  const problem = unpackText(bytes, entry, (text) => read(text) ?? collector.problem());
  return problem ? { ok: false, what: problem } : { ok: true, items: collector.items };
}

type Page = { name: string; path: string };

/** Sheet names stand in one file, and where their cells lie in another. */
function readContents(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): Collected<Page> {
  const book = entries.get("xl/workbook.xml");
  const links = entries.get("xl/_rels/workbook.xml.rels");
  if (!book || !links) return { ok: false, what: "Ce fichier n'est pas un classeur Excel (XLSX)." };
  const named = collect(bytes, book, tagCollector("sheet", { name: NAME, id: LINK_ID }));
  if (!named.ok) return named;
  const targets = collect(bytes, links, tagCollector("Relationship", { id: ID, target: TARGET }));
  if (!targets.ok) return targets;
  const pathOf = new Map(targets.items.map(({ id, target }) => [id, pathFrom(target ?? "")]));
  const pages = named.items.map(({ name, id }) => ({ name: name ?? "", path: pathOf.get(id ?? null) ?? "" }));
  return { ok: true, items: pages.filter((page) => page.path.includes("worksheets/")) };
}

const NAME = attributePattern("name");
const ID = attributePattern("Id");
const LINK_ID = attributePattern("\\w+:id");
const TARGET = attributePattern("Target");

/** Targets are written from xl/, or from the root behind a slash. */
function pathFrom(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function tagCollector<Field extends string>(
  wanted: string,
  patterns: Record<Field, RegExp>,
): Collector<Record<Field, string | null>> {
  const items: Record<Field, string | null>[] = [];
  const fields = Object.entries(patterns) as [Field, RegExp][];
  const open = (name: string, attributes: string) => {
    if (name !== wanted) return;
    const pairs = fields.map(([field, pattern]) => [field, attribute(attributes, pattern)] as const);
    items.push(Object.fromEntries(pairs) as Record<Field, string | null>);
  };
  return { items, handler: { open, text() {}, close() {} }, problem: () => null };
}
