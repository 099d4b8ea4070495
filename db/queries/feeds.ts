import { sql } from "kysely";
import type { Firmness, VisitState } from "~/visits/visit";
import type { Tx } from "../connection";

/** When the secret address was made and last read; the address itself is nowhere. */
export function feedSheet(tx: Tx, accountId: string) {
  return tx
    .selectFrom("calendar_feed")
    .select(["made_at as madeAt", "read_at as readAt"])
    .where("account_id", "=", accountId)
    .executeTakeFirst();
}

/** A new secret ends the one before. */
export async function saveFeed(tx: Tx, owner: { id: string; fundId: number }, tokenHash: Buffer): Promise<void> {
  const row = { token_hash: tokenHash, made_at: sql<Date>`now()`, read_at: null };
  await tx
    .insertInto("calendar_feed")
    .values({ account_id: owner.id, fund_id: owner.fundId, ...row })
    .onConflict((clash) => clash.column("account_id").doUpdateSet(row))
    .execute();
}

export async function deleteFeed(tx: Tx, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("calendar_feed")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** At the door: whose address this is. */
export async function feedOwner(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const row = await tx
    .selectFrom("calendar_feed")
    .select("account_id")
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

export async function touchFeed(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.updateTable("calendar_feed").set({ read_at: at }).where("account_id", "=", accountId).execute();
}

/**
 * What an agenda must know of: visits booked, held or missed in a window of time; those cancelled, or handed to somebody
 * else, since an instant. What was only ever suggested is left out.
 */
export function feedVisits(tx: Tx, ownerId: string, window: { from: Date; to: Date; toldSince: Date }) {
  return tx
    .selectFrom("visit as v")
    .leftJoin("doctor as d", "d.id", "v.doctor_id")
    .select([
      "v.id",
      "v.delegate_id",
      "v.starts_at",
      "v.ends_at",
      "v.zone",
      "v.sequence",
      "v.created_at",
      "v.updated_at",
    ])
    .select(["d.last_name", "d.first_name", "d.town"])
    .select([sql<VisitState>`v.state`.as("state"), sql<Firmness>`v.firmness`.as("firmness")])
    .where((v) => v.or([v("v.delegate_id", "=", ownerId), v("v.handed_by", "=", ownerId)]))
    .where("v.starts_at", ">=", window.from)
    .where("v.starts_at", "<", window.to)
    .where("v.state", "<>", "proposed")
    .where((v) =>
      v.or([
        v.and([v("v.delegate_id", "=", ownerId), v("v.state", "<>", "cancelled")]),
        v.and([v("v.updated_at", ">=", window.toldSince), v("v.firmness", "<>", "suggestion")]),
      ]),
    )
    .orderBy("v.starts_at")
    .orderBy("v.id")
    .execute();
}

export function feedAbsences(tx: Tx, accountId: string, window: { from: Date; to: Date }) {
  return tx
    .selectFrom("absence")
    .select(["id", "from_on as fromOn", "to_on as toOn", "noted_at as notedAt"])
    .select(sql<"day" | "morning" | "afternoon">`part`.as("part"))
    .where("account_id", "=", accountId)
    .where("to_on", ">=", sql<string>`${window.from}::date`)
    .where("from_on", "<=", sql<string>`${window.to}::date`)
    .orderBy("from_on")
    .orderBy("id")
    .execute();
}
