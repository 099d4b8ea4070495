import { sql } from "kysely";
import type { Tx } from "../connection";

export async function keepCaptured(
  tx: Tx,
  mail: { sender: string; recipients: string[]; subject: string; raw: Buffer },
): Promise<void> {
  await tx.insertInto("captured_mail").values(mail).execute();
}

/** Newest first, older than `before` when given. */
export function capturedMails(tx: Tx, limit = 100, before?: number) {
  return tx
    .selectFrom("captured_mail")
    .select(["id", "at", "sender", "recipients", "subject"])
    .$if(before !== undefined, (query) => query.where("id", "<", before!))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export function capturedMail(tx: Tx, id: number) {
  return tx.selectFrom("captured_mail").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Letters name people and carry links: a month is enough to look at them. */
export async function purgeOldCaptured(tx: Tx): Promise<void> {
  await sql`delete from captured_mail where at < now() - interval '30 days'`.execute(tx);
}
