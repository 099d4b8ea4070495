import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { NextStep, Result } from "~/visits/report/result";
import type { Tx } from "../connection";

export interface NewReport {
  readonly id: string;
  readonly fundId: number;
  readonly visitId: string;
  readonly doctorId: number;
  readonly delegateId: string;
  readonly result: Result;
  readonly objections: readonly string[];
  readonly option: string | null;
  readonly nextStep: NextStep;
  readonly nextOn: Day | null;
  readonly heldAt: Date;
  readonly recordedAt: Date;
}

/** Two phones at once: the second waits here, and then reads what the first wrote. */
export async function lockVisit(tx: Tx, visitId: string): Promise<void> {
  await tx.selectFrom("visit").select("id").where("id", "=", visitId).forUpdate().execute();
}

/** False when the visit has its report already, or when the id has served. */
export async function insertReport(tx: Tx, report: NewReport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("report")
    .values({
      id: report.id,
      fund_id: report.fundId,
      visit_id: report.visitId,
      doctor_id: report.doctorId,
      delegate_id: report.delegateId,
      result: report.result,
      objections: [...report.objections],
      option: report.option,
      next_step: report.nextStep,
      next_on: report.nextOn,
      held_at: report.heldAt,
      recorded_at: report.recordedAt,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function reportSheets(tx: Tx) {
  return tx
    .selectFrom("report as r")
    .innerJoin("visit as v", "v.id", "r.visit_id")
    .leftJoin("account as a", "a.id", "r.delegate_id")
    .select(["r.id", "r.visit_id", "r.doctor_id", "r.delegate_id", "r.fund_id", "r.objections", "r.option"])
    .select(["r.next_on", "r.held_at", "r.recorded_at", "v.zone", "a.name as delegate"])
    .select([sql<Result>`r.result`.as("result"), sql<NextStep>`r.next_step`.as("next_step")]);
}

export type ReportSheet = NonNullable<Awaited<ReturnType<typeof reportOfVisit>>>;

export function reportOfVisit(tx: Tx, visitId: string) {
  return reportSheets(tx).where("r.visit_id", "=", visitId).executeTakeFirst();
}

export function reportById(tx: Tx, id: string) {
  return reportSheets(tx).where("r.id", "=", id).executeTakeFirst();
}

export interface NewNote {
  readonly id: string;
  readonly fundId: number;
  readonly reportId: string;
  readonly doctorId: number;
  readonly accountId: string;
  readonly text: string;
  readonly notedAt: Date;
}

/** The same note sent twice is one. */
export async function insertNote(tx: Tx, note: NewNote): Promise<void> {
  await tx
    .insertInto("report_note")
    .values({
      id: note.id,
      fund_id: note.fundId,
      report_id: note.reportId,
      doctor_id: note.doctorId,
      account_id: note.accountId,
      text: note.text,
      noted_at: note.notedAt,
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

export function notesOf(tx: Tx, reportId: string) {
  return tx
    .selectFrom("report_note as n")
    .leftJoin("account as a", "a.id", "n.account_id")
    .select(["n.id", "n.text", "n.noted_at", "a.name as author"])
    .where("n.report_id", "=", reportId)
    .orderBy("n.noted_at")
    .orderBy("n.id")
    .execute();
}

/** By visit, what came of each. */
export async function resultsOf(tx: Tx, visitIds: readonly string[]): Promise<Map<string, Result>> {
  const rows = await tx
    .selectFrom("report")
    .select(["visit_id", sql<Result>`result`.as("result")])
    .where("visit_id", "=", sql<string>`any(${[...visitIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.visit_id, row.result]));
}
