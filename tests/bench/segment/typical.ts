import type { Group } from "~/segments/criteria";
import type { Pool } from "~db/connection";

interface Typical {
  readonly name: string;
  readonly criteria: Group;
  /** From `from` on, as somebody at a prompt would write it; the scope is added behind. */
  readonly bare: string;
}

const all = (...of: Group["of"]): Group => ({ match: "all", of });

/** What campaign officers ask for: the simplest, near the threshold, to complete, to take up again, to answer. */
export const TYPICAL: readonly Typical[] = [
  {
    name: "eligible in under-served areas",
    criteria: all(
      { kind: "verdict", is: ["yes"] },
      { kind: "zone", is: ["ZIP", "ZAC"] },
      { kind: "contract", signed: false },
    ),
    bare: `from score s left join doctor_facts f on f.doctor_id = s.doctor_id
      where s.verdict = 'yes' and s.zone in ('ZIP', 'ZAC') and f.signed_on is null`,
  },
  {
    name: "near the threshold, never met",
    criteria: all(
      { kind: "specialty", is: ["general-practice"] },
      { kind: "zone", is: ["ZIP", "ZAC"] },
      { kind: "nearness", side: "missing", from: 1, to: 50 },
      { kind: "contact", when: "never" },
    ),
    bare: `from score s join doctor_facts f on f.doctor_id = s.doctor_id
      where s.is_gp and s.zone in ('ZIP', 'ZAC') and f.mt_total between 725 and 774 and f.contacted_on is null`,
  },
  {
    name: "to complete, with an address",
    criteria: all(
      { kind: "specialty", is: ["general-practice"] },
      { kind: "verdict", is: ["unknown"] },
      { kind: "unknown-fact", is: ["fee_sector", "optam"] },
      { kind: "email", usable: true },
    ),
    bare: `from score s left join doctor_facts f on f.doctor_id = s.doctor_id
      where s.is_gp and s.verdict = 'unknown' and (f.fee_sector is null or f.optam is null)
        and exists (select from doctor_email e where e.doctor_id = s.doctor_id and e.kind = 'plain')`,
  },
  {
    name: "silent for half a year",
    criteria: all(
      { kind: "stage", is: ["none", "contacted"] },
      { kind: "contact", when: "before", days: 180 },
      {
        match: "none",
        of: [
          { kind: "verdict", is: ["no"] },
          { kind: "opt-out", of: ["email"], noted: true },
        ],
      },
    ),
    bare: `from score s join doctor_facts f on f.doctor_id = s.doctor_id left join doctor_stage st on st.doctor_id = s.doctor_id
      where (st.doctor_id is null or (st.stage = 'contacted' and st.lost_at is null)) and f.contacted_on < date '2026-11-24' - 180
        and s.verdict <> 'no' and not exists
          (select from opt_out o where o.doctor_id = s.doctor_id and o.channel = 'email' and o.lifted_at is null)`,
  },
  {
    name: "an objection to answer",
    criteria: all(
      { kind: "objection", is: ["OBJ_COST", "OBJ_TRAINING"] },
      { kind: "last-visit", is: ["objection", "later"] },
      { kind: "campaign", received: false, campaignId: null, days: 30 },
    ),
    bare: `from score s where exists
        (select from report r where r.doctor_id = s.doctor_id and r.objections && array['OBJ_COST', 'OBJ_TRAINING'])
      and exists (select from report r where r.doctor_id = s.doctor_id and r.result in ('objection', 'later')
        and not exists (select from report l where l.doctor_id = r.doctor_id and l.held_at > r.held_at))
      and not exists (select from recipient r where r.doctor_id = s.doctor_id and r.state = 'accepted'
        and r.settled_at >= timestamptz '2026-11-24 11:00:00Z' - interval '30 days')`,
  },
];

const DELEGATE = "00000000-0000-4000-8000-0000000000aa";
const CAMPAIGN = "00000000-0000-4000-8000-0000000000bb";

/** Addresses, stages, visits and letters for part of the population, by number: repeatable, no chance. */
export async function followUp(pool: Pool): Promise<void> {
  const statements = [
    `insert into account (id, role, name, email, fund_id) select '${DELEGATE}', 'delegate', 'D', 'd@cpam.example', min(id) from fund`,
    `insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on)
     select fund_id, id, id || '@cabinet.example', '', 'plain', 'bench', '2026-11-01' from doctor where id % 10 < 6`,
    `insert into doctor_stage (doctor_id, fund_id, stage, since)
     select id, fund_id, (array['contacted', 'visited', 'simulated'])[1 + id % 3], '2026-06-01' from doctor where id % 7 = 0`,
    `insert into opt_out (fund_id, doctor_id, channel, source) select fund_id, id, 'email', 'bench' from doctor where id % 40 = 0`,
    `insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness)
     select fund_id, '${DELEGATE}', id, at, at + interval '1 minute', 'Europe/Paris', 'done', 'day'
     from doctor, lateral (select timestamptz '2025-12-01' + id * interval '2 minutes' as at) t where id % 6 = 0`,
    `insert into report (id, fund_id, visit_id, doctor_id, delegate_id, result, objections, next_step, held_at)
     select gen_random_uuid(), fund_id, id, doctor_id, delegate_id,
       (array['interested', 'later', 'objection', 'refused', 'absent'])[1 + doctor_id / 6 % 5],
       case when doctor_id % 9 = 0 then array['OBJ_COST'] else '{}' end, 'none', starts_at from visit`,
    `insert into campaign (id, name, created_by) values ('${CAMPAIGN}', 'bench', '${DELEGATE}')`,
    `insert into recipient (campaign_id, fund_id, doctor_id, address, fingerprint, provider, zone, department, state, settled_at)
     select '${CAMPAIGN}', fund_id, id, id || '@cabinet.example', '', 'others', 'Europe/Paris', '44', 'accepted',
       timestamptz '2026-11-24 11:00:00Z' - id % 60 * interval '1 day' from doctor where id % 7 < 1`,
  ];
  for (const statement of statements) await pool.query(statement);
}
