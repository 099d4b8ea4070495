import { sql } from "kysely";
import type { Tx } from "../connection";
import type { ImportRecord } from "./imports";

/** The zone of each commune of the file, once, with the fund whose ground it is; a later line of the file wins. */
const staged = (given: ImportRecord) => sql`
  select distinct on (c.fund_id, s.commune_code) c.fund_id, s.commune_code, s.zone, coalesce(s.decided_on, ${given.source_on}::date) as from_on
  from stage_zone s join commune c on c.code = s.commune_code
  where s.import_id = ${given.id} and ${given.fund_id === null ? sql`c.fund_id is not null` : sql`c.fund_id = ${given.fund_id}`}
  order by c.fund_id, s.commune_code, s.line desc`;

export async function zoneDifference(tx: Tx, given: ImportRecord) {
  const { rows } = await sql<{
    created: number;
    changed: number;
    unchanged: number;
    gone: number;
    known: number;
    elsewhere: number;
  }>`
    with s as (${staged(given)}), compared as (
      select s.*, z.zone as current from s
      left join commune_zone z on z.fund_id = s.fund_id and z.commune_code = s.commune_code and z.to_on is null
    )
    select count(*) filter (where current is null)::int as created,
      count(*) filter (where current <> zone)::int as changed,
      count(*) filter (where current = zone)::int as unchanged,
      0 as gone,
      (select count(*)::int from commune_zone where to_on is null) as known,
      (select count(distinct commune_code)::int from stage_zone where import_id = ${given.id}) - count(*)::int as elsewhere
    from compared`.execute(tx);
  return rows[0]!;
}

/**
 * A new decision ends the zone in force the day it begins. One dated on or before the day the zone in force began is a
 * correction of it: that zone never was.
 */
export async function mergeZones(tx: Tx, given: ImportRecord): Promise<void> {
  const differing = sql`
    select s.*, z.id as current_id, z.from_on as current_from from (${staged(given)}) s
    left join commune_zone z on z.fund_id = s.fund_id and z.commune_code = s.commune_code and z.to_on is null
    where z.zone is distinct from s.zone`;
  await sql`create temp table changed_zone on commit drop as ${differing}`.execute(tx);
  await sql`delete from commune_zone z using changed_zone s where z.fund_id = s.fund_id and z.commune_code = s.commune_code
    and z.from_on >= s.from_on`.execute(tx);
  await sql`update commune_zone z set to_on = s.from_on from changed_zone s
    where z.fund_id = s.fund_id and z.commune_code = s.commune_code and z.from_on < s.from_on
      and (z.to_on is null or z.to_on > s.from_on)`.execute(tx);
  await sql`insert into commune_zone (fund_id, commune_code, zone, from_on, source, import_id)
    select fund_id, commune_code, zone, from_on, ${given.source}, ${given.id} from changed_zone`.execute(tx);
}
