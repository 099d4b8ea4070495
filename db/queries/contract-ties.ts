import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

export interface TiesRow {
  readonly doctor_id: number;
  readonly fund_id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly individual_ends_on: Day | null;
  readonly company: string | null;
  readonly collective_ended_on: Day | null;
}

/** What already binds each of these doctors, leaving out one contract: the one that is being signed or renewed. */
export async function contractTies(
  tx: Tx,
  doctorIds: readonly number[],
  except: readonly string[],
  day: Day,
): Promise<TiesRow[]> {
  const others = sql`c.id <> all(${[...except]}::uuid[])`;
  const { rows } = await sql<TiesRow>`
    select d.id as doctor_id, d.fund_id, d.last_name, d.first_name, alone.ends_on as individual_ends_on, together.company, over.ended_on as collective_ended_on
    from doctor d
    left join lateral (select max(c.ends_on) as ends_on from contract c
      where c.doctor_id = d.id and c.kind = 'individual' and c.state in ('signed', 'running', 'suspended') and ${others}) alone on true
    left join lateral (select c.company from contract_member m join contract c on c.id = m.contract_id
      where m.doctor_id = d.id and c.state in ('opened', 'signed', 'running', 'suspended') and ${others}
        and (m.left_on is null or m.left_on > ${day}) limit 1) together on true
    left join lateral (select max(least(c.ends_on, coalesce(m.left_on, c.ends_on))) as ended_on
      from contract_member m join contract c on c.id = m.contract_id
      where m.doctor_id = d.id and c.signed_on is not null and ${others}
        and (c.state in ('ended', 'terminated', 'renewed') or m.left_on <= ${day})) over on true
    where d.id = any(${[...doctorIds]}::bigint[])
    order by d.id`.execute(tx);
  return rows;
}

/** Two signatures for one doctor are judged one after the other. */
export async function lockDoctors(tx: Tx, doctorIds: readonly number[]): Promise<void> {
  for (const id of [...doctorIds].sort((a, b) => a - b))
    await sql`select pg_advisory_xact_lock(hashtextextended('contract', ${id}))`.execute(tx);
}

/** Doctors as files name them; those the reader may not see are missing. */
export function doctorsForContract(tx: Tx, by: { ids: readonly number[] } | { rpps: readonly string[] }) {
  return tx
    .selectFrom("doctor as d")
    .innerJoin("fund", "fund.id", "d.fund_id")
    .leftJoin("doctor_facts as f", "f.doctor_id", "d.id")
    .select(["d.id", "d.fund_id", "d.rpps", "d.is_gp", "d.last_name", "d.first_name", "d.gone_on"])
    .select(["fund.zone as fund_zone", "f.mt_total", "f.mt_adult", "f.active_count", "f.newly_settled", "f.signed_on"])
    .$if("ids" in by, (query) => query.where("d.id", "in", "ids" in by ? [...by.ids, 0] : [0]))
    .$if("rpps" in by, (query) => query.where("d.rpps", "in", "rpps" in by ? [...by.rpps, ""] : [""]))
    .orderBy("d.id")
    .execute();
}
