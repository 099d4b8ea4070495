import { sql } from "kysely";
import type { Tx } from "../connection";
import { type ImportRecord, ofItsFunds } from "./imports";

const staged = (given: ImportRecord) => sql`
  select distinct on (d.id, s.address) d.id as doctor_id, d.fund_id, s.address, s.display, s.kind, s.source,
    coalesce(s.noted_on, ${given.source_on}::date) as noted_on
  from stage_email s join doctor d on d.rpps = s.rpps and ${ofItsFunds(given)}
  where s.import_id = ${given.id}
  order by d.id, s.address, noted_on desc, s.line desc`;

export async function emailDifference(tx: Tx, given: ImportRecord) {
  const { rows } = await sql<{
    created: number;
    changed: number;
    unchanged: number;
    gone: number;
    known: number;
    elsewhere: number;
  }>`
    with s as (${staged(given)}), compared as (
      select s.*, e.id as current, e.kind as current_kind, e.noted_on as current_on from s
      left join doctor_email e on e.doctor_id = s.doctor_id and e.address = s.address
    )
    select count(*) filter (where current is null)::int as created,
      count(*) filter (where current is not null and (current_kind <> kind or current_on < noted_on))::int as changed,
      count(*) filter (where current is not null and current_kind = kind and current_on >= noted_on)::int as unchanged,
      0 as gone, 0 as elsewhere,
      (select count(*)::int from doctor_email) as known
    from compared`.execute(tx);
  return rows[0]!;
}

export async function mergeEmails(tx: Tx, given: ImportRecord): Promise<void> {
  await sql`
    insert into doctor_email as known (fund_id, doctor_id, address, display, kind, source, noted_on, import_id)
    select s.fund_id, s.doctor_id, s.address, s.display, s.kind, s.source, s.noted_on, ${given.id} from (${staged(given)}) s
    left join doctor_email e on e.doctor_id = s.doctor_id and e.address = s.address
    where e.id is null or e.kind <> s.kind or e.noted_on < s.noted_on
    on conflict (doctor_id, address) do update set display = excluded.display, kind = excluded.kind, source = excluded.source,
      noted_on = excluded.noted_on, import_id = excluded.import_id`.execute(tx);
}
