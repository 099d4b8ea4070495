import type { MoveCause, Stage, Standing } from "~/funnel/stage";
import type { Tx } from "../connection";

interface Subject {
  readonly id: number;
  readonly fundId: number;
}

/** Locks the row, so that two facts told at once are judged one after the other. */
export async function standingOf(tx: Tx, doctorId: number): Promise<Standing> {
  const row = await tx
    .selectFrom("doctor_stage")
    .select(["stage", "lost_at"])
    .where("doctor_id", "=", doctorId)
    .forUpdate()
    .executeTakeFirst();
  return { stage: (row?.stage ?? null) as Stage | null, isLost: row?.lost_at != null };
}

export async function stepTo(tx: Tx, { id, fundId }: Subject, stage: Stage, at: Date): Promise<void> {
  const step = { stage, since: at, lost_at: null, lost_reason: null };
  await tx
    .insertInto("doctor_stage")
    .values({ doctor_id: id, fund_id: fundId, ...step })
    .onConflict((clash) => clash.column("doctor_id").doUpdateSet(step))
    .execute();
}

/** Somebody lost before any other fact had at least been contacted. */
export async function markLost(tx: Tx, { id, fundId }: Subject, reason: string, at: Date): Promise<void> {
  const lost = { lost_at: at, lost_reason: reason };
  await tx
    .insertInto("doctor_stage")
    .values({ doctor_id: id, fund_id: fundId, stage: "contacted", since: at, ...lost })
    .onConflict((clash) => clash.column("doctor_id").doUpdateSet(lost))
    .execute();
}

export async function insertMove(
  tx: Tx,
  { id, fundId }: Subject,
  move: { from: Stage | null; to: Stage | "lost"; cause: MoveCause; reason: string | null; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto("funnel_move")
    .values({
      fund_id: fundId,
      doctor_id: id,
      from_stage: move.from,
      to_stage: move.to,
      cause: move.cause,
      reason: move.reason,
      account_id: move.by,
      at: move.at,
    })
    .execute();
}
