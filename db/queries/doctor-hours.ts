import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Closure, WeekHours } from "~/visits/hours";
import type { Tx } from "../connection";

/** Hours that somebody noted, by doctor; those of whom nothing is known are absent. */
export async function hoursOf(tx: Tx, doctorIds: readonly number[]): Promise<Map<number, WeekHours>> {
  const rows = await tx
    .selectFrom("doctor_hours")
    .select(["doctor_id", "windows"])
    .where("doctor_id", "=", sql<number>`any(${[...doctorIds]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.doctor_id, row.windows as unknown as WeekHours]));
}

export async function closuresOf(
  tx: Tx,
  doctorIds: readonly number[],
  first: Day,
  last: Day,
): Promise<Map<number, Closure[]>> {
  const rows = await tx
    .selectFrom("closure")
    .select(["doctor_id", "from_on as fromOn", "to_on as toOn"])
    .where("doctor_id", "=", sql<number>`any(${[...doctorIds]}::bigint[])`)
    .where("from_on", "<=", last)
    .where("to_on", ">=", first)
    .execute();
  const byDoctor = new Map<number, Closure[]>();
  for (const { doctor_id, ...closure } of rows) byDoctor.set(doctor_id, [...(byDoctor.get(doctor_id) ?? []), closure]);
  return byDoctor;
}

/** The hours of a doctor with who noted them, and when. */
export async function hoursSheet(tx: Tx, doctorId: number) {
  const row = await tx
    .selectFrom("doctor_hours as h")
    .leftJoin("account as a", "a.id", "h.noted_by")
    .select(["h.windows", "h.noted_at", "a.name as by"])
    .where("h.doctor_id", "=", doctorId)
    .executeTakeFirst();
  return row && { week: row.windows as unknown as WeekHours, notedAt: row.noted_at, by: row.by };
}

/** Writes over the hours one has seen, and over no others. Returns whether it did. */
export async function saveHours(
  tx: Tx,
  doctor: { id: number; fundId: number },
  hours: { week: WeekHours; by: string; at: Date; seenAt: Date | null },
): Promise<boolean> {
  const row = { windows: JSON.stringify(hours.week), noted_by: hours.by, noted_at: hours.at };
  if (hours.seenAt === null) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("doctor_hours")
      .values({ doctor_id: doctor.id, fund_id: doctor.fundId, ...row })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable("doctor_hours")
    .set(row)
    .where("doctor_id", "=", doctor.id)
    // What crossed the screen has lost its microseconds.
    .where(sql`date_trunc('milliseconds', noted_at)`, "=", hours.seenAt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Closures that are not over. */
export function closuresSince(tx: Tx, doctorId: number, day: Day) {
  return tx
    .selectFrom("closure")
    .select(["id", "from_on as fromOn", "to_on as toOn"])
    .where("doctor_id", "=", doctorId)
    .where("to_on", ">=", day)
    .orderBy("from_on")
    .orderBy("id")
    .limit(100)
    .execute();
}

export async function insertClosure(
  tx: Tx,
  doctor: { id: number; fundId: number },
  closure: Closure & { by: string },
): Promise<void> {
  await tx
    .insertInto("closure")
    .values({
      doctor_id: doctor.id,
      fund_id: doctor.fundId,
      from_on: closure.fromOn,
      to_on: closure.toOn,
      noted_by: closure.by,
    })
    .execute();
}

export async function deleteClosure(tx: Tx, doctorId: number, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("closure")
    .where("id", "=", id)
    .where("doctor_id", "=", doctorId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
