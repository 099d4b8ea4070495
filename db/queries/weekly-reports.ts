import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { WeekFigures } from "~/steering/report/week-figures";
import type { Tx } from "../connection";

export async function hasReportWish(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("report_wish")
    .select("account_id")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function addReportWish(tx: Tx, wish: { accountId: string; fundId: number; at: Date }): Promise<void> {
  await tx
    .insertInto("report_wish")
    .values({ account_id: wish.accountId, fund_id: wish.fundId, asked_at: wish.at })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

export async function dropReportWish(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("report_wish").where("account_id", "=", accountId).execute();
}

export interface ReportReader {
  readonly id: string;
  readonly fund_id: number;
  readonly fund: string;
  readonly zone: string;
  readonly name: string;
  readonly email: string;
}

/** The managers who asked and may be written to. */
export async function reportReaders(tx: Tx, only: string | null): Promise<ReportReader[]> {
  const { rows } = await sql<ReportReader>`
    select a.id, w.fund_id, f.name as fund, f.zone, a.name, a.email
    from report_wish w join account a on a.id = w.account_id join fund f on f.id = w.fund_id
    where a.role = 'manager' and a.disabled_at is null and a.fund_id = w.fund_id
      and (${only}::uuid is null or a.id = ${only}::uuid)
    order by a.id`.execute(tx);
  return rows;
}

/** What happened in a caisse from a day to another, the second excluded, in its own time. */
export async function weekFigures(
  tx: Tx,
  { fundId, zone, from, until }: { fundId: number; zone: string; from: Day; until: Day },
): Promise<WeekFigures> {
  const within = (column: string) => sql`${sql.ref(column)} >= (${from}::date::timestamp at time zone ${zone})
    and ${sql.ref(column)} < (${until}::date::timestamp at time zone ${zone})`;
  const { rows } = await sql<WeekFigures>`
    select
      (select count(*) from visit where fund_id = ${fundId} and state = 'done' and ${within("starts_at")}) as visits,
      (select count(*) from report where fund_id = ${fundId} and ${within("recorded_at")}) as reports,
      (select count(*) from recipient where fund_id = ${fundId} and state = 'accepted' and ${within("settled_at")}) as letters,
      (select count(*) from contract where fund_id = ${fundId} and opened_on >= ${from} and opened_on < ${until}) as opened,
      (select count(*) from contract where fund_id = ${fundId} and state <> 'abandoned' and signed_on >= ${from}
        and signed_on < ${until}) as signed`.execute(tx);
  return rows[0]!;
}

/** One a person and a week. False when it was noted before. */
export async function insertReport(
  tx: Tx,
  report: { fundId: number; accountId: string; weekOn: Day },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("weekly_report")
    .values({ fund_id: report.fundId, account_id: report.accountId, week_on: report.weekOn })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export type ReportState = "waiting" | "sending" | "sent" | "refused" | "uncertain";

export async function changeReport(
  tx: Tx,
  { accountId, weekOn, from }: { accountId: string; weekOn: Day; from: ReportState },
  state: ReportState,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("weekly_report")
    .set({ state })
    .where("account_id", "=", accountId)
    .where("week_on", "=", weekOn)
    .where("state", "=", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
