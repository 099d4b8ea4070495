import { sql } from "kysely";
import type { Result } from "~/visits/report/result";
import type { Firmness, VisitState } from "~/visits/visit";
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

/** Visits that are over, missed or cancelled, the latest first, with what came of each. */
export function pastVisits(tx: Tx, doctorId: number, now: Date, limit: number) {
  return tx
    .selectFrom("visit as v")
    .leftJoin("account as a", "a.id", "v.delegate_id")
    .leftJoin("report as r", "r.visit_id", "v.id")
    .select(["v.id", "v.starts_at", "v.zone", "v.cancelled_by", "a.name as delegate", "r.id as report_id"])
    .select([
      sql<VisitState>`v.state`.as("state"),
      sql<Firmness>`v.firmness`.as("firmness"),
      sql<Result | null>`r.result`.as("result"),
    ])
    .where("v.doctor_id", "=", doctorId)
    .where("v.state", "<>", "proposed")
    .where((v) => v.or([v("v.state", "<>", "booked"), v("v.ends_at", "<=", now)]))
    .orderBy("v.starts_at", "desc")
    .orderBy("v.id")
    .limit(limit)
    .execute();
}

/** Notes written about a doctor's visits, in the order they were written. */
export function notesOfDoctor(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("report_note as n")
    .leftJoin("account as a", "a.id", "n.account_id")
    .select(["n.id", "n.report_id", "n.text", "n.noted_at", "a.name as author"])
    .where("n.doctor_id", "=", doctorId)
    .orderBy("n.noted_at")
    .orderBy("n.id")
    .limit(500)
    .execute();
}

/** When somebody came to the door since then, and whether the doctor received them. */
export function knocksSince(tx: Tx, doctorId: number, since: Date) {
  return tx
    .selectFrom("report as r")
    .innerJoin("visit as v", "v.id", "r.visit_id")
    .select(["v.starts_at", "v.zone", sql<Result>`r.result`.as("result")])
    .where("r.doctor_id", "=", doctorId)
    .where("r.held_at", ">=", since)
    .limit(500)
    .execute();
}
