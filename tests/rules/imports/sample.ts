import { readFileSync } from "node:fs";
import type { Batch } from "~/imports/batch";
import type { ImportKind } from "~/imports/kinds";
import { type Layout, recognise } from "~/imports/layout";
import { openReader, type Rows } from "~/imports/reader";

export const RPPS = "rpps/PS_LibreAcces_Personne_activite_202611210842";
export const AMELI = "ameli/liste-ps-20261116-023046";

export function sample(path: string): Buffer {
  return readFileSync(`tests/samples/${path}`);
}

export function layoutOf<K extends ImportKind>(bytes: Buffer, name: string, asked: K): Layout<K> {
  const found = recognise(bytes.subarray(0, 65_536), name, asked);
  if (!found.ok) throw new Error(found.why);
  return found.layout as Layout<K>;
}

/** The whole file in one piece. */
export function readAll<K extends ImportKind>(bytes: Buffer, asked: K, name = "fichier.csv"): Batch<Rows[K]> {
  const layout = layoutOf(bytes, name, asked);
  return openReader(layout).take(bytes.subarray(layout.headerBytes), true);
}

export function readSample<K extends ImportKind>(path: string, asked: K): Batch<Rows[K]> {
  return readAll(sample(path), asked, path);
}

export function reasonsAt(problems: Batch<unknown>["rejects"], line: number): string[] {
  return problems.filter((problem) => problem.line === line).map((problem) => problem.reason);
}
