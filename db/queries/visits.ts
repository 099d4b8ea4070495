import { sql } from "kysely";
import type { Firmness, VisitState } from "~/visits/visit";
import type { Tx } from "../connection";

export interface NewVisit {
  readonly id?: string;
  readonly fundId: number;
  readonly delegateId: string;
  readonly doctorId: number;
  readonly practiceKey: string | null;
  readonly planId?: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly state: VisitState;
  readonly firmness: Firmness;
  readonly reason: string;
}

/**
 * One at a time for a delegate and for a doctor, until the transaction ends. The constraints alone are right but slow: two
 * visits moved to one slot at once would wait for each other until PostgreSQL ends one of them a second later.
 */
export function waitForTurn(tx: Tx, delegateId: string, doctorId: number): Promise<void> {
  return waitForTurns(tx, delegateId, [doctorId]);
}

/** As `waitForTurn`, for whoever books several at once: all the turns are taken first, in one order for everybody. */
export async function waitForTurns(tx: Tx, delegateId: string, doctorIds: readonly number[]): Promise<void> {
  const names = [`visits of ${delegateId}`, ...doctorIds.map((id) => `visits to ${id}`)];
  await sql`
    select pg_advisory_xact_lock(key) from (
      select hashtextextended(name, 0) as key from unnest(${names}::text[]) as name
      order by 1
    ) as keys`.execute(tx);
}

/** The id, or null when the delegate or the doctor is taken at that time: the constraints decide, even in a race. */
export async function insertVisit(tx: Tx, visit: NewVisit): Promise<string | null> {
  const row = await tx
    .insertInto("visit")
    .values({
      ...(visit.id === undefined ? {} : { id: visit.id }),
      fund_id: visit.fundId,
      delegate_id: visit.delegateId,
      doctor_id: visit.doctorId,
      practice_key: visit.practiceKey,
      plan_id: visit.planId ?? null,
      starts_at: visit.startsAt,
      ends_at: visit.endsAt,
      zone: visit.zone,
      state: visit.state,
      firmness: visit.firmness,
      reason: visit.reason,
    })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface VisitChange {
  readonly starts_at?: Date;
  readonly ends_at?: Date;
  readonly state?: VisitState;
  readonly firmness?: Firmness;
  readonly reason?: string;
  readonly cancelled_by?: "doctor" | "delegate" | "plan" | null;
}

export type Changed = "done" | "taken" | "stale";

/**
 * Changes the version one has read. `taken`: the new time is somebody else's; `stale`: the visit was changed meanwhile.
 * `tellsCalendars` raises the sequence of its iCalendar event.
 */
export async function changeVisit(
  tx: Tx,
  visit: { id: string; version: number },
  change: VisitChange,
  tellsCalendars: boolean,
): Promise<Changed> {
  await sql`savepoint change_visit`.execute(tx);
  try {
    const { numUpdatedRows } = await tx
      .updateTable("visit")
      .set({
        ...change,
        version: sql`version + 1`,
        updated_at: sql`now()`,
        ...(tellsCalendars ? { sequence: sql<number>`sequence + 1` } : {}),
      })
      .where("id", "=", visit.id)
      .where("version", "=", visit.version)
      .executeTakeFirst();
    await sql`release savepoint change_visit`.execute(tx);
    return numUpdatedRows === 1n ? "done" : "stale";
  } catch (error) {
    if (!FASTER_ONES.includes((error as { code?: string }).code ?? "")) throw error;
    await sql`rollback to savepoint change_visit`.execute(tx);
    return "taken";
  }
}

/** Exclusion violation; and deadlock, which is how PostgreSQL ends the wait of two changes for each other's slot. */
const FASTER_ONES = ["23P01", "40P01"];

const SHEET = [
  "v.id",
  "v.fund_id",
  "v.delegate_id",
  "v.doctor_id",
  "v.practice_key",
  "v.plan_id",
  "v.starts_at",
  "v.ends_at",
  "v.zone",
  "v.reason",
  "v.cancelled_by",
  "v.sequence",
  "v.version",
  "v.updated_at",
  "d.last_name",
  "d.first_name",
] as const;

function visitSheets(tx: Tx) {
  return tx
    .selectFrom("visit as v")
    .innerJoin("doctor as d", "d.id", "v.doctor_id")
    .leftJoin("account as a", "a.id", "v.delegate_id")
    .select(SHEET)
    .select(["a.name as delegate"])
    .select([sql<VisitState>`v.state`.as("state"), sql<Firmness>`v.firmness`.as("firmness")]);
}

export type VisitSheet = NonNullable<Awaited<ReturnType<typeof visitById>>>;

export function visitById(tx: Tx, id: string) {
  return visitSheets(tx).where("v.id", "=", id).executeTakeFirst();
}

/** A delegate's visits that touch the time between two instants, in order; the states asked for. */
export function visitsBetween(tx: Tx, delegateId: string, from: Date, to: Date, states: readonly VisitState[]) {
  return visitSheets(tx)
    .where("v.delegate_id", "=", delegateId)
    .where("v.starts_at", "<", to)
    .where("v.ends_at", ">", from)
    .where("v.state", "in", [...states])
    .orderBy("v.starts_at")
    .orderBy("v.id")
    .execute();
}

/** What stands in the way of a time: a booked visit of this delegate or of this doctor. */
export function bookedAcross(
  tx: Tx,
  time: { delegateId: string; doctorId: number; startsAt: Date; endsAt: Date; exceptId: string | null },
) {
  return visitSheets(tx)
    .where("v.state", "=", "booked")
    .where((v) => v.or([v("v.delegate_id", "=", time.delegateId), v("v.doctor_id", "=", time.doctorId)]))
    .where("v.starts_at", "<", time.endsAt)
    .where("v.ends_at", ">", time.startsAt)
    .where((v) => v.and(time.exceptId === null ? [] : [v("v.id", "<>", time.exceptId)]))
    .orderBy("v.starts_at")
    .executeTakeFirst();
}
