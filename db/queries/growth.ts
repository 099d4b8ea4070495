import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Measure } from "~/contracts/growth/path";
import type { Peer } from "~/contracts/growth/peers";
import type { KeptObjective } from "~/contracts/objective";
import type { Tx } from "../connection";

export interface CountRow {
  /** Of a typed count: only those can be taken back here. */
  readonly id: string | null;
  readonly on: Day;
  readonly mt: number | null;
  readonly fa: number | null;
  readonly source: string;
}

/** Counts of files and counts typed here, since a day, oldest first; a whole list goes before its adults alone. */
export async function countsSince(
  tx: Tx,
  of: { contractId: string; doctorId: number },
  since: Day,
): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    with told as (
      select measured_on as on_day, source,
        coalesce(max((value #>> '{}')::integer) filter (where name = 'mt_total'), max((value #>> '{}')::integer) filter (where name = 'mt_adulte')) as mt,
        max((value #>> '{}')::integer) filter (where name = 'file_active') as fa
      from fact where doctor_id = ${of.doctorId} and name in ('mt_total', 'mt_adulte', 'file_active') and measured_on >= ${since}
      group by measured_on, source
    )
    select null::uuid as id, on_day as "on", mt, fa, source from told
    union all
    select o.id, o.on_day, o.mt_patients, o.active_file, 'noté par ' || coalesce(a.name, 'un collègue')
    from patient_observation o left join account a on a.id = o.account_id
    where o.contract_id = ${of.contractId} and o.on_day >= ${since}
    order by "on", id nulls last limit 500`.execute(tx);
  return rows;
}

/** A day told twice keeps what was told last. Returns whether it was new. */
export async function saveObservation(
  tx: Tx,
  observation: {
    fundId: number;
    contractId: string;
    doctorId: number;
    on: Day;
    mtPatients: number | null;
    activeFile: number | null;
    by: string;
    at: Date;
  },
): Promise<void> {
  const told = {
    mt_patients: observation.mtPatients,
    active_file: observation.activeFile,
    account_id: observation.by,
    noted_at: observation.at,
  };
  await tx
    .insertInto("patient_observation")
    .values({
      fund_id: observation.fundId,
      contract_id: observation.contractId,
      doctor_id: observation.doctorId,
      on_day: observation.on,
      ...told,
    })
    .onConflict((clash) => clash.columns(["contract_id", "on_day"]).doUpdateSet(told))
    .execute();
}

export async function removeObservation(tx: Tx, contractId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("patient_observation")
    .where("contract_id", "=", contractId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The other contracts of the fund that began in the same band, among those one sees, with their last count. */
export async function comparableContracts(
  tx: Tx,
  of: { contractId: string; fundId: number; band: string; measure: Measure; today: Day },
): Promise<Peer[]> {
  const isMT = of.measure === "MT";
  const { rows } = await sql<Peer>`
    select c.starts_on as "startsOn", ${isMT ? sql`c.mt_patients` : sql`c.active_file`} as baseline, told.on_day as "lastOn", told.value as last
    from contract c join doctor d on d.id = c.doctor_id
    join lateral (
      select on_day, value from (
        select measured_on as on_day, (value #>> '{}')::integer as value from fact
        where doctor_id = c.doctor_id and name = any (${isMT ? ["mt_total", "mt_adulte"] : ["file_active"]}::text[])
        union all
        select on_day, ${isMT ? sql`mt_patients` : sql`active_file`} from patient_observation where contract_id = c.id
      ) each where value is not null and on_day > c.starts_on and on_day <= ${of.today} order by on_day desc limit 1
    ) told on true
    where c.kind = 'individual' and c.fund_id = ${of.fundId} and c.band = ${of.band} and c.id <> ${of.contractId}::uuid
      and c.starts_on is not null and d.is_gp = ${isMT} and ${isMT ? sql`c.mt_patients` : sql`c.active_file`} > 0
    order by c.id limit 2000`.execute(tx);
  return rows;
}

export async function helpsOf(tx: Tx, contractId: string) {
  return tx
    .selectFrom("growth_help as h")
    .leftJoin("account as a", "a.id", "h.account_id")
    .leftJoin("follow_up as f", "f.id", "h.follow_up_id")
    .select(["h.contract_year", "h.due_on", "a.name as by", "f.state"])
    .select(sql<"visit" | "call">`h.kind`.as("kind"))
    .where("h.contract_id", "=", contractId)
    .orderBy("h.contract_year")
    .execute();
}

/** False when help is planned already in that year of the contract. */
export async function insertHelp(
  tx: Tx,
  help: {
    fundId: number;
    contractId: string;
    doctorId: number;
    contractYear: number;
    kind: "visit" | "call";
    dueOn: Day;
    by: string;
    at: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("growth_help")
    .values({
      fund_id: help.fundId,
      contract_id: help.contractId,
      doctor_id: help.doctorId,
      contract_year: help.contractYear,
      kind: help.kind,
      due_on: help.dueOn,
      account_id: help.by,
      at: help.at,
    })
    .onConflict((clash) => clash.columns(["contract_id", "contract_year"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function tieHelp(tx: Tx, contractId: string, contractYear: number, followUpId: string): Promise<void> {
  await tx
    .updateTable("growth_help")
    .set({ follow_up_id: followUpId })
    .where("contract_id", "=", contractId)
    .where("contract_year", "=", contractYear)
    .execute();
}

export async function sectorOf(tx: Tx, doctorId: number): Promise<number | null> {
  const row = await tx.selectFrom("doctor").select("sector_id").where("id", "=", doctorId).executeTakeFirst();
  return row?.sector_id ?? null;
}

export interface FollowedRow {
  readonly id: string;
  readonly last_name: string;
  readonly first_name: string;
  readonly town: string | null;
  readonly is_gp: boolean;
  readonly starts_on: Day;
  readonly mt_patients: number | null;
  readonly active_file: number | null;
  readonly objective: KeptObjective | null;
  readonly is_suspended: boolean;
  readonly counts: readonly Omit<CountRow, "source">[];
}

/** Every individual contract that runs, with all its counts: what tells which doctors need help. */
export async function followedContracts(tx: Tx, limit: number): Promise<FollowedRow[]> {
  const { rows } = await sql<FollowedRow>`
    select c.id, d.last_name, d.first_name, d.town, d.is_gp, c.starts_on, c.mt_patients, c.active_file, c.objective,
      c.state = 'suspended' as is_suspended,
      coalesce((select jsonb_agg(jsonb_build_object('id', null, 'on', f.measured_on, 'mt', f.mt, 'fa', f.fa)) from (
          select measured_on, coalesce(max((value #>> '{}')::integer) filter (where name = 'mt_total'),
            max((value #>> '{}')::integer) filter (where name = 'mt_adulte')) as mt,
            max((value #>> '{}')::integer) filter (where name = 'file_active') as fa
          from fact where doctor_id = c.doctor_id and name in ('mt_total', 'mt_adulte', 'file_active') and measured_on >= c.starts_on
          group by measured_on, source) f), '[]')
      || coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'on', o.on_day, 'mt', o.mt_patients, 'fa', o.active_file))
          from patient_observation o where o.contract_id = c.id), '[]') as counts
    from contract c join doctor d on d.id = c.doctor_id
    where c.kind = 'individual' and c.state in ('signed', 'running', 'suspended') and c.starts_on is not null
    order by c.starts_on, c.id limit ${limit}`.execute(tx);
  return rows;
}
