import { sql } from "kysely";
import type { Tx } from "../connection";

/** Sessions die after 30 minutes of silence and 10 hours whatever happens (ASVS 7.3). */
const ALIVE = sql<boolean>`session.seen_at > now() - interval '30 minutes' and session.created_at > now() - interval '10 hours'`;

const USABLE = sql<boolean>`password_link.used_at is null and password_link.expires_at > now()`;

export async function insertSession(
  tx: Tx,
  session: { tokenHash: Buffer; accountId: string; device: string; address: string },
): Promise<void> {
  await tx
    .insertInto("session")
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      device: session.device,
      address: session.address,
    })
    .execute();
}

export function liveSession(tx: Tx, tokenHash: Buffer) {
  return tx
    .selectFrom("session")
    .select(["id", "account_id", sql<boolean>`seen_at < now() - interval '1 minute'`.as("stale")])
    .where("token_hash", "=", tokenHash)
    .where(ALIVE)
    .executeTakeFirst();
}

export async function touchSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.updateTable("session").set({ seen_at: sql`now()` }).where("token_hash", "=", tokenHash).execute();
}

export function sessionsOf(tx: Tx, accountId: string) {
  return tx
    .selectFrom("session")
    .select(["id", "created_at", "seen_at", "device", "address"])
    .where("account_id", "=", accountId)
    .where(ALIVE)
    .orderBy("seen_at", "desc")
    .execute();
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom("session").where("token_hash", "=", tokenHash).execute();
}

export async function endSessionById(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("session")
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("session").where("account_id", "=", accountId).execute();
}

export async function endSessionsExcept(tx: Tx, accountId: string, keptId: string): Promise<void> {
  await tx.deleteFrom("session").where("account_id", "=", accountId).where("id", "<>", keptId).execute();
}

export async function purgeDeadSessions(tx: Tx): Promise<void> {
  await tx.deleteFrom("session").where(sql<boolean>`not (${ALIVE})`).execute();
}

export async function purgeOldLinks(tx: Tx): Promise<void> {
  await sql`delete from password_link where expires_at < now() - interval '30 days'`.execute(tx);
}

export async function purgeOldAttempts(tx: Tx): Promise<void> {
  await sql`delete from sign_in_attempt where since < now() - interval '1 day'`.execute(tx);
}

/** Counts one more try for a key and says how many there were in the running quarter of an hour. */
export async function countAttempt(tx: Tx, key: string): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_attempt (key, failures, since) values (${key}, 1, now())
    on conflict (key) do update set
      failures = case when sign_in_attempt.since < now() - interval '15 minutes' then 1 else sign_in_attempt.failures + 1 end,
      since = case when sign_in_attempt.since < now() - interval '15 minutes' then now() else sign_in_attempt.since end
    returning failures`.execute(tx);
  return rows[0]!.failures;
}

export async function forgetAttempts(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom("sign_in_attempt").where("key", "=", key).execute();
}

export async function giveBackAttempt(tx: Tx, key: string): Promise<void> {
  await sql`update sign_in_attempt set failures = greatest(failures - 1, 0) where key = ${key}`.execute(tx);
}

export async function insertPasswordLink(
  tx: Tx,
  link: { tokenHash: Buffer; accountId: string; purpose: "invitation" | "reset"; hours: number },
): Promise<void> {
  await tx
    .insertInto("password_link")
    .values({
      token_hash: link.tokenHash,
      account_id: link.accountId,
      purpose: link.purpose,
      expires_at: sql<Date>`now() + make_interval(hours => ${link.hours})`,
    })
    .execute();
}

export function openPasswordLink(tx: Tx, tokenHash: Buffer) {
  return tx
    .selectFrom("password_link")
    .innerJoin("account", "account.id", "password_link.account_id")
    .select([
      "account.id as account_id",
      "account.fund_id",
      "account.name",
      "account.email",
      "account.demo",
      "password_link.purpose",
    ])
    .where("password_link.token_hash", "=", tokenHash)
    .where(USABLE)
    .where("account.disabled_at", "is", null)
    .executeTakeFirst();
}

/** Uses a link up; false when somebody was faster or it has just died. */
export async function consumePasswordLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("password_link")
    .set({ used_at: sql`now()` })
    .where("token_hash", "=", tokenHash)
    .where(USABLE)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A new password makes the other letters on their way worthless. */
export async function dropPasswordLinksOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("password_link").where("account_id", "=", accountId).where("used_at", "is", null).execute();
}
