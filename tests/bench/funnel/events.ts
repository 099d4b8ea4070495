import type { Pool } from "~db/connection";

const STAGES =
  "array['contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained']";
const FEWEST = 3;

/**
 * Moves for half of the doctors, by number: repeatable, no chance. Each goes some stages up, a few weeks apart; one in nine
 * is lost. As many moves as asked for, and the standing they lead to.
 */
export async function happen(pool: Pool, doctors: number, events: number): Promise<void> {
  const perDoctor = Math.max(FEWEST, Math.round((2 * events) / doctors));
  await pool.query(
    `with moving as (select d.id, d.fund_id, least(9, 1 + d.id % (2 * $2::integer - 1))::integer as steps
       from (select id, fund_id, row_number() over (order by id) as rank from doctor) d where d.rank <= $1 and d.rank % 2 = 0)
     insert into funnel_move (fund_id, doctor_id, from_stage, to_stage, cause, reason, at)
     select m.fund_id, m.id, case when s > 1 then (${STAGES})[s - 1] end, (${STAGES})[s], 'report', null,
       timestamptz '2025-09-01 09:00Z' + (m.id % 300) * interval '1 day' + s * (1 + m.id % 19) * interval '1 day'
     from moving m cross join lateral generate_series(1, m.steps) s order by 7 limit $3`,
    [doctors, perDoctor, events],
  );
  await pool.query(
    `insert into doctor_stage (doctor_id, fund_id, stage, since, lost_at, lost_reason)
     select distinct on (doctor_id) doctor_id, fund_id, to_stage, at, case when doctor_id % 9 = 0 then at + interval '2 days' end,
       case when doctor_id % 9 = 0 then 'OBJ_COST' end
     from funnel_move order by doctor_id, at desc, id desc`,
  );
}
