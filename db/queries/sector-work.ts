import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

/** Days after which somebody met once may be seen again like anybody (app/visits/urgency.ts). */
const PEACE_DAYS = 180;

export interface WorkRow {
  readonly commune_code: string | null;
  readonly sector_id: number | null;
  /** Doctors who practise there. */
  readonly doctors: number;
  /** Those worth a visit, promised ones included. */
  readonly to_see: number;
  /** Those among them in an under-served area. */
  readonly to_see_zip: number;
  /** With a visit booked: they stay with their delegate until it is held. */
  readonly held: number;
}

/**
 * The visits that a fund still has to make, by commune and by the sector its doctors belong to now: worth a contact and not
 * met, met long ago, found absent, or promised a visit by that day.
 */
export async function workByCommune(tx: Tx, fundId: number, { now, until }: { now: Date; until: Day }) {
  const { rows } = await sql<WorkRow>`
    with met as (select distinct on (r.doctor_id) r.doctor_id, r.held_at, r.result from report r
        where r.fund_id = ${fundId} order by r.doctor_id, r.held_at desc),
      promised as (select f.doctor_id, min(f.due_on) as due_on from follow_up f
        where f.fund_id = ${fundId} and f.state = 'open' and f.kind = 'visit' group by 1),
      refused as (select distinct o.doctor_id from opt_out o
        where o.fund_id = ${fundId} and o.channel = 'visit' and o.lifted_at is null),
      booked as (select distinct v.doctor_id from visit v
        where v.fund_id = ${fundId} and v.state = 'booked' and v.ends_at > ${now}::timestamptz - ${REPORT_DAYS}),
      judged as (
        select d.commune_code, d.sector_id, coalesce(s.zone, '') = 'ZIP' as zip, b.doctor_id is not null as held,
          b.doctor_id is not null or (s.priority > 0 and k.signed_on is null and no.doctor_id is null and st.lost_at is null
            and case when p.due_on is not null then p.due_on <= ${until}
              else m.doctor_id is null or m.result = 'absent'
                or (m.result <> 'refused' and m.held_at < ${now}::timestamptz - ${PEACE_DAYS} * interval '1 day') end) as to_see
        from doctor d left join score s on s.doctor_id = d.id left join doctor_facts k on k.doctor_id = d.id
          left join doctor_stage st on st.doctor_id = d.id
          left join met m on m.doctor_id = d.id left join promised p on p.doctor_id = d.id
          left join refused no on no.doctor_id = d.id left join booked b on b.doctor_id = d.id
        where d.fund_id = ${fundId} and d.gone_on is null)
    select commune_code, sector_id, count(*)::int as doctors, (count(*) filter (where to_see))::int as to_see,
      (count(*) filter (where to_see and zip))::int as to_see_zip, (count(*) filter (where held))::int as held
    from judged group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}

/** A visit that took place may be reported for some days: its doctor stays in sight as long. */
export const REPORT_DAYS = sql`interval '7 days'`;

export interface SectorCommune {
  readonly code: string;
  readonly name: string;
  readonly sector_id: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly population: number | null;
}

export async function communesOfSectors(tx: Tx, fundId: number): Promise<SectorCommune[]> {
  return tx
    .selectFrom("sector_commune as sc")
    .innerJoin("commune as c", "c.code", "sc.commune_code")
    .select(["c.code", "c.name", "sc.sector_id", "c.latitude", "c.longitude", "c.population"])
    .where("sc.fund_id", "=", fundId)
    .orderBy("c.code")
    .execute();
}
