import { CAMPAIGNS } from "../../rules/segments/some-criteria";
import type { TestDatabase } from "../../support/database";
import type { Told } from "./judge";

const DELEGATE = "00000000-0000-4000-8000-0000000000d1";

/** Visits, reports, letters, stages and refusals for a crowd, by their number: repeatable, and never all alike. */
export async function followUp({ pool }: TestDatabase): Promise<void> {
  const on = (text: string, values: unknown[] = []) => pool.query(text, values);
  await on("insert into account (id, role, name, email, fund_id) values ($1, 'delegate', 'D', 'd@cpam.example', 441)", [
    DELEGATE,
  ]);
  await on(
    "insert into sector (id, fund_id, name) overriding system value values (1, 441, 'A'), (2, 441, 'B'), (3, 491, 'C')",
  );
  await on(
    "update doctor set sector_id = case when fund_id = 441 then 1 + id % 3 % 2 when fund_id = 491 then 3 end where id % 5 > 0",
  );
  await on(`insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on)
    select fund_id, id, 'a' || k, '', kind, 's', '2026-01-01' from doctor, (values (0, 'plain'), (1, 'mssante'), (2, 'order')) as e(k, kind)
    where (id + k) % 4 = 0`);
  await on(`insert into doctor_stage (doctor_id, fund_id, stage, since, lost_at)
    select id, fund_id, (array['contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained'])[1 + id % 9],
      '2026-01-01', case when id % 10 = 0 then timestamptz '2026-02-01' end from doctor where id % 2 = 0`);
  await on(`insert into opt_out (fund_id, doctor_id, channel, category, source, lifted_at)
    select fund_id, id, (array['email', 'visit', 'call'])[1 + id % 3], case when id % 2 = 0 then 'event' end, 's',
      case when id % 7 = 0 then timestamptz '2026-03-01' end from doctor where id % 4 = 1`);
  await on(
    `insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness)
     select fund_id, $1, id, at, at + interval '1 minute', 'Europe/Paris', case when k = 2 then 'booked' else 'done' end, 'day'
     from doctor, generate_series(0, 2) k,
       lateral (select timestamptz '2026-11-24 11:00:00Z' + (k - 1) * interval '20 days' + (id - 2000) * interval '3 minutes' as at) t
     where (id + k) % 5 = 0`,
    [DELEGATE],
  );
  await on(`insert into report (id, fund_id, visit_id, doctor_id, delegate_id, result, objections, next_step, held_at)
    select gen_random_uuid(), v.fund_id, v.id, v.doctor_id, v.delegate_id,
      (array['interested', 'later', 'objection', 'refused', 'absent'])[1 + v.doctor_id / 5 % 5],
      case v.doctor_id % 3 when 0 then array['OBJ_COST', 'OBJ_AGE'] when 1 then array['OBJ_TRAINING'] else '{}' end, 'none', v.starts_at
    from visit v where v.state = 'done'`);
  await on("insert into campaign (id, fund_id, name, created_by) select id, 441, 'C', $1 from unnest($2::uuid[]) id", [
    DELEGATE,
    CAMPAIGNS,
  ]);
  await on(`insert into recipient (campaign_id, fund_id, doctor_id, address, fingerprint, provider, zone, department, state, settled_at)
    select c.id, d.fund_id, d.id, d.id || '@x', '', 'o', 'Europe/Paris', '44', (array['accepted', 'accepted', 'rejected', 'held_out'])[1 + d.id % 4],
      timestamptz '2026-11-24 11:00:00Z' - d.id % 500 * interval '1 day'
    from doctor d join campaign c on true where (d.id + ascii(right(c.id::text, 1))) % 3 = 0`);
}

/** Everybody, each table read by itself: no join and no condition that could be wrong in the same way. */
export async function everybodyTold({ pool }: TestDatabase): Promise<Told[]> {
  const all = async (table: string) =>
    (await pool.query<Record<string, never>>(`select * from ${table}`)).rows as Record<string, unknown>[];
  const [doctors, scores, facts, stages, reports, visits, letters, emails, refusals] = await Promise.all(
    ["doctor", "score", "doctor_facts", "doctor_stage", "report", "visit", "recipient", "doctor_email", "opt_out"].map(
      all,
    ),
  );
  const of = (rows: Record<string, unknown>[], id: unknown) => rows.filter((row) => row.doctor_id === id);
  const time = (value: unknown) => (value as Date).getTime();
  return scores!.map((score): Told => {
    const id = score.doctor_id as number;
    const doctor = doctors!.find((each) => each.id === id)!;
    const stage = of(stages!, id)[0];
    const key = doctor.practice_key;
    return {
      id,
      fund: doctor.fund_id as number,
      sector: doctor.sector_id as number | null,
      specialty: doctor.specialty as string,
      zone: score.zone as string | null,
      verdict: score.verdict as string,
      failing: score.failing as number,
      priority: score.priority as number,
      colleagues:
        key === null
          ? null
          : doctors!.filter((each) => each.practice_key === key && each.fund_id === doctor.fund_id).length,
      facts: of(facts!, id)[0] ?? {},
      stage: stage ? { stage: stage.stage as string, lost: stage.lost_at !== null } : null,
      reports: of(reports!, id).map((row) => ({
        result: row.result as string,
        objections: row.objections as string[],
        at: time(row.held_at),
      })),
      visitsBookedAt: of(visits!, id)
        .filter((row) => row.state === "booked")
        .map((row) => time(row.starts_at)),
      letters: of(letters!, id).map((row) => ({
        campaign: row.campaign_id as string,
        state: row.state as string,
        at: time(row.settled_at),
      })),
      addresses: of(emails!, id).map((row) => row.kind as string),
      refused: of(refusals!, id)
        .filter((row) => row.lifted_at === null)
        .map((row) => row.channel as string),
    };
  });
}
