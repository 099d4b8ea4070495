import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { FollowUpKind, FollowUpState } from "~/visits/follow-ups/follow-up";
import type { Result } from "~/visits/report/result";
import type { Tx } from "../connection";

export interface NewFollowUp {
  readonly id?: string;
  readonly fundId: number;
  readonly doctorId: number;
  readonly delegateId: string;
  readonly reportId: string | null;
  readonly kind: FollowUpKind;
  readonly dueOn: Day;
}

export async function insertFollowUp(tx: Tx, followUp: NewFollowUp): Promise<void> {
  await tx
    .insertInto("follow_up")
    .values({
      ...(followUp.id === undefined ? {} : { id: followUp.id }),
      fund_id: followUp.fundId,
      doctor_id: followUp.doctorId,
      delegate_id: followUp.delegateId,
      report_id: followUp.reportId,
      kind: followUp.kind,
      due_on: followUp.dueOn,
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** The doctor was met, or the promise was made anew: what was open about them is settled. */
export async function settleFollowUps(
  tx: Tx,
  doctorId: number,
  { outcome, by, at, kinds }: { outcome: string; by: string; at: Date; kinds?: readonly FollowUpKind[] },
): Promise<void> {
  await tx
    .updateTable("follow_up")
    .set({ state: "done", outcome, closed_at: at, closed_by: by })
    .where("doctor_id", "=", doctorId)
    .where("state", "=", "open")
    .$if(kinds !== undefined, (open) => open.where("kind", "in", [...kinds!]))
    .execute();
}

/** No longer to be done, by number. */
export async function dropFollowUps(
  tx: Tx,
  ids: readonly string[],
  { outcome, by, at }: { outcome: string; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable("follow_up")
    .set({ state: "dropped", outcome, closed_at: at, closed_by: by })
    .where("id", "in", [...ids])
    .where("state", "=", "open")
    .execute();
}

/** A promise made by mistake: it never was. */
export async function removeFollowUp(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("follow_up").where("id", "=", id).execute();
}

function followUpSheets(tx: Tx) {
  return tx
    .selectFrom("follow_up as f")
    .innerJoin("doctor as d", "d.id", "f.doctor_id")
    .leftJoin("report as r", "r.id", "f.report_id")
    .leftJoin("follow_up_letter as l", "l.report_id", "f.report_id")
    .leftJoin("doctor_facts as k", "k.doctor_id", "f.doctor_id")
    .leftJoin("fund", "fund.id", "f.fund_id")
    .leftJoin("commune", "commune.code", "d.commune_code")
    .select([
      "f.id",
      "f.fund_id",
      "f.doctor_id",
      "f.delegate_id",
      "f.report_id",
      "f.due_on",
      "f.outcome",
      "f.created_at",
    ])
    .select([
      "f.closed_at",
      "d.last_name",
      "d.first_name",
      "d.town",
      "d.phone",
      "r.visit_id",
      "r.held_at",
      "r.objections",
    ])
    .select(["l.id as letter_id", "l.state as letter_state", "l.sent_at as letter_sent_at", "k.signed_on"])
    .select((f) => f.fn.coalesce("commune.department", "fund.department").as("department"))
    .select([sql<Result | null>`r.result`.as("result"), sql<FollowUpKind>`f.kind`.as("kind")])
    .select(sql<FollowUpState>`f.state`.as("state"))
    .select(
      sql<
        string | null
      >`(select j.name from journey_turn t join journey_entry e on e.id = t.entry_id join journey j on j.id = e.journey_id
        where t.follow_up_id = f.id limit 1)`.as("journey"),
    )
    .select(
      sql<boolean>`exists (select from opt_out o where o.doctor_id = f.doctor_id and o.channel = 'visit' and o.lifted_at is null)`.as(
        "refuses_visits",
      ),
    );
}

export type FollowUpSheet = NonNullable<Awaited<ReturnType<typeof followUpById>>>;

export function followUpById(tx: Tx, id: string) {
  return followUpSheets(tx).where("f.id", "=", id).executeTakeFirst();
}

/** A delegate's open promises, the oldest first. */
export function openFollowUps(tx: Tx, delegateId: string) {
  return followUpSheets(tx)
    .where("f.delegate_id", "=", delegateId)
    .where("f.state", "=", "open")
    .orderBy("f.due_on")
    .orderBy("f.id")
    .limit(500)
    .execute();
}

export function openFollowUpsOf(tx: Tx, doctorId: number) {
  return followUpSheets(tx)
    .where("f.doctor_id", "=", doctorId)
    .where("f.state", "=", "open")
    .orderBy("f.due_on")
    .execute();
}

export async function dueCount(tx: Tx, delegateId: string, today: Day): Promise<number> {
  const row = await tx
    .selectFrom("follow_up")
    .select(sql<number>`count(*)`.as("due"))
    .where("delegate_id", "=", delegateId)
    .where("state", "=", "open")
    .where("due_on", "<=", today)
    .executeTakeFirstOrThrow();
  return row.due;
}

export interface FollowUpChange {
  readonly state?: FollowUpState;
  readonly kind?: FollowUpKind;
  readonly due_on?: Day;
  readonly outcome?: string | null;
  readonly closed_at?: Date | null;
  readonly closed_by?: string | null;
}

/** Changes it from the state and the day one has read; false when somebody was faster. */
export async function changeFollowUp(
  tx: Tx,
  from: { id: string; state: FollowUpState; dueOn: Day },
  change: FollowUpChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("follow_up")
    .set(change)
    .where("id", "=", from.id)
    .where("state", "=", from.state)
    .where("due_on", "=", from.dueOn)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
