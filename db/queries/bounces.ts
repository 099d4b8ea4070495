import { sql } from "kysely";
import type { Tx } from "../connection";

export interface BounceToKeep {
  readonly digest: Buffer;
  readonly fundId: number | null;
  readonly recipientId: number | null;
  readonly kind: string;
  readonly class: string | null;
  readonly status: string | null;
  readonly diagnostic: string;
  readonly raw: Uint8Array;
}

/** False when this very message was kept before. */
export async function keepBounce(tx: Tx, bounce: BounceToKeep): Promise<boolean> {
  const row = await tx
    .insertInto("bounce_message")
    .values({
      digest: bounce.digest,
      fund_id: bounce.fundId,
      recipient_id: bounce.recipientId,
      kind: bounce.kind,
      class: bounce.class,
      status: bounce.status,
      diagnostic: bounce.diagnostic.slice(0, 2_000),
      raw: Buffer.from(bounce.raw),
    })
    .onConflict((clash) => clash.doNothing())
    .returning("kind")
    .executeTakeFirst();
  return row !== undefined;
}

export interface BouncedLetter {
  readonly id: number;
  readonly fund_id: number;
  readonly doctor_id: number;
  readonly category: "statutory" | "information" | "event";
}

export async function bouncedLetter(tx: Tx, recipientId: number): Promise<BouncedLetter | undefined> {
  const { rows } = await sql<BouncedLetter>`
    select r.id, r.fund_id, r.doctor_id, c.category from recipient r join campaign c on c.id = r.campaign_id
    where r.id = ${recipientId}`.execute(tx);
  return rows[0];
}

/** What became of a letter after the relay took it; a letter nobody was sure of is settled by it. */
export async function noteOutcome(
  tx: Tx,
  recipientId: number,
  outcome: "delivered" | "bounced" | "complained",
): Promise<void> {
  await sql`
    update recipient set outcome = ${outcome}, outcome_at = now(),
      state = case when state = 'uncertain' then 'accepted' else state end
    where id = ${recipientId} and outcome is distinct from 'complained'`.execute(tx);
}

/** Failures of one mailbox that count and were not judged false, and the days between the first and the last. */
export async function failuresOfMailbox(tx: Tx, recipientId: number, name: string) {
  const { rows } = await sql<{ hits: number; days: number }>`
    select count(*) as hits, coalesce(extract(day from max(b.received_at) - min(b.received_at)), 0)::integer as days
    from recipient r join recipient same on same.fingerprint = r.fingerprint
    join bounce_message b on b.recipient_id = same.id and b.kind = 'bounce' and b.class = ${name}
    where r.id = ${recipientId} and not exists (
      select from bounce_judgement j where j.recipient_id = same.id and j.judged_at >= b.received_at)`.execute(tx);
  return rows[0]!;
}
