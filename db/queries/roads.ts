import { sql } from "kysely";
import type { Tx } from "../connection";

/** Roads are built: a time asked for longer ago is asked for again. */
const FRESH_DAYS = 180;

/** -1: the service knows no road; absent: nobody has asked. One line of figures a key, in the order of the keys. */
export async function knownRoads(tx: Tx, keys: readonly number[]): Promise<Int32Array | null> {
  const some = await sql`select 1 from road_pair limit 1`.execute(tx);
  if (some.rows.length === 0) return null;
  const { rows } = await sql<{ at: number; line: string }>`
    with point as materialized (select key, at::int from unnest(${[...keys]}::bigint[]) with ordinality as p(key, at))
    select a.at - 1 as at, string_agg((b.at - 1)::text || ':' || coalesce(r.seconds, ${NO_ROAD})::text, ',') as line
    from point a join road_pair r on r.from_point = a.key join point b on b.key = r.to_point
    where r.asked_on > current_date - ${FRESH_DAYS}::int
    group by a.at`.execute(tx);
  const known = new Int32Array(keys.length * keys.length).fill(NOT_ASKED);
  for (const { at, line } of rows) {
    for (const cell of line.split(",")) {
      const colon = cell.indexOf(":");
      known[at * keys.length + Number(cell.slice(0, colon))] = Number(cell.slice(colon + 1));
    }
  }
  return known;
}

const NO_ROAD = -1;
export const NOT_ASKED = -2;

export interface RoadPair {
  readonly from: number;
  readonly to: number;
  readonly seconds: number | null;
}

/** Two jobs may bring the same pairs at once: both write the same, in one order, so that neither waits for the other. */
export async function keepRoads(tx: Tx, pairs: readonly RoadPair[]): Promise<void> {
  const sorted = [...pairs].sort((a, b) => a.from - b.from || a.to - b.to);
  await sql`
    insert into road_pair (from_point, to_point, seconds, asked_on)
    select *, current_date from unnest(${sorted.map(({ from }) => from)}::bigint[], ${sorted.map(({ to }) => to)}::bigint[],
      ${sorted.map(({ seconds }) => seconds)}::integer[])
    on conflict (from_point, to_point) do update set seconds = excluded.seconds, asked_on = excluded.asked_on`.execute(
    tx,
  );
}
