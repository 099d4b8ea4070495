import { sql } from "kysely";
import type { Tx } from "../connection";

/** The next visit booked with each doctor, by whichever delegate; doctors who have none are absent. */
export async function nextVisits(tx: Tx, doctorIds: readonly number[], since: Date) {
  const rows = await tx
    .selectFrom("visit")
    .distinctOn("doctor_id")
    .select(["doctor_id", "starts_at", "zone"])
    .where("doctor_id", "=", sql<number>`any(${[...doctorIds]}::bigint[])`)
    .where("state", "=", "booked")
    .where("ends_at", ">", since)
    .orderBy("doctor_id")
    .orderBy("starts_at")
    .execute();
  return new Map(rows.map((row) => [row.doctor_id, row]));
}
