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

export interface Around {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** The communes of a rectangle whose own point is known, the largest first. */
export function largestTowns(tx: Tx, around: Around, limit: number) {
  return tx
    .selectFrom("commune")
    .select(["name", "latitude", "longitude"])
    .where("kind", "=", "commune")
    .where("precision", "=", "exact")
    .where("latitude", ">=", around.south)
    .where("latitude", "<=", around.north)
    .where("longitude", ">=", around.west)
    .where("longitude", "<=", around.east)
    .orderBy(sql`population desc nulls last`)
    .orderBy("code")
    .limit(limit)
    .execute();
}
