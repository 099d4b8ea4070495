import { readSheet } from "read-excel-file/node";
import type { Actor } from "~/access/context";
import { joined } from "~/files/table-file";
import { exportAsked } from "~/steering/exports/exporting.server";
import { as, NOON, type TestDatabase } from "../../support/database";

/** The whole file, each piece in its own transaction, as it is sent. */
export async function exportedFrom(
  database: TestDatabase,
  actor: Actor,
  file: string,
  query = "",
): Promise<Uint8Array> {
  const { pieces } = exportAsked(file, new URLSearchParams(query), NOON);
  const taken: Uint8Array[] = [];
  for (;;) {
    const { bytes, isLast } = await as(database, actor, pieces);
    taken.push(bytes);
    if (isLast) return joined(taken);
  }
}

export async function sheetsOf(bytes: Uint8Array) {
  const file = Buffer.from(bytes);
  return { rows: await readSheet(file, 1), about: await readSheet(file, 2) };
}

export const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The lines of the table alone, each cut into its cells. */
export const linesOf = (file: string) =>
  file
    .split("\r\n\r\n")[0]!
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(";"));
