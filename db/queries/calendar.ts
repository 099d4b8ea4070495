import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Firmness, VisitState } from "~/visits/visit";
import type { Tx } from "../connection";

/**
 * Every visit of a delegate that touches the time between two instants, cancelled ones too. A visit handed over before
 * its first day is there without its doctor: the time is taken, the name comes with the cover.
 */
export function calendarVisits(tx: Tx, delegateId: string, from: Date, to: Date) {
  return tx
    .selectFrom("visit as v")
    .leftJoin("doctor as d", "d.id", "v.doctor_id")
    .leftJoin("account as giver", "giver.id", "v.handed_by")
    .select(["v.id", "v.starts_at", "v.ends_at", "v.zone", "d.last_name", "d.first_name", "d.town"])
    .select(["giver.name as giver", sql<VisitState>`v.state`.as("state"), sql<Firmness>`v.firmness`.as("firmness")])
    .where("v.delegate_id", "=", delegateId)
    .where("v.starts_at", "<", to)
    .where("v.ends_at", ">", from)
    .orderBy("v.starts_at")
    .orderBy("v.id")
    .execute();
}

/** Who stands in for whom between two days, this delegate being one of the two. */
export function coversBetween(tx: Tx, accountId: string, first: Day, last: Day) {
  return tx
    .selectFrom("cover as c")
    .innerJoin("account as absent", "absent.id", "c.absent_id")
    .innerJoin("account as by", "by.id", "c.by_id")
    .select([
      "c.from_on as fromOn",
      "c.to_on as toOn",
      "c.absent_id as absentId",
      "absent.name as absent",
      "by.name as by",
    ])
    .where((row) => row.or([row("c.absent_id", "=", accountId), row("c.by_id", "=", accountId)]))
    .where("c.from_on", "<=", last)
    .where("c.to_on", ">=", first)
    .orderBy("c.from_on")
    .orderBy("c.id")
    .execute();
}
