import { sql } from "kysely";
import type { Tx } from "../connection";

export async function leaveNote(
  tx: Tx,
  note: { job: string; payload: unknown; actorId: string; notBefore: Date | null },
): Promise<void> {
  await tx
    .insertInto("outbox")
    .values({
      job: note.job,
      payload: JSON.stringify(note.payload),
      actor_id: note.actorId,
      not_before: note.notBefore,
    })
    .execute();
}

/** Takes committed notes; they are gone for good only when the caller's transaction commits. */
export function takeNotes(tx: Tx, limit: number) {
  return tx
    .deleteFrom("outbox")
    .where(
      "id",
      "in",
      tx.selectFrom("outbox").select("id").orderBy("id").limit(sql.lit(limit)).forUpdate().skipLocked(),
    )
    .returning(["id", "job", "payload", "actor_id", "not_before"])
    .execute();
}
