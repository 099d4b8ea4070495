import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Category } from "~/campaigns/campaign";
import type { JourneyStep, StepKind, StopRule } from "~/campaigns/journeys/journey";
import type { RecipientState } from "~/campaigns/ledger/ledger";
import type { Tx } from "../connection";

export interface Admission {
  readonly journeyId: string;
  readonly fundId: number;
  /** Over `score s`. */
  readonly condition: Expression<SqlBool>;
  readonly holdoutPercent: number;
  readonly now: Date;
}

/** Who meets the criteria and never entered comes in; whoever is in stays. Those kept aside are drawn by practice. */
export async function letIn(
  tx: Tx,
  ask: Admission,
): Promise<{ doctors: number; entered: number; keptAside: number[] }> {
  const { rows } = await sql<{ doctors: number; entered: number; kept_aside: number[] }>`
    with member as materialized (
      select d.id, d.fund_id, d.practice_key, fund.zone, coalesce(commune.department, fund.department) as department
      from score s join doctor d on d.id = s.doctor_id join fund on fund.id = d.fund_id
      left join commune on commune.code = d.commune_code
      where d.gone_on is null and s.fund_id = ${ask.fundId} and (${ask.condition})),
    entered as (
      insert into journey_entry (journey_id, fund_id, doctor_id, zone, department, entered_at, last_on, look_at, state)
      select ${ask.journeyId}::uuid, fund_id, id, zone, department, ${ask.now}::timestamptz, (${ask.now}::timestamptz at time zone zone)::date,
        ${ask.now}::timestamptz,
        case when ('x' || substr(md5(${ask.journeyId} || coalesce(practice_key, id::text)), 1, 8))::bit(32)::bigint % 100 < ${ask.holdoutPercent}
          then 'held_out' else 'active' end
      from member on conflict (journey_id, doctor_id) do nothing returning doctor_id, state)
    select (select count(*) from member) as doctors, count(*) filter (where state = 'active') as entered,
      coalesce(array_agg(doctor_id) filter (where state = 'held_out'), '{}') as kept_aside from entered`.execute(tx);
  const { doctors, entered, kept_aside: keptAside } = rows[0]!;
  return { doctors, entered, keptAside: keptAside.map(Number) };
}

/** One entry to look at, with the plan it follows and all that has happened to its doctor since. */
export interface DueEntry {
  readonly id: number;
  readonly journey_id: string;
  readonly fund_id: number;
  readonly doctor_id: number;
  readonly sector_id: number | null;
  readonly zone: string;
  readonly department: string;
  readonly step: number;
  readonly last_on: Day;
  readonly category: Category;
  readonly steps: JourneyStep[];
  readonly stops: StopRule[];
  readonly is_gone: boolean;
  readonly opposed_at: Date | null;
  readonly booked_at: Date | null;
  readonly asked_at: Date | null;
  readonly reported_at: Date | null;
  readonly signed_at: Date | null;
  readonly colleague_signed_at: Date | null;
  readonly has_visit_ahead: boolean;
  readonly visit_asked_on: Day | null;
  readonly begun_on: Day | null;
  readonly recipient_id: number | null;
  readonly letter_state: RecipientState | null;
  readonly letter_at: Date | null;
  readonly follow_up_id: string | null;
  readonly task_over_at: Date | null;
  readonly task_dropped: boolean;
  readonly visit_since_at: Date | null;
}

/** Locks the next entries to look at; those another worker holds are passed over. */
export async function claimEntries(tx: Tx, now: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select e.id from journey_entry e join journey j on j.id = e.journey_id and j.state = 'running'
    where e.state = 'active' and e.look_at <= ${now}
    order by e.look_at, e.id limit ${sql.lit(limit)} for update of e skip locked`.execute(tx);
  return rows.map(({ id }) => id);
}

const SIGNED = sql`('signed', 'hired', 'trained')`;

export async function entriesWithFacts(tx: Tx, ids: readonly number[], now: Date): Promise<DueEntry[]> {
  const { rows } = await sql<DueEntry>`
    select e.id, e.journey_id, e.fund_id, e.doctor_id, d.sector_id, e.zone, e.department, e.step, e.last_on, j.category, j.steps, j.stops,
      d.gone_on is not null as is_gone,
      (select min(greatest(o.noted_at, e.entered_at)) from opt_out o where o.doctor_id = e.doctor_id and o.lifted_at is null and (
        o.channel = 'email' and j.steps @> '[{"kind": "letter"}]' and (o.category is null or o.category = j.category)
        or o.channel <> 'email' and j.steps @> jsonb_build_array(jsonb_build_object('kind', o.channel)))) as opposed_at,
      (select min(greatest(v.created_at, e.entered_at)) from visit v where v.doctor_id = e.doctor_id and (v.state = 'booked' and v.starts_at > ${now}
        or v.state in ('booked', 'done') and v.created_at >= e.entered_at)) as booked_at,
      (select min(f.created_at) from follow_up f where f.doctor_id = e.doctor_id and f.created_at >= e.entered_at and f.report_id is null
        and exists (select from recipient r where r.doctor_id = e.doctor_id and left(r.campaign_id::text, 24) = left(f.id::text, 24))) as asked_at,
      (select min(r.recorded_at) from report r where r.doctor_id = e.doctor_id and r.recorded_at >= e.entered_at and r.result <> 'absent') as reported_at,
      (select greatest(s.since, e.entered_at) from doctor_stage s where s.doctor_id = e.doctor_id and s.stage in ${SIGNED}) as signed_at,
      (select min(greatest(s.since, e.entered_at)) from doctor c join doctor_stage s on s.doctor_id = c.id and s.stage in ${SIGNED}
        where c.fund_id = d.fund_id and c.practice_key = d.practice_key and c.id <> d.id) as colleague_signed_at,
      exists (select from visit v where v.doctor_id = e.doctor_id and v.state = 'booked' and v.starts_at > ${now}) as has_visit_ahead,
      (select min(o.begun_on) from journey_turn o where o.entry_id = e.id and o.kind = 'visit') as visit_asked_on,
      t.begun_on, t.recipient_id, m.state as letter_state, m.settled_at as letter_at, t.follow_up_id,
      case when f.state <> 'open' then coalesce(f.closed_at, ${now}) when t.follow_up_id is not null and f.id is null then ${now} end as task_over_at,
      coalesce(f.state = 'dropped', f.id is null) as task_dropped,
      case when t.kind = 'visit' then (select min(v.created_at) from visit v where v.doctor_id = e.doctor_id and v.state in ('booked', 'done')
        and v.created_at >= t.begun_at) end as visit_since_at
    from journey_entry e join journey j on j.id = e.journey_id join doctor d on d.id = e.doctor_id
    left join journey_turn t on t.entry_id = e.id and t.step = e.step
    left join recipient m on m.id = t.recipient_id
    left join follow_up f on f.id = t.follow_up_id
    where e.id = any(${[...ids]}::bigint[]) order by e.id`.execute(tx);
  return rows;
}

export interface NewTurn {
  readonly entryId: number;
  readonly step: number;
  readonly fundId: number;
  readonly doctorId: number;
  readonly kind: StepKind;
  readonly on: Day;
  readonly at: Date;
  readonly recipientId: number | null;
  readonly followUpId: string | null;
}

/** Fails when the step was begun already: nothing of the transaction then holds. */
export async function beginTurn(tx: Tx, turn: NewTurn): Promise<void> {
  await tx
    .insertInto("journey_turn")
    .values({
      entry_id: turn.entryId,
      step: turn.step,
      fund_id: turn.fundId,
      doctor_id: turn.doctorId,
      kind: turn.kind,
      begun_on: turn.on,
      begun_at: turn.at,
      recipient_id: turn.recipientId,
      follow_up_id: turn.followUpId,
    })
    .execute();
}

export async function endTurn(
  tx: Tx,
  { entryId, step }: { entryId: number; step: number },
  end: { result: "done" | "passed"; because: string | null; on: Day },
): Promise<void> {
  await tx
    .updateTable("journey_turn")
    .set({ result: end.result, because: end.because, over_on: end.on })
    .where("entry_id", "=", entryId)
    .where("step", "=", step)
    .execute();
}

export interface EntryChange {
  readonly step: number;
  readonly last_on: Day;
  readonly look_at: Date;
  readonly state?: "active" | "stopped" | "finished";
  readonly because?: string | null;
  readonly over_on?: Day;
}

export async function moveEntry(tx: Tx, id: number, change: EntryChange): Promise<void> {
  await tx.updateTable("journey_entry").set(change).where("id", "=", id).execute();
}

/** A letter that has not left stays here; one in a sender's hands settles itself. */
export async function withdrawLetters(tx: Tx, recipientIds: readonly number[], at: Date): Promise<void> {
  if (recipientIds.length === 0) return;
  await sql`
    update recipient set state = 'cancelled', settled_at = ${at}, claim = null
    where id = any(${[...recipientIds]}::bigint[]) and state in ('waiting', 'deferred')`.execute(tx);
}

/** Ends the journey for everybody still in it. What is open is given back, to be withdrawn. */
export async function stopEverybody(
  tx: Tx,
  journeyId: string,
  now: Date,
): Promise<{ followUps: string[]; stopped: number }> {
  const { rows } = await sql<{ follow_up_id: string | null }>`
    with over as (
      update journey_entry e set state = 'stopped', because = 'ended', over_on = (${now}::timestamptz at time zone e.zone)::date
      where e.journey_id = ${journeyId} and e.state = 'active' returning e.id, e.step)
    select t.follow_up_id from over left join journey_turn t on t.entry_id = over.id and t.step = over.step and t.result is null`.execute(
    tx,
  );
  return { followUps: rows.flatMap(({ follow_up_id: id }) => id ?? []), stopped: rows.length };
}
