import { sql } from "kysely";
import type { Tx } from "../connection";
import { type ImportRecord, ofItsFunds } from "./imports";

/** The file's counts joined to our doctors, each once; a later line of the file wins. */
const staged = (given: ImportRecord) => sql`
  select distinct on (d.id, s.measure, s.measured_on, s.source) d.id as doctor_id, d.fund_id, s.measure, s.value, s.measured_on, s.source
  from stage_patient_count s join doctor d on d.rpps = s.rpps and ${ofItsFunds(given)}
  where s.import_id = ${given.id}
  order by d.id, s.measure, s.measured_on, s.source, s.line desc`;

/** Says of each count of an unknown doctor that it waits for the directory. Returns how many there were. */
export async function rejectUnknownDoctors(
  tx: Tx,
  given: ImportRecord,
  stage: "stage_patient_count" | "stage_email",
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into import_problem (import_id, fund_id, line, severity, reason, raw)
    select s.import_id, ${given.fund_id}, s.line, 'rejected', 'Ce numéro RPPS n''est pas dans l''annuaire de la caisse.', s.rpps
    from ${sql.table(stage)} s
    where s.import_id = ${given.id} and ${isUnknown(given)}`.execute(tx);
  await sql`delete from ${sql.table(stage)} s where s.import_id = ${given.id} and ${isUnknown(given)}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

const isUnknown = (given: ImportRecord) =>
  sql`not exists (select from doctor d where d.rpps = s.rpps and ${ofItsFunds(given)})`;

export async function patientCountDifference(tx: Tx, given: ImportRecord) {
  const { rows } = await sql<{
    created: number;
    changed: number;
    unchanged: number;
    gone: number;
    known: number;
    elsewhere: number;
  }>`
    with s as (${staged(given)}), compared as (
      select s.*, f.value as current from s
      left join fact f on f.doctor_id = s.doctor_id and f.name = s.measure and f.measured_on = s.measured_on and f.source = s.source
    )
    select count(*) filter (where current is null)::int as created,
      count(*) filter (where current <> to_jsonb(value))::int as changed,
      count(*) filter (where current = to_jsonb(value))::int as unchanged,
      0 as gone, 0 as elsewhere,
      (select count(*)::int from fact where name in ('mt_adulte', 'mt_total', 'file_active')) as known
    from compared`.execute(tx);
  return rows[0]!;
}

/** Keeps every count with its date and source; the newest of each measure is the one in force. */
export async function mergePatientCounts(tx: Tx, given: ImportRecord): Promise<void> {
  await sql`
    insert into fact (fund_id, doctor_id, name, value, measured_on, source, import_id)
    select s.fund_id, s.doctor_id, s.measure, to_jsonb(s.value), s.measured_on, s.source, ${given.id} from (${staged(given)}) s
    left join fact f on f.doctor_id = s.doctor_id and f.name = s.measure and f.measured_on = s.measured_on and f.source = s.source
    where f.value is distinct from to_jsonb(s.value)
    on conflict (doctor_id, name, measured_on, source) do update set value = excluded.value, import_id = excluded.import_id, recorded_at = now()`.execute(
    tx,
  );
  for (const [measure, column] of Object.entries(COLUMNS)) await bringForward(tx, given, measure, column);
}

const COLUMNS = { mt_adulte: "mt_adult", mt_total: "mt_total", file_active: "active_count" };

async function bringForward(tx: Tx, given: ImportRecord, measure: string, column: string): Promise<void> {
  await sql`
    insert into doctor_facts as known (doctor_id, fund_id, ${sql.ref(column)}, sources)
    select newest.doctor_id, newest.fund_id, newest.value, newest.sources
    from (
      select distinct on (f.doctor_id) f.doctor_id, f.fund_id, (f.value #>> '{}')::integer as value,
        jsonb_build_object(${column}::text, jsonb_build_object('source', f.source, 'on', f.measured_on)) as sources
      from fact f
      where f.name = ${measure} and f.doctor_id in (
        select d.id from doctor d join stage_patient_count s on s.rpps = d.rpps
        where s.import_id = ${given.id} and s.measure = ${measure} and ${ofItsFunds(given)})
      order by f.doctor_id, f.measured_on desc, f.recorded_at desc, f.id desc
    ) newest
    left join doctor_facts k on k.doctor_id = newest.doctor_id
    where k.doctor_id is null or k.${sql.ref(column)} is distinct from newest.value or not k.sources @> newest.sources
    on conflict (doctor_id) do update set ${sql.ref(column)} = excluded.${sql.ref(column)}, sources = known.sources || excluded.sources`.execute(
    tx,
  );
}
