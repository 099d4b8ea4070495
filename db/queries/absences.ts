import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { AbsenceKind, AbsencePart } from "~/visits/settings/absence";
import type { Tx } from "../connection";
import type { Changed } from "./visits";

export interface AbsenceRow {
  readonly id: string;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly part: AbsencePart;
  readonly kind: AbsenceKind;
}

const ABSENCE = ["a.id", "a.from_on as fromOn", "a.to_on as toOn"] as const;
const words = [sql<AbsencePart>`a.part`.as("part"), sql<AbsenceKind>`a.kind`.as("kind")];

/** Those that are not over on that day, and the latest that are. */
export function absencesSince(tx: Tx, accountId: string, day: Day): Promise<AbsenceRow[]> {
  return tx
    .selectFrom("absence as a")
    .select(ABSENCE)
    .select(words)
    .where("a.account_id", "=", accountId)
    .where("a.to_on", ">=", day)
    .orderBy("a.from_on")
    .orderBy("a.part")
    .limit(500)
    .execute();
}

export async function insertAbsence(
  tx: Tx,
  owner: { id: string; fundId: number },
  absence: Omit<AbsenceRow, "id">,
): Promise<string> {
  const { id } = await tx
    .insertInto("absence")
    .values({
      fund_id: owner.fundId,
      account_id: owner.id,
      from_on: absence.fromOn,
      to_on: absence.toOn,
      part: absence.part,
      kind: absence.kind,
      noted_by: owner.id,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** What was removed, so that it can be noted again. */
export function deleteAbsence(tx: Tx, accountId: string, id: string): Promise<AbsenceRow | undefined> {
  return tx
    .deleteFrom("absence as a")
    .where("a.id", "=", id)
    .where("a.account_id", "=", accountId)
    .returning(ABSENCE)
    .returning(words)
    .executeTakeFirst();
}

/** Days on which other delegates of the fund are away: no reason, only that they are. */
export function absencesOfOthers(tx: Tx, fundId: number, exceptId: string, since: Day) {
  return tx
    .selectFrom("absence")
    .select(["account_id as accountId", "from_on as fromOn", "to_on as toOn"])
    .where("fund_id", "=", fundId)
    .where("account_id", "<>", exceptId)
    .where("to_on", ">=", since)
    .orderBy("from_on")
    .limit(1_000)
    .execute();
}

export type CoverRow = Awaited<ReturnType<typeof coversSince>>[number];

/** Where this delegate is absent or stands in for somebody, on that day or later. */
export function coversSince(tx: Tx, accountId: string, day: Day) {
  return coverSheets(tx)
    .where((row) => row.or([row("c.absent_id", "=", accountId), row("c.by_id", "=", accountId)]))
    .where("c.to_on", ">=", day)
    .orderBy("c.from_on")
    .orderBy("c.id")
    .execute();
}

export function ownCover(tx: Tx, absentId: string, id: number) {
  return coverSheets(tx).where("c.id", "=", id).where("c.absent_id", "=", absentId).executeTakeFirst();
}

function coverSheets(tx: Tx) {
  return tx
    .selectFrom("cover as c")
    .innerJoin("account as absent", "absent.id", "c.absent_id")
    .innerJoin("account as by", "by.id", "c.by_id")
    .select(["c.id", "c.from_on as fromOn", "c.to_on as toOn", "c.absent_id as absentId", "c.by_id as byId"])
    .select(["absent.name as absent", "by.name as by"]);
}

export type VisitToArrange = Awaited<ReturnType<typeof visitsToArrange>>[number];

/** Booked visits of this delegate, and those they handed over, that begin between two instants. */
export function visitsToArrange(tx: Tx, accountId: string, from: Date, to: Date) {
  return tx
    .selectFrom("visit as v")
    .leftJoin("doctor as d", "d.id", "v.doctor_id")
    .leftJoin("account as holder", "holder.id", "v.delegate_id")
    .select(["v.id", "v.version", "v.doctor_id", "v.delegate_id", "v.handed_by", "v.starts_at", "v.ends_at", "v.zone"])
    .select(["d.last_name", "d.first_name", "d.town", "holder.name as holder"])
    .where("v.state", "=", "booked")
    .where((v) => v.or([v("v.delegate_id", "=", accountId), v("v.handed_by", "=", accountId)]))
    .where("v.starts_at", ">=", from)
    .where("v.starts_at", "<", to)
    .orderBy("v.starts_at")
    .orderBy("v.id")
    .execute();
}

/** Puts a visit in another delegate's week; `taken` when they have one at that time. Every calendar hears of it. */
export async function handVisit(
  tx: Tx,
  visit: { id: string; version: number },
  to: { delegateId: string; handedBy: string | null },
): Promise<Changed> {
  await sql`savepoint hand_visit`.execute(tx);
  try {
    const { numUpdatedRows } = await tx
      .updateTable("visit")
      .set({
        delegate_id: to.delegateId,
        handed_by: to.handedBy,
        plan_id: null, // the week it was planned in is not the new holder's
        sequence: sql<number>`sequence + 1`,
        version: sql<number>`version + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", visit.id)
      .where("version", "=", visit.version)
      .where("state", "=", "booked")
      .executeTakeFirst();
    await sql`release savepoint hand_visit`.execute(tx);
    return numUpdatedRows === 1n ? "done" : "stale";
  } catch (error) {
    if ((error as { code?: string }).code !== "23P01") throw error; // the exclusion constraint decides, even in a race
    await sql`rollback to savepoint hand_visit`.execute(tx);
    return "taken";
  }
}
