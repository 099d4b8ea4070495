import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

/** A doctor as a stop: who, where, how well placed, and what makes a visit urgent. */
export interface VisitDoctor {
  readonly id: number;
  readonly fund_id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly specialty: string;
  readonly specialty_label: string;
  readonly phone: string | null;
  readonly gone_on: Day | null;
  readonly practice_key: string | null;
  readonly structure_name: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly department: string | null;
  readonly population: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly is_placed: boolean;
  readonly fund_zone: string;
  readonly fund_department: string;
  /** ZIP, ZAC, ZV, HZ or not known. */
  readonly area: string | null;
  readonly verdict: string | null;
  readonly priority: number;
  readonly failing: number;
  readonly unresolved: number;
  readonly last_met_at: Date | null;
  readonly last_result: string | null;
  /** The earliest visit promised and not made yet. */
  readonly promised_on: Day | null;
  readonly refuses_visits: boolean;
  /** What a visit is worth against the mean of the fund, by the chance of a contract; 1 unless the fund weighs by it. */
  readonly chance_factor: number;
}

/** The doctors worth a visit among those the reader sees, the best ranked first. */
export function doctorsWorthAVisit(tx: Tx, fundId: number, limit: number): Promise<VisitDoctor[]> {
  return visitDoctors(
    tx,
    sql<SqlBool>`s.fund_id = ${fundId} and s.priority > 0 and d.gone_on is null
      and not exists (select from doctor_facts f where f.doctor_id = s.doctor_id and f.signed_on is not null)`,
    limit,
  );
}

export function visitDoctorsOf(tx: Tx, doctorIds: readonly number[]): Promise<VisitDoctor[]> {
  return visitDoctors(tx, sql<SqlBool>`d.id = any(${[...doctorIds]}::bigint[])`, doctorIds.length);
}

/** The order is that of the ranking: what is not worth a contact has priority 0. */
async function visitDoctors(tx: Tx, condition: Expression<SqlBool>, limit: number): Promise<VisitDoctor[]> {
  const { rows } = await sql<VisitDoctor>`
    with chosen as materialized (
      select d.id, d.fund_id, d.last_name, d.first_name, d.specialty, d.specialty_label, d.phone, d.gone_on,
        d.practice_key, d.postcode, d.town, d.commune_code, s.zone as area, s.verdict, coalesce(s.priority, 0) as priority,
        coalesce(s.failing, 0) as failing, coalesce(s.unresolved, 0) as unresolved
      from doctor d left join score s on s.doctor_id = d.id
      where ${condition}
      order by s.priority desc nulls last, d.id desc limit ${limit})
    select c.*, main.structure_name, main.address, commune.department, commune.population,
      coalesce(point.latitude, commune.latitude::double precision) as latitude,
      coalesce(point.longitude, commune.longitude::double precision) as longitude,
      point.practice_key is not null as is_placed, fund.zone as fund_zone, fund.department as fund_department,
      met.held_at as last_met_at, met.result as last_result, promised.due_on as promised_on,
      exists (select from opt_out o where o.doctor_id = c.id and o.channel = 'visit' and o.lifted_at is null) as refuses_visits,
      coalesce(chance.factor, 1)::double precision as chance_factor
    from chosen c join fund on fund.id = c.fund_id
    left join commune on commune.code = c.commune_code
    left join forecast_weight weighed on weighed.fund_id = c.fund_id and weighed.is_used
    left join doctor_chance chance on chance.doctor_id = c.id and chance.fund_id = weighed.fund_id
    left join practice_point point on point.fund_id = c.fund_id and point.practice_key = c.practice_key
    left join lateral (select p.structure_name, p.address from place p where p.doctor_id = c.id
      order by p.practice_key is not distinct from c.practice_key desc, p.id limit 1) main on true
    left join lateral (select r.held_at, r.result from report r where r.doctor_id = c.id
      order by r.held_at desc limit 1) met on true
    left join lateral (select min(f.due_on) as due_on from follow_up f where f.doctor_id = c.id
      and f.state = 'open' and f.kind = 'visit') promised on true
    order by c.priority desc, c.id desc`.execute(tx);
  return rows;
}

/** Doctors with a visit booked on or after that instant, beside those of the plan: they need no other. */
export async function alreadyBooked(tx: Tx, doctorIds: readonly number[], since: Date): Promise<Set<number>> {
  const rows = await tx
    .selectFrom("visit")
    .select("doctor_id")
    .where("doctor_id", "=", sql<number>`any(${[...doctorIds]}::bigint[])`)
    .where("state", "=", "booked")
    .where("ends_at", ">", since)
    .execute();
  return new Set(rows.map((row) => row.doctor_id));
}
