import { type SqlBool, sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";
import type { Span } from "./funnel-counts";

export interface Mix {
  readonly all: number;
  /** Under-served: ZIP and ZAC. */
  readonly priority: number;
  readonly zip: number;
  readonly gp: number;
}

/** Doctors met within the span, and contracts signed at whatever date, with their mix. */
export async function workDone(tx: Tx, fundId: number, { from, to }: Span): Promise<{ met: Mix; signed: Mix }> {
  const met = sql<SqlBool>`d.reached[3] between ${from}::date and ${to}::date`;
  const signed = sql<SqlBool>`d.place >= 8`;
  const count = (of: typeof met, more = sql`true`) => sql<number>`count(*) filter (where ${of} and ${more})`;
  const priority = sql`d.zone in ('ZIP', 'ZAC')`;
  const zip = sql`d.zone = 'ZIP'`;
  const row = await tx
    .selectFrom("funnel_doctor as d")
    .select([
      count(met).as("met"),
      count(met, priority).as("met_priority"),
      count(met, zip).as("met_zip"),
      count(met, sql`d.is_gp`).as("met_gp"),
      count(signed).as("signed"),
      count(signed, priority).as("signed_priority"),
      count(signed, zip).as("signed_zip"),
      count(signed, sql`d.is_gp`).as("signed_gp"),
    ])
    .where("d.fund_id", "=", fundId)
    .executeTakeFirstOrThrow();
  return {
    met: { all: row.met, priority: row.met_priority, zip: row.met_zip, gp: row.met_gp },
    signed: { all: row.signed, priority: row.signed_priority, zip: row.signed_zip, gp: row.signed_gp },
  };
}

export interface Waiting {
  readonly unreported: number;
  readonly filed: number;
  readonly intends: number;
  readonly promises: number;
}

/** What stands still, and since when it may be said to. */
interface Stalled {
  readonly fundId: number;
  /** Visits that ended before this moment should have a report. */
  readonly reportDue: Date;
  readonly still: Date;
  readonly dueBefore: Day;
}

const STALLED = ["unreported", "filed", "intends", "promises"] as const;
export type StalledKind = (typeof STALLED)[number];

/** One line a doctor, with the day it has waited since. */
function stalled(tx: Tx, kind: StalledKind, { fundId, reportDue, still, dueBefore }: Stalled) {
  if (kind === "unreported")
    return tx
      .selectFrom("visit as w")
      .select(["w.doctor_id", sql<Day>`max(w.ends_at at time zone w.zone)::date::text`.as("day")])
      .where("w.fund_id", "=", fundId)
      .where("w.state", "=", "booked")
      .where("w.ends_at", "<", reportDue)
      .groupBy("w.doctor_id");
  if (kind === "promises")
    return tx
      .selectFrom("follow_up as w")
      .select(["w.doctor_id", sql<Day>`min(w.due_on)::text`.as("day")])
      .where("w.fund_id", "=", fundId)
      .where("w.state", "=", "open")
      .where("w.due_on", "<", dueBefore)
      .groupBy("w.doctor_id");
  return tx
    .selectFrom("doctor_stage as w")
    .select(["w.doctor_id", sql<Day>`(w.since at time zone 'Europe/Paris')::date::text`.as("day")])
    .where("w.fund_id", "=", fundId)
    .where("w.stage", "=", kind)
    .where("w.lost_at", "is", null)
    .where("w.since", "<", still);
}

export async function stalledCounts(tx: Tx, of: Stalled): Promise<Waiting> {
  const counts: Partial<Record<StalledKind, number>> = {};
  for (const kind of STALLED) {
    const row = await tx
      .selectFrom(stalled(tx, kind, of).as("s"))
      .select(sql<number>`count(*)`.as("count"))
      .executeTakeFirstOrThrow();
    counts[kind] = row.count;
  }
  return counts as Waiting;
}

export function stalledDoctors(tx: Tx, kind: StalledKind, of: Stalled, limit: number) {
  return tx
    .selectFrom(stalled(tx, kind, of).as("s"))
    .innerJoin("doctor as d", "d.id", "s.doctor_id")
    .select(["d.id", "d.last_name", "d.first_name", "d.specialty", "d.specialty_label", "d.town", "s.day"])
    .orderBy("s.day")
    .orderBy("d.id")
    .limit(limit)
    .execute();
}

/** Sectors with doctors to see and no visit to come before that moment. */
export function quietSectors(tx: Tx, fundId: number, now: Date, until: Date) {
  return tx
    .selectFrom("sector as s")
    .innerJoin("funnel_doctor as d", "d.sector_id", "s.id")
    .select(["s.id", "s.name", sql<number>`count(*)`.as("doctors")])
    .where("s.fund_id", "=", fundId)
    .where("d.fund_id", "=", fundId)
    .where("d.place", "in", [1, 2])
    .where("d.lost_on", "is", null)
    .where(
      sql<SqlBool>`not exists (select from visit v join funnel_doctor seen on seen.doctor_id = v.doctor_id
        where v.fund_id = ${fundId} and seen.sector_id = s.id and v.state in ('booked', 'proposed') and v.starts_at >= ${now} and v.starts_at < ${until})`,
    )
    .groupBy(["s.id", "s.name"])
    .orderBy("doctors", "desc")
    .limit(20)
    .execute();
}
