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

/**
 * Takes committed notes for these jobs; they are gone for good only when the caller's transaction commits. A note for
 * another job waits for a process that knows it, as when two versions run side by side.
 */
export function takeNotes(tx: Tx, limit: number, jobs: readonly string[]) {
  return tx
    .deleteFrom("outbox")
    .where(
      "id",
      "in",
      tx
        .selectFrom("outbox")
        .select("id")
        .where("job", "in", [...jobs])
        .orderBy("id")
        .limit(sql.lit(limit))
        .forUpdate()
        .skipLocked(),
    )
    .returning(["id", "job", "payload", "actor_id", "not_before"])
    .execute();
}

/** Jobs asked for long ago that none of these names answers to. */
export async function unknownJobs(tx: Tx, jobs: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("outbox")
    .select("job")
    .distinct()
    .where("job", "not in", [...jobs])
    .execute();
  return rows.map(({ job }) => job);
}
