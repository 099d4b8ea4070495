import { sql } from "kysely";
import type { Tx } from "../connection";

/** A sender not heard of for this long is dead; it says so every few seconds. */
const DEAD_AFTER = sql`interval '15 seconds'`;

/** The relay itself, among the groups of mailboxes. */
export const RELAY = "@relay";

/** A free lane towards a group of mailboxes, or false when all are taken. */
export async function takeSlot(
  tx: Tx,
  { provider, lanes, claim, campaignId }: { provider: string; lanes: number; claim: string; campaignId: string },
): Promise<boolean> {
  const { rows } = await sql<{ slot: number }>`
    insert into sending_slot (provider, slot, claim, campaign_id, seen_at)
    select ${provider}, free.slot, ${claim}, ${campaignId}, clock_timestamp() from (
      select number as slot from generate_series(1, ${lanes}) as number
      where not exists (select from sending_slot s where s.provider = ${provider} and s.slot = number
        and s.seen_at > clock_timestamp() - ${DEAD_AFTER})
      order by 1 limit 1) free
    on conflict (provider, slot) do update set claim = excluded.claim, campaign_id = excluded.campaign_id, seen_at = excluded.seen_at
      where sending_slot.seen_at <= clock_timestamp() - ${DEAD_AFTER}
    returning slot`.execute(tx);
  return rows.length === 1;
}

/** False when the slot is no longer ours: we were asleep too long, and somebody else has it. */
export async function keepSlot(tx: Tx, claim: string): Promise<boolean> {
  const { rows } = await sql`
    update sending_slot set seen_at = clock_timestamp() where claim = ${claim} returning 1`.execute(tx);
  return rows.length === 1;
}

export async function leaveSlot(tx: Tx, claim: string): Promise<void> {
  await sql`delete from sending_slot where claim = ${claim}`.execute(tx);
}

export async function forgetDeadSlots(tx: Tx): Promise<void> {
  await sql`delete from sending_slot where seen_at <= clock_timestamp() - ${DEAD_AFTER}`.execute(tx);
}

/** How many lanes towards each group are taken just now. */
export async function slotsTaken(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ provider: string; taken: number }>`
    select provider, count(*) as taken from sending_slot group by provider`.execute(tx);
  return new Map(rows.map(({ provider, taken }) => [provider, taken]));
}

/** Until when the relay or this group is left alone; null: it is open. */
export async function closedUntil(tx: Tx, provider: string): Promise<Date | null> {
  const { rows } = await sql<{ until: Date | null }>`
    select max(paused_until) as until from sending_gate
    where provider in (${provider}, ${RELAY}) and paused_until > now()`.execute(tx);
  return rows[0]?.until ?? null;
}

/** Leaves a group, or the relay, alone for a while; a longer pause already running stands. */
export async function closeGate(tx: Tx, provider: string, seconds: number, reason: string): Promise<void> {
  await sql`
    insert into sending_gate (provider, failures, paused_until, reason)
    values (${provider}, 1, now() + make_interval(secs => ${seconds}), left(${reason}, 500))
    on conflict (provider) do update set failures = sending_gate.failures + 1, reason = excluded.reason, changed_at = now(),
      paused_until = greatest(sending_gate.paused_until, excluded.paused_until)`.execute(tx);
}

export async function openGate(tx: Tx, provider: string): Promise<void> {
  await sql`delete from sending_gate where provider = ${provider}`.execute(tx);
}

/** How many times in a row the relay could not be spoken to. */
export async function failuresOf(tx: Tx, provider: string): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    select failures from sending_gate where provider = ${provider}`.execute(tx);
  return rows[0]?.failures ?? 0;
}

/**
 * How many of the letters wanted the pace allows now: a bucket that fills at the pace and never holds more than a second's
 * worth (at least one letter), so that no ten seconds carry more than the pace says. Null pace: all of them.
 */
export async function drawTokens(tx: Tx, campaignId: string, wanted: number): Promise<number> {
  const { rows } = await sql<{ granted: number }>`
    with bucket as (
      select id, per_minute, least(greatest(1, per_minute / 60.0),
        tokens + extract(epoch from clock_timestamp() - coalesce(tokens_at, clock_timestamp() - interval '1 second')) * per_minute / 60.0) as held
      from campaign where id = ${campaignId} for update)
    update campaign c set tokens = b.held - least(floor(b.held), ${wanted}), tokens_at = clock_timestamp()
    from bucket b where c.id = b.id
    returning least(floor(b.held), ${wanted})::integer as granted`.execute(tx);
  return rows[0]?.granted ?? 0;
}
