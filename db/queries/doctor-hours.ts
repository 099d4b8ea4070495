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
