import { type SqlBool, sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { ContractKind } from "~/contracts/contract";
import type { Milestone, MilestoneKind } from "~/contracts/milestone";
import type { Tx } from "../connection";

export type MilestoneState = "coming" | "due" | "done" | "cancelled";

/**
 * Puts the dates just computed beside those already kept: what was done or postponed by hand stays, what is no longer
 * planned is cancelled, and comes back if it is planned again.
 */
export async function savePlan(
  tx: Tx,
  { id, fund_id }: { id: string; fund_id: number },
  plan: readonly Milestone[],
  today: Day,
): Promise<void> {
  const rows = JSON.stringify(
    plan.map(({ key, kind, contractYear, on, minCents, maxCents, doneOn }) => ({
      key,
      kind,
      contract_year: contractYear,
      computed_on: on,
      min_cents: minCents,
      max_cents: maxCents,
      done_on: doneOn,
    })),
  );
  await sql`
    insert into milestone as kept (fund_id, contract_id, key, kind, contract_year, computed_on, min_cents, max_cents, done_on, state)
    select ${fund_id}, ${id}, p.key, p.kind, p.contract_year, p.computed_on, p.min_cents, p.max_cents, p.done_on,
      case when p.done_on is not null then 'done' when p.computed_on <= ${today} then 'due' else 'coming' end
    from jsonb_to_recordset(${rows}::jsonb) as p(key text, kind text, contract_year smallint, computed_on date,
      min_cents integer, max_cents integer, done_on date)
    on conflict (contract_id, key) do update set
      kind = excluded.kind, contract_year = excluded.contract_year, computed_on = excluded.computed_on,
      min_cents = excluded.min_cents, max_cents = excluded.max_cents,
      done_on = coalesce(excluded.done_on, kept.done_on),
      state = case when kept.state = 'done' or excluded.done_on is not null then 'done'
        when coalesce(kept.postponed_on, excluded.computed_on) <= ${today} then 'due' else 'coming' end`.execute(tx);
  await sql`
    update milestone set state = 'cancelled'
    where contract_id = ${id} and state in ('coming', 'due') and key <> all(${plan.map(({ key }) => key)}::text[])`.execute(
    tx,
  );
}

/** Every date of a contract, those without a day last. */
export function milestonesOfContract(tx: Tx, contractId: string) {
  return tx
    .selectFrom("milestone as m")
    .leftJoin("account as a", "a.id", "m.done_by")
    .select(["m.id", "m.key", "m.contract_year", "m.computed_on", "m.postponed_on", "m.postponed_for", "m.due_on"])
    .select(["m.min_cents", "m.max_cents", "m.done_on", "a.name as done_by"])
    .select([sql<MilestoneKind>`m.kind`.as("kind"), sql<MilestoneState>`m.state`.as("state")])
    .where("m.contract_id", "=", contractId)
    .where("m.state", "<>", "cancelled")
    .orderBy(sql`m.due_on asc nulls last`)
    .orderBy("m.key")
    .execute();
}

function openOnes(tx: Tx) {
  return tx
    .selectFrom("milestone as m")
    .innerJoin("contract as c", "c.id", "m.contract_id")
    .leftJoin("doctor as d", "d.id", "c.doctor_id")
    .select(["m.id", "m.contract_id", "m.key", "m.contract_year", "m.min_cents", "m.max_cents", "m.state"])
    .select(["m.postponed_for", "c.doctor_id", "c.company", "c.fund_id", "d.last_name", "d.first_name", "d.town"])
    .select([
      sql<MilestoneKind>`m.kind`.as("kind"),
      sql<Day>`m.due_on`.as("due_on"),
      sql<ContractKind>`c.kind`.as("contract_kind"),
      sql<boolean>`exists (select from contract_event e where e.contract_id = m.contract_id and e.step = 'suspend'
        and e.on_day <= m.due_on)`.as("after_suspension"),
    ])
    .where("m.state", "in", ["coming", "due"]);
}

export type OpenMilestone = Awaited<ReturnType<typeof openMilestones>>[number];

/** What is to be done between two days (the second excluded), the earliest first. */
export function openMilestones(
  tx: Tx,
  { from, until, after = null }: { from: Day | null; until: Day; after?: { dueOn: Day; id: string } | null },
  limit: number,
) {
  return openOnes(tx)
    .where("m.due_on", "<", until)
    .$if(from !== null, (query) => query.where("m.due_on", ">=", from!))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(m.due_on, m.id) > (${after!.dueOn}::date, ${after!.id}::uuid)`),
    )
    .orderBy("m.due_on")
    .orderBy("m.id")
    .limit(limit)
    .execute();
}

export async function countOpenMilestones(
  tx: Tx,
  { today, monthEnd, horizon }: { today: Day; monthEnd: Day; horizon: Day },
): Promise<{ late: number; month: number; next: number }> {
  const { rows } = await sql<{ late: number; month: number; next: number }>`
    select count(*) filter (where due_on < ${today}) as late,
      count(*) filter (where due_on >= ${today} and due_on <= ${monthEnd}) as month,
      count(*) filter (where due_on > ${monthEnd}) as next
    from milestone where state in ('coming', 'due') and due_on < ${horizon}`.execute(tx);
  return rows[0]!;
}

/** Everything a delegate or a manager answers for, read by the night: of these sectors, or of the whole fund. */
export function openMilestonesOf(
  tx: Tx,
  { fundId, sectorIds, until }: { fundId: number; sectorIds: readonly number[] | null; until: Day },
) {
  const inSectors = sql<SqlBool>`(d.sector_id = any(${[...(sectorIds ?? [])]}::integer[]) or exists (select from contract_member cm
    join doctor md on md.id = cm.doctor_id where cm.contract_id = c.id and md.sector_id = any(${[...(sectorIds ?? [])]}::integer[])))`;
  return openOnes(tx)
    .where("m.fund_id", "=", fundId)
    .where("m.due_on", "<", until)
    .$if(sectorIds !== null, (query) => query.where(inSectors))
    .orderBy("m.due_on")
    .orderBy("m.id")
    .limit(1_000)
    .execute();
}

export function milestoneById(tx: Tx, id: string) {
  return tx
    .selectFrom("milestone")
    .select(["id", "contract_id", "key", "contract_year", "due_on", "postponed_on", "postponed_for", "computed_on"])
    .select([sql<MilestoneKind>`kind`.as("kind"), sql<MilestoneState>`state`.as("state")])
    .where("id", "=", id)
    .executeTakeFirst();
}

export interface MilestoneChange {
  readonly state?: MilestoneState;
  readonly done_on?: Day | null;
  readonly done_by?: string | null;
  readonly postponed_on?: Day | null;
  readonly postponed_for?: string | null;
}

/** Only from the states and the day that were read. False when somebody was faster. */
export async function changeMilestone(
  tx: Tx,
  from: { id: string; states: readonly MilestoneState[]; dueOn: Day | null },
  change: MilestoneChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("milestone")
    .set(change)
    .where("id", "=", from.id)
    .where("state", "in", [...from.states])
    .where(sql<SqlBool>`due_on is not distinct from ${from.dueOn}::date`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Days pass: what falls today or fell before is due. Returns how many. */
export async function raiseDueMilestones(tx: Tx, today: Day, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("milestone")
    .set({ state: "due", raised_at: now })
    .where("state", "=", "coming")
    .where("due_on", "<=", today)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
