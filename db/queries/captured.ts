import type { Tx } from "../connection";

export async function keepCaptured(
  tx: Tx,
  mail: { sender: string; recipients: string[]; subject: string; raw: Buffer },
): Promise<void> {
  await tx.insertInto("captured_mail").values(mail).execute();
}

export function capturedMails(tx: Tx, limit = 100) {
  return tx.selectFrom("captured_mail").select(["id", "at", "sender", "recipients", "subject"]).orderBy("id", "desc").limit(limit).execute();
}

export function capturedMail(tx: Tx, id: number) {
  return tx.selectFrom("captured_mail").selectAll().where("id", "=", id).executeTakeFirst();
}
