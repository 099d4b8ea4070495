import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

export interface NewSimulation {
  readonly fundId: number;
  readonly doctorId: number;
  readonly accountId: string;
  /** As the address carries them: the same choices the same day are one simulation. */
  readonly choices: string;
  readonly version: string;
  readonly plans: unknown;
  readonly handedOn: Day;
  readonly handedAt: Date;
}

/** Undefined when the same one was handed over that day already. */
export async function insertSimulation(tx: Tx, simulation: NewSimulation): Promise<string | undefined> {
  const row = await tx
    .insertInto("simulation")
    .values({
      fund_id: simulation.fundId,
      doctor_id: simulation.doctorId,
      account_id: simulation.accountId,
      choices: simulation.choices,
      version: simulation.version,
      plans: JSON.stringify(simulation.plans),
      handed_on: simulation.handedOn,
      handed_at: simulation.handedAt,
    })
    .onConflict((clash) =>
      clash.columns(["doctor_id", "choices", "handed_on"]).where("taken_back_at", "is", null).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function tieToMove(tx: Tx, simulationId: string, moveId: number): Promise<void> {
  await tx.updateTable("simulation").set({ move_id: moveId }).where("id", "=", simulationId).execute();
}

/** Those in force, newest first, with who handed them over. */
export function simulationsOf(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("simulation as s")
    .leftJoin("account as a", "a.id", "s.account_id")
    .select(["s.id", "s.choices", "s.version", "s.plans", "s.handed_on", "s.handed_at", "s.move_id", "s.account_id"])
    .select("a.name as by")
    .where("s.doctor_id", "=", doctorId)
    .where("s.taken_back_at", "is", null)
    .orderBy("s.handed_at", "desc")
    .orderBy("s.id")
    .limit(50)
    .execute();
}

/** Locked, so that it is taken back once. */
export function simulationById(tx: Tx, doctorId: number, id: string) {
  return tx
    .selectFrom("simulation")
    .select(["id", "doctor_id", "fund_id", "account_id", "handed_at", "move_id", "taken_back_at"])
    .where("id", "=", id)
    .where("doctor_id", "=", doctorId)
    .forUpdate()
    .executeTakeFirst();
}

export async function markTakenBack(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("simulation").set({ taken_back_at: at }).where("id", "=", id).execute();
}

/** The steps of one doctor, newest first: the last one, and the one it stood on. */
export function lastMovesOf(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("funnel_move")
    .select(["id", "from_stage", "to_stage", "cause", "reason", "at"])
    .where("doctor_id", "=", doctorId)
    .orderBy("id", "desc")
    .limit(2)
    .execute();
}

export async function removeMove(tx: Tx, moveId: number): Promise<void> {
  await tx.deleteFrom("funnel_move").where("id", "=", moveId).execute();
}

/** Puts a doctor back where a step found them. */
export async function standAgain(
  tx: Tx,
  doctorId: number,
  before: { stage: string | null; since: Date; lost: { at: Date; reason: string | null } | null },
): Promise<void> {
  if (before.stage === null) {
    await tx.deleteFrom("doctor_stage").where("doctor_id", "=", doctorId).execute();
    return;
  }
  await tx
    .updateTable("doctor_stage")
    .set({
      stage: before.stage,
      since: before.since,
      lost_at: before.lost?.at ?? null,
      lost_reason: before.lost?.reason ?? null,
    })
    .where("doctor_id", "=", doctorId)
    .execute();
}
