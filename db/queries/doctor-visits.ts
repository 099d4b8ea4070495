import type { Tx } from "../connection";

/** Booked visits to a doctor that are not over, whoever makes them. */
export function comingVisits(tx: Tx, doctorId: number, since: Date) {
  return tx
    .selectFrom("visit as v")
    .leftJoin("account as a", "a.id", "v.delegate_id")
    .select(["v.id", "v.delegate_id", "v.starts_at", "v.ends_at", "v.zone", "a.name as delegate"])
    .where("v.doctor_id", "=", doctorId)
    .where("v.state", "=", "booked")
    .where("v.ends_at", ">", since)
    .orderBy("v.starts_at")
    .limit(50)
    .execute();
}
