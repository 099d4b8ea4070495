import { sql } from "kysely";
import type { LetterState } from "~/visits/follow-ups/letter-state";
import type { Tx } from "../connection";

/** One letter a report; written again only by a person. */
export async function insertLetter(
  tx: Tx,
  letter: { fundId: number; doctorId: number; delegateId: string; reportId: string; subject: string; body: string },
): Promise<void> {
  await tx
    .insertInto("follow_up_letter")
    .values({
      fund_id: letter.fundId,
      doctor_id: letter.doctorId,
      delegate_id: letter.delegateId,
      report_id: letter.reportId,
      subject: letter.subject,
      body: letter.body,
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

function letterSheets(tx: Tx) {
  return tx
    .selectFrom("follow_up_letter as l")
    .innerJoin("doctor as d", "d.id", "l.doctor_id")
    .innerJoin("report as r", "r.id", "l.report_id")
    .innerJoin("visit as v", "v.id", "r.visit_id")
    .innerJoin("fund", "fund.id", "l.fund_id")
    .leftJoin("account as a", "a.id", "l.delegate_id")
    .select(["l.id", "l.fund_id", "l.doctor_id", "l.delegate_id", "l.report_id", "l.subject", "l.body", "l.recipient"])
    .select(["l.version", "l.asked_at", "l.sent_at", "l.failure", "r.visit_id", "r.held_at", "v.zone"])
    .select(["d.last_name", "d.first_name", "fund.name as fund", "a.name as delegate", "a.email as delegate_email"])
    .select(sql<LetterState>`l.state`.as("state"));
}

export type LetterSheet = NonNullable<Awaited<ReturnType<typeof letterById>>>;

export function letterById(tx: Tx, id: string) {
  return letterSheets(tx).where("l.id", "=", id).executeTakeFirst();
}

export function letterOfReport(tx: Tx, reportId: string) {
  return letterSheets(tx).where("l.report_id", "=", reportId).executeTakeFirst();
}

export interface LetterChange {
  readonly subject?: string;
  readonly body?: string;
  readonly recipient?: string | null;
  readonly state?: LetterState;
  readonly asked_at?: Date | null;
  readonly sent_at?: Date | null;
  readonly failure?: string | null;
}

/** Moves a letter on from a state; with a version, only the one that was read. False when somebody was faster. */
export async function changeLetter(
  tx: Tx,
  from: { id: string; states: readonly LetterState[]; version?: number },
  change: LetterChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("follow_up_letter")
    .set({ ...change, version: sql`version + 1` })
    .where("id", "=", from.id)
    .where("state", "in", [...from.states])
    .$if(from.version !== undefined, (letter) => letter.where("version", "=", from.version!))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
