import { once } from "node:events";
import { finished } from "node:stream/promises";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { connectionOf } from "./act-as";
import type { Tx } from "./connection";

export type Cell = string | number | boolean | null;

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const PIECE = 64 * 1024;

/**
 * COPY into a guarded table. PostgreSQL refuses COPY where row-level security applies, so the rows land in a temporary
 * table and go on by INSERT, under the policies.
 */
export async function copyInto(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  const client = connectionOf(tx);
  const names = columns.join(", ");
  const landing = `landing_${table}`;
  await client.query(`create temp table ${landing} on commit drop as select ${names} from ${table} with no data`);
  await writeAll(client.query(copyFrom(`copy ${landing} (${names}) from stdin`)), rows);
  const { rowCount } = await client.query(`insert into ${table} (${names}) select ${names} from ${landing}`);
  await client.query(`drop table ${landing}`);
  return rowCount ?? 0;
}

/** By hand: a pipeline of streams keeps what it carried until the next full collection, 30 MB over a large file. */
async function writeAll(copy: CopyStreamQuery, rows: Iterable<readonly Cell[]>): Promise<void> {
  const done = finished(copy);
  try {
    for (const piece of pieces(rows)) if (!copy.write(piece)) await Promise.race([once(copy, "drain"), done]);
    copy.end();
  } catch (error) {
    copy.destroy(error as Error);
  }
  await done;
}

/** Rows in COPY's text form, in pieces large enough to be worth a write. */
function* pieces(rows: Iterable<readonly Cell[]>): Generator<string> {
  let piece = "";
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) piece += (at === 0 ? "" : "\t") + written(row[at]!);
    piece += "\n";
    if (piece.length > PIECE) {
      yield piece;
      piece = "";
    }
  }
  if (piece !== "") yield piece;
}

function written(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell !== "string") return String(cell);
  return SPECIAL.test(cell) ? cell.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found]!) : cell;
}
