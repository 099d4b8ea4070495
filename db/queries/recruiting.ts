import { sql } from "kysely";
import type { Tx } from "../connection";

export interface RecruiterRow {
  readonly id: number;
  readonly last_name: string;
  readonly first_name: string;
  readonly town: string | null;
  readonly phone: string | null;
  readonly stage: "intends" | "filed" | "signed";
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Of the file that is open, else what was spoken of last. */
  readonly option: string | null;
}

/** Doctors who mean to hire and have not yet: by their stage, or by a file that is open without a hire. */
const recruiters = sql`
  select d.id, d.last_name, d.first_name, d.town, d.phone,
    coalesce(case when f.state = 'opened' then 'filed' when f.state is not null then 'signed' end, s.stage) as stage,
    coalesce(pp.latitude, c.latitude) as latitude, coalesce(pp.longitude, c.longitude) as longitude,
    coalesce(f.option, (select r.option from report r where r.doctor_id = d.id and r.option is not null order by r.held_at desc limit 1)) as option
  from doctor d
  left join doctor_stage s on s.doctor_id = d.id and s.lost_at is null and s.stage in ('intends', 'filed', 'signed')
  left join lateral (select k.option, k.state from contract k where k.doctor_id = d.id and k.hired_on is null
    and k.state in ('opened', 'signed') order by k.opened_on desc limit 1) f on true
  left join practice_point pp on pp.fund_id = d.fund_id and pp.practice_key = d.practice_key
  left join commune c on c.code = d.commune_code
  where d.gone_on is null and (s.doctor_id is not null or f.state is not null)`;

export async function recruitingDoctors(tx: Tx, fundId: number, limit: number): Promise<RecruiterRow[]> {
  const { rows } = await sql<RecruiterRow>`${recruiters} and d.fund_id = ${fundId}
    and (d.id in (select doctor_id from doctor_stage where stage in ('intends', 'filed', 'signed'))
      or d.id in (select doctor_id from contract where state in ('opened', 'signed')))
    order by d.id limit ${limit}`.execute(tx);
  return rows;
}

export async function recruiterById(tx: Tx, doctorId: number): Promise<RecruiterRow | undefined> {
  const { rows } = await sql<RecruiterRow>`${recruiters} and d.id = ${doctorId}`.execute(tx);
  return rows[0];
}
