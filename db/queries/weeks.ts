import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { WeekAnswer } from "~/visits/week/answer";
import type { RemovalReason } from "~/visits/week/removal";
import type { Tx } from "../connection";

export type WeekState = "asked" | "computing" | "ready" | "failed" | "accepted";

export type WeekPlan = NonNullable<Awaited<ReturnType<typeof weekPlanOn>>>;

export function weekPlanOn(tx: Tx, delegateId: string, weekOn: Day) {
  return plans(tx).where("delegate_id", "=", delegateId).where("week_on", "=", weekOn).executeTakeFirst();
}

/** Keeps the row until the transaction ends, so that one acts on a week at a time. */
export function weekPlanToChange(tx: Tx, planId: string) {
  return plans(tx).where("id", "=", planId).forUpdate().executeTakeFirst();
}

function plans(tx: Tx) {
  return tx
    .selectFrom("week_plan")
    .select(["id", "fund_id", "delegate_id", "week_on", "share", "seed", "failure", "truncated", "input_hash"])
    .select(["asked_at", "finished_at", "accepted_at"])
    .select([sql<WeekState>`state`.as("state"), sql<WeekAnswer | null>`answer`.as("answer")]);
}

/** The row of a week, made when it is the first time; nothing else is changed. */
export async function weekPlanFor(
  tx: Tx,
  week: { fundId: number; delegateId: string; weekOn: Day; seed: number; askedAt: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("week_plan")
    .values({
      fund_id: week.fundId,
      delegate_id: week.delegateId,
      week_on: week.weekOn,
      seed: week.seed,
      state: "ready",
      asked_at: week.askedAt,
    })
    .onConflict((clash) => clash.columns(["delegate_id", "week_on"]).doUpdateSet({ fund_id: week.fundId }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function moveWeek(
  tx: Tx,
  planId: string,
  change: { state: WeekState; share?: number; failure?: string | null; askedAt?: Date; acceptedAt?: Date },
): Promise<void> {
  await tx
    .updateTable("week_plan")
    .set({
      state: change.state,
      ...(change.share === undefined ? {} : { share: change.share }),
      ...(change.failure === undefined ? {} : { failure: change.failure }),
      ...(change.askedAt === undefined ? {} : { asked_at: change.askedAt }),
      ...(change.acceptedAt === undefined ? {} : { accepted_at: change.acceptedAt }),
    })
    .where("id", "=", planId)
    .execute();
}

/** Progress never goes back, and says nothing of a week that is no longer being computed. */
export async function noteShare(tx: Tx, planId: string, share: number): Promise<void> {
  await tx
    .updateTable("week_plan")
    .set({ share })
    .where("id", "=", planId)
    .where("state", "=", "computing")
    .where("share", "<", share)
    .execute();
}

export interface Computed {
  readonly engine: number;
  readonly iterations: number;
  readonly inputHash: string;
  readonly travelSource: string;
  readonly truncated: boolean;
  readonly answer: WeekAnswer;
  readonly at: Date;
}

export async function keepAnswer(tx: Tx, planId: string, computed: Computed): Promise<void> {
  await tx
    .updateTable("week_plan")
    .set({
      state: "ready",
      share: 1,
      engine: computed.engine,
      iterations: computed.iterations,
      input_hash: computed.inputHash,
      travel_source: computed.travelSource,
      truncated: computed.truncated,
      answer: JSON.stringify(computed.answer),
      failure: null,
      finished_at: computed.at,
    })
    .where("id", "=", planId)
    .execute();
}

/** The answer of before is the answer still. */
export async function keepUnchanged(tx: Tx, planId: string, answer: WeekAnswer, at: Date): Promise<void> {
  await tx
    .updateTable("week_plan")
    .set({ state: "ready", share: 1, answer: JSON.stringify(answer), failure: null, finished_at: at })
    .where("id", "=", planId)
    .execute();
}

/** Suggestions that nobody has taken up, of the days between two instants. */
export async function dropSuggestions(tx: Tx, delegateId: string, from: Date, to: Date): Promise<void> {
  await tx
    .deleteFrom("visit")
    .where("delegate_id", "=", delegateId)
    .where("state", "=", "proposed")
    .where("firmness", "=", "suggestion")
    .where("starts_at", ">=", from)
    .where("starts_at", "<", to)
    .execute();
}

/** A proposal taken out leaves no trace among the visits: it never was one. */
export async function dropProposal(tx: Tx, visit: { id: string; version: number }): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("visit")
    .where("id", "=", visit.id)
    .where("version", "=", visit.version)
    .where("state", "=", "proposed")
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Doctors whom the delegate's other weeks propose already. */
export async function proposedElsewhere(
  tx: Tx,
  delegateId: string,
  week: { from: Date; to: Date; now: Date },
): Promise<number[]> {
  const rows = await tx
    .selectFrom("visit")
    .select("doctor_id")
    .distinct()
    .where("delegate_id", "=", delegateId)
    .where("state", "=", "proposed")
    .where("starts_at", ">", week.now)
    .where((visit) => visit.or([visit("starts_at", "<", week.from), visit("starts_at", ">=", week.to)]))
    .execute();
  return rows.map((row) => row.doctor_id);
}

export function removalsOf(tx: Tx, planId: string) {
  return tx
    .selectFrom("week_removal as r")
    .innerJoin("doctor as d", "d.id", "r.doctor_id")
    .select(["r.doctor_id", "d.last_name", "d.first_name", sql<RemovalReason | null>`r.reason`.as("reason")])
    .where("r.plan_id", "=", planId)
    .orderBy("r.removed_at")
    .orderBy("r.doctor_id")
    .execute();
}

export async function noteRemoval(
  tx: Tx,
  removal: { fundId: number; planId: string; doctorId: number; reason: RemovalReason | null },
): Promise<void> {
  await tx
    .insertInto("week_removal")
    .values({ fund_id: removal.fundId, plan_id: removal.planId, doctor_id: removal.doctorId, reason: removal.reason })
    .onConflict((clash) => clash.columns(["plan_id", "doctor_id"]).doUpdateSet({ reason: removal.reason }))
    .execute();
}

export async function liftRemoval(tx: Tx, planId: string, doctorId: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("week_removal")
    .where("plan_id", "=", planId)
    .where("doctor_id", "=", doctorId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
