import { sql } from "kysely";
import type { RecipientState, StateCounts } from "~/campaigns/ledger/ledger";
import type { Tx } from "../connection";

/** What a sender holds. The claim is its name: every later write must bring it. */
export interface Claimed {
  readonly id: number;
  readonly doctor_id: number;
  readonly address: string;
  readonly zone: string;
  readonly department: string;
  readonly attempts: number;
}

/** Takes letters that are due; rows another sender is taking are passed over. */
export async function claimDue(
  tx: Tx,
  { campaignId, provider, claim, limit }: { campaignId: string; provider: string; claim: string; limit: number },
): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    update recipient set state = 'claimed', claim = ${claim}
    where id in (
      select id from recipient
      where campaign_id = ${campaignId} and provider = ${provider} and state in ('waiting', 'deferred') and due_at <= now()
      order by due_at, id limit ${sql.lit(limit)} for update skip locked)
    returning id, doctor_id, address, zone, department, attempts`.execute(tx);
  return rows.sort((a, b) => a.id - b.id);
}

export interface Ready {
  readonly id: number;
  /** Null: it may be handed over now; otherwise why it will not be. */
  readonly suppressed: string | null;
}

/**
 * The last look before the wire, committed before the first byte: the campaign still runs, the letter is still ours, and
 * nobody has objected. What may go is `handing` from here; if this process dies, it is uncertain and never sent again.
 */
export async function beginHanding(
  tx: Tx,
  { campaignId, claim, ids, identity }: { campaignId: string; claim: string; ids: readonly number[]; identity: string },
): Promise<Ready[]> {
  const { rows } = await sql<Ready>`
    with going as (
      select category from campaign, installation
      where campaign.id = ${campaignId} and campaign.state = 'sending' and installation.armed_identity = ${identity}
        and (not_after is null or not_after > now())
      for share of campaign),
    held as (
      select r.id, case
        when exists (select from address_suppression a where a.fingerprint = r.fingerprint) then 'address'
        when g.category <> 'statutory' and exists (select from opt_out o where o.doctor_id = r.doctor_id and o.channel = 'email'
          and o.lifted_at is null and (o.category is null or o.category = g.category)) then 'objection'
      end as suppressed
      from recipient r cross join going g where r.id = any(${[...ids]}::bigint[]) and r.claim = ${claim} and r.state = 'claimed')
    update recipient r set
      state = case when h.suppressed is null then 'handing' else 'suppressed' end,
      claim = case when h.suppressed is null then r.claim end,
      class = h.suppressed,
      settled_at = case when h.suppressed is null then null else now() end
    from held h where r.id = h.id
    returning r.id, h.suppressed`.execute(tx);
  return rows;
}

export interface Outcome {
  readonly id: number;
  readonly state: Extract<RecipientState, "accepted" | "deferred" | "rejected" | "uncertain" | "waiting">;
  readonly class: string;
  readonly reply: string;
  /** Seconds until the next try, for those that wait. */
  readonly inSeconds: number;
  /** A try that counts against the letter; a relay that is down does not. */
  readonly counts: boolean;
}

/**
 * Writes down what the relay answered. Only for letters this sender still holds, or that were declared uncertain while it
 * was away: what it knows settles them.
 */
export async function recordOutcomes(tx: Tx, claim: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const column = <Value>(pick: (outcome: Outcome) => Value) => outcomes.map(pick);
  await sql`
    update recipient r set state = v.state, class = v.class, reply = left(v.reply, 1000), claim = null,
      attempts = r.attempts + v.counted, due_at = now() + make_interval(secs => v.seconds),
      settled_at = case when v.state in ('accepted', 'rejected', 'uncertain') then now() end
    from unnest(${column((o) => o.id)}::bigint[], ${column((o) => o.state)}::text[], ${column((o) => o.class)}::text[],
      ${column((o) => o.reply)}::text[], ${column((o) => o.inSeconds)}::double precision[],
      ${column((o) => (o.counts ? 1 : 0))}::smallint[]) as v(id, state, class, reply, seconds, counted)
    where r.id = v.id and r.claim = ${claim} and r.state in ('handing', 'uncertain')`.execute(tx);
}

/** Gives back what was claimed and not handed over: all of it, or these letters for a later moment. */
export async function releaseClaim(
  tx: Tx,
  claim: string,
  what: "all" | { only: readonly { id: number; dueAt: Date }[] },
): Promise<void> {
  if (what === "all") {
    await sql`update recipient set state = 'waiting', claim = null where claim = ${claim} and state = 'claimed'`.execute(
      tx,
    );
    return;
  }
  await sql`
    update recipient r set state = 'waiting', claim = null, due_at = v.due_at
    from unnest(${what.only.map(({ id }) => id)}::bigint[], ${what.only.map(({ dueAt }) => dueAt)}::timestamptz[]) as v(id, due_at)
    where r.id = v.id and r.claim = ${claim} and r.state = 'claimed'`.execute(tx);
}

/**
 * What dead senders held: claimed letters are free again, those being handed over are uncertain. The claim stays on the
 * latter, so that a sender that was only asleep may still say what it learned.
 */
export async function reclaimFromDead(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    update recipient r set
      state = case when r.state = 'claimed' then 'waiting' else 'uncertain' end,
      claim = case when r.state = 'claimed' then null else r.claim end,
      class = case when r.state = 'handing' then 'sender-lost' end,
      settled_at = case when r.state = 'handing' then now() end
    where r.claim is not null and r.state in ('claimed', 'handing')
      and not exists (select from sending_slot s where s.claim = r.claim)
    returning r.id`.execute(tx);
  return rows.length;
}

export async function stateCounts(tx: Tx, campaignId: string): Promise<StateCounts> {
  const { rows } = await sql<{ state: RecipientState; letters: number }>`
    select state, count(*) as letters from recipient where campaign_id = ${campaignId} group by state`.execute(tx);
  return Object.fromEntries(rows.map(({ state, letters }) => [state, letters]));
}

/** Settles at once what nobody holds; what is in flight settles itself. */
export async function settleWaiting(tx: Tx, campaignId: string, state: "cancelled" | "expired"): Promise<void> {
  await sql`
    update recipient set state = ${state}, settled_at = now(), claim = null
    where campaign_id = ${campaignId} and state in ('waiting', 'deferred', 'claimed')`.execute(tx);
}

/** A letter in flight when its campaign was cancelled may come back to be tried again: it will not be. */
export async function settleCancelled(tx: Tx): Promise<void> {
  await sql`
    update recipient r set state = 'cancelled', settled_at = now()
    from campaign c where c.id = r.campaign_id and c.state = 'cancelled' and c.finished_at > now() - interval '4 days'
      and r.state in ('waiting', 'deferred')`.execute(tx);
}

/** Groups of mailboxes with letters due now, for which nobody has asked the queue. */
export async function providersDue(tx: Tx, campaignId: string): Promise<string[]> {
  const { rows } = await sql<{ provider: string }>`
    select distinct r.provider from recipient r
    left join sending_gate g on g.provider = r.provider and g.paused_until > now()
    where r.campaign_id = ${campaignId} and r.state in ('waiting', 'deferred') and r.due_at <= now() and g.provider is null
    order by 1`.execute(tx);
  return rows.map(({ provider }) => provider);
}
