import { sql } from "kysely";
import type { RecipientState } from "~/campaigns/ledger/ledger";
import type { Tx } from "../connection";

/** The counts of every campaign on a page, in one reading. */
export async function countsByCampaign(tx: Tx, campaignIds: readonly string[]) {
  if (campaignIds.length === 0) return [];
  const { rows } = await sql<{ campaign_id: string; state: RecipientState; letters: number }>`
    select campaign_id, state, count(*) as letters from recipient
    where campaign_id = any(${[...campaignIds]}::uuid[]) group by 1, 2`.execute(tx);
  return rows;
}

/** Letters of which nobody knows whether they arrived, for a person to settle. */
export async function uncertainLetters(tx: Tx, campaignId: string, most: number) {
  const { rows } = await sql<{
    id: number;
    address: string;
    doctor_id: number;
    reply: string | null;
    settled_at: Date;
  }>`
    select id, address, doctor_id, reply, settled_at from recipient
    where campaign_id = ${campaignId} and state = 'uncertain' order by id limit ${most}`.execute(tx);
  return rows;
}

/** A person has decided: again, as received, or never. Only what is still uncertain changes. */
export async function settleUncertain(
  tx: Tx,
  campaignId: string,
  ids: readonly number[],
  state: "waiting" | "accepted" | "cancelled",
): Promise<number> {
  const { rows } = await sql`
    update recipient set state = ${state}, class = 'settled-by-hand', claim = null, due_at = now(),
      settled_at = case when ${state} = 'waiting' then null else now() end
    where campaign_id = ${campaignId} and id = any(${[...ids]}::bigint[]) and state = 'uncertain' returning 1`.execute(
    tx,
  );
  return rows.length;
}

/** Letters handed over in the last minute, for the rate; and when the last one was. */
export async function recentRate(tx: Tx, campaignId: string): Promise<{ lastMinute: number; lastAt: Date | null }> {
  const { rows } = await sql<{ last_minute: number; last_at: Date | null }>`
    select count(*) filter (where settled_at > now() - interval '1 minute') as last_minute, max(settled_at) as last_at
    from recipient where campaign_id = ${campaignId} and state = 'accepted'`.execute(tx);
  return { lastMinute: rows[0]!.last_minute, lastAt: rows[0]!.last_at };
}

/** Why letters were refused or put off, most frequent first. */
export async function reasonsGiven(tx: Tx, campaignId: string) {
  const { rows } = await sql<{ state: RecipientState; class: string; letters: number; example: string | null }>`
    select state, coalesce(class, '') as class, count(*) as letters, min(reply) as example from recipient
    where campaign_id = ${campaignId} and state in ('rejected', 'deferred', 'uncertain', 'suppressed')
    group by 1, 2 order by 3 desc limit 20`.execute(tx);
  return rows;
}

/** From how many doctors on a second person must approve. */
export async function approvalAbove(tx: Tx, fundId: number | null): Promise<number> {
  if (fundId === null) return 0;
  const row = await tx
    .selectFrom("campaign_setting")
    .select("approval_above")
    .where("fund_id", "=", fundId)
    .executeTakeFirst();
  return row?.approval_above ?? APPROVAL_ABOVE;
}

const APPROVAL_ABOVE = 500;

/** Letters a campaign may take, the latest first. */
export function lettersToChoose(tx: Tx) {
  return tx
    .selectFrom("letter")
    .select(["id", "name"])
    .where("archived_at", "is", null)
    .orderBy("changed_at", "desc")
    .limit(200)
    .execute();
}

/** The words of a letter as they are now; a campaign keeps its own copy of them. */
export function letterWords(tx: Tx, id: string) {
  return tx.selectFrom("letter").select(["subject", "blocks"]).where("id", "=", id).executeTakeFirst();
}

export async function setApprovalAbove(tx: Tx, fundId: number, approvalAbove: number): Promise<void> {
  await tx
    .insertInto("campaign_setting")
    .values({ fund_id: fundId, approval_above: approvalAbove })
    .onConflict((conflict) => conflict.column("fund_id").doUpdateSet({ approval_above: approvalAbove }))
    .execute();
}
