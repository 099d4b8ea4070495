import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Setting, Span } from "~/visits/setting";
import type { Away } from "~/visits/working-days";
import type { Tx } from "../connection";

/** The delegates of a fund who hold a sector. */
export function delegatesOfFund(tx: Tx, fundId: number) {
  return tx
    .selectFrom("delegate_sector as ds")
    .innerJoin("account as a", "a.id", "ds.account_id")
    .select(["a.id", "a.name", sql<number[]>`array_agg(ds.sector_id order by ds.sector_id)`.as("sectorIds")])
    .where("ds.fund_id", "=", fundId)
    .where("a.role", "=", "delegate")
    .where("a.disabled_at", "is", null)
    .groupBy(["a.id", "a.name"])
    .orderBy("a.name")
    .orderBy("a.id")
    .execute();
}

/** How long the delegates of the reader's funds work, as they have set it; where they start from is not said. */
export async function workingHours(tx: Tx): Promise<Map<string, Omit<Setting, "base">>> {
  const { rows } = await sql<HoursRow>`select * from tandem.working_hours()`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        hours: row.hours,
        lunch: { from: row.lunch_from, to: row.lunch_to, minutes: row.lunch_minutes },
        visitMinutes: row.visit_minutes,
        mostVisits: row.most_visits,
        safetyPercent: row.safety_percent,
      },
    ]),
  );
}

interface HoursRow {
  readonly account_id: string;
  readonly hours: (Span | null)[];
  readonly lunch_from: number;
  readonly lunch_to: number;
  readonly lunch_minutes: number;
  readonly visit_minutes: number;
  readonly most_visits: number;
  readonly safety_percent: number;
}

/** Absences of everybody in a fund that touch these days, without their reason. */
export async function absencesOfFund(tx: Tx, fundId: number, first: Day, last: Day) {
  const rows = await tx
    .selectFrom("absence")
    .select(["account_id as accountId", "from_on as fromOn", "to_on as toOn", sql<Away["part"]>`part`.as("part")])
    .where("fund_id", "=", fundId)
    .where("from_on", "<=", last)
    .where("to_on", ">=", first)
    .orderBy("from_on")
    .orderBy("id")
    .execute();
  return rows;
}

/** Who stands in for whom; a colleague whose account is closed stands in for nobody. */
export function coversOfFund(tx: Tx, fundId: number, first: Day, last: Day) {
  return tx
    .selectFrom("cover as c")
    .innerJoin("account as by", "by.id", "c.by_id")
    .select(["c.absent_id as absentId", "c.by_id as byId", "c.from_on as fromOn", "c.to_on as toOn"])
    .where("c.fund_id", "=", fundId)
    .where("c.from_on", "<=", last)
    .where("c.to_on", ">=", first)
    .where("by.disabled_at", "is", null)
    .orderBy("c.id")
    .execute();
}
