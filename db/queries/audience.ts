import { type Expression, type SqlBool, sql } from "kysely";
import type { Tx } from "../connection";

export interface AudienceAsk {
  readonly campaignId: string;
  /** Over `d` (doctor) and `s` (score). */
  readonly condition: Expression<SqlBool>;
  readonly fundIds: readonly number[] | null;
  readonly category: string;
  readonly holdoutPercent: number;
  readonly most: number | null;
  /** Group of mailboxes of each domain that has one. */
  readonly providers: Readonly<Record<string, string>>;
  readonly others: string;
  /** Letters and visits a doctor may receive in thirty days before this one. */
  readonly budget: number;
}

/** By reason, how many doctors of the audience are left out; `planned` and `held_out` are those who are in. */
export type AudienceCounts = Readonly<Record<string, number>>;

/**
 * Freezes who is written to, in one statement: the newest address that may be used, one letter a mailbox, the hold-out drawn
 * by practice (colleagues talk). Doctors who said no, or whose address failed, are left out here and looked at again before
 * each letter leaves.
 */
export async function freezeAudience(tx: Tx, ask: AudienceAsk): Promise<AudienceCounts> {
  const { rows } = await sql<{ reason: string; doctors: number }>`
    with ${judged(ask)}, ${entered(ask)}
    select reason, count(*) as doctors from judged where reason is not null group by 1
    union all select case state when 'held_out' then 'held_out' else 'planned' end, count(*) from entered group by 1`.execute(
    tx,
  );
  return Object.fromEntries(rows.map(({ reason, doctors }) => [reason, doctors]));
}

/** What became of somebody who was to join a campaign that already runs: their letter, or why there is none. */
export interface Joined {
  readonly doctor_id: number;
  readonly recipient_id: number | null;
  readonly reason: string | null;
}

/** Adds doctors to a campaign that takes them in one after the other. Who shares a mailbox with somebody before has no letter. */
export async function joinAudience(tx: Tx, ask: AudienceAsk): Promise<Joined[]> {
  const { rows } = await sql<Joined>`
    with ${judged(ask)}, ${entered(ask)}
    select j.id as doctor_id, e.id as recipient_id, coalesce(j.reason, case when e.id is null then 'same_mailbox' end) as reason
    from judged j left join entered e on e.doctor_id = j.id`.execute(tx);
  return rows;
}

/** The same judgement without writing anything: what the rehearsal shows. */
export async function audienceCounts(tx: Tx, ask: AudienceAsk): Promise<AudienceCounts> {
  const { rows } = await sql<{ reason: string; doctors: number }>`
    with ${judged(ask)}
    select coalesce(reason, case when held_out then 'held_out' else 'planned' end) as reason, count(*) as doctors
    from judged group by 1`.execute(tx);
  return Object.fromEntries(rows.map(({ reason, doctors }) => [reason, doctors]));
}

function entered(ask: AudienceAsk) {
  return sql`
    entered as (
      insert into recipient (campaign_id, fund_id, doctor_id, address, fingerprint, provider, zone, department, practice_key, state)
      select ${ask.campaignId}::uuid, j.fund_id, j.id, j.address, j.fingerprint, coalesce(p.provider, ${ask.others}), j.zone, j.department,
        j.practice_key, case when j.held_out then 'held_out' else 'waiting' end
      from judged j left join provider p on p.domain = split_part(j.address, '@', 2)
      where j.reason is null order by j.priority desc, j.id ${ask.most === null ? sql`` : sql`limit ${ask.most}`}
      on conflict (campaign_id, address) do nothing returning id, doctor_id, state)`;
}

function judged(ask: AudienceAsk) {
  const domains = Object.keys(ask.providers);
  return sql`
    secret as materialized (select link_secret from installation),
    provider as materialized (select * from unnest(${domains}::text[], ${domains.map((domain) => ask.providers[domain]!)}::text[]) as p(domain, provider)),
    member as materialized (
      select d.id, d.fund_id, d.practice_key, s.priority, fund.zone, coalesce(commune.department, fund.department) as department
      from score s join doctor d on d.id = s.doctor_id join fund on fund.id = d.fund_id
      left join commune on commune.code = d.commune_code
      where d.gone_on is null ${ask.fundIds === null ? sql`` : sql`and s.fund_id = any(${[...ask.fundIds]}::integer[])`} and (${ask.condition})),
    addressed as (
      select m.*, lower(plain.address) as address, reserved.kind is not null as has_reserved
      from member m
      left join lateral (select e.address from doctor_email e where e.doctor_id = m.id and e.kind = 'plain'
        order by e.noted_on desc, e.id desc limit 1) plain on true
      left join lateral (select e.kind from doctor_email e where e.doctor_id = m.id and e.kind <> 'plain' limit 1) reserved on true),
    known as (
      select a.*, sha256(secret.link_secret || convert_to(a.address, 'UTF8')) as fingerprint,
        row_number() over (partition by a.address order by a.priority desc, a.id) as rank
      from addressed a cross join secret),
    judged as materialized (
      select k.*, case
        when k.address is null and k.has_reserved then 'reserved_address'
        when k.address is null then 'no_address'
        when ${ask.category} <> 'statutory' and exists (select from opt_out o where o.doctor_id = k.id and o.channel = 'email'
          and o.lifted_at is null and (o.category is null or o.category = ${ask.category})) then 'objection'
        when exists (select from address_suppression x where x.fingerprint = k.fingerprint) then 'bounce'
        when k.rank > 1 then 'same_mailbox'
        when ${ask.category} <> 'statutory' and exists (select from visit v where v.doctor_id = k.id and v.state = 'booked'
          and v.starts_at between now() and now() + interval '7 days') then 'visit_soon'
        when ${ask.category} <> 'statutory' and (
          (select count(*) from recipient r where r.doctor_id = k.id and r.state = 'accepted' and r.settled_at > now() - interval '30 days')
          + (select count(*) from visit v where v.doctor_id = k.id and v.state = 'done' and v.starts_at > now() - interval '30 days'))
          >= ${ask.budget} then 'attention'
      end as reason,
      ('x' || substr(md5(${ask.campaignId} || coalesce(k.practice_key, k.id::text)), 1, 8))::bit(32)::bigint % 100 < ${ask.holdoutPercent} as held_out
      from known k)`;
}

/** How many doctors of a fund are meant, written to or not. */
export async function audienceSize(tx: Tx, fundId: number, condition: Expression<SqlBool>): Promise<number> {
  const { rows } = await sql<{ doctors: number }>`
    select count(*) as doctors from score s where s.fund_id = ${fundId} and (${condition})`.execute(tx);
  return rows[0]!.doctors;
}

/** No criterion: the whole directory. */
export const everybody = (): Expression<SqlBool> => sql<SqlBool>`true`;

/** The domains that addresses of these funds have, to be counted with their provider. */
export async function emailDomains(tx: Tx, fundIds: readonly number[] | null): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select distinct lower(split_part(address, '@', 2)) as domain from doctor_email
    where kind = 'plain' ${fundIds === null ? sql`` : sql`and fund_id = any(${[...fundIds]}::integer[])`}`.execute(tx);
  return rows.map(({ domain }) => domain);
}

/** As `emailDomains`, for some doctors. */
export async function emailDomainsOf(tx: Tx, doctorIds: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select distinct lower(split_part(address, '@', 2)) as domain from doctor_email
    where kind = 'plain' and doctor_id = any(${[...doctorIds]}::bigint[])`.execute(tx);
  return rows.map(({ domain }) => domain);
}

/** Some doctors, by number. */
export const theseDoctors = (ids: readonly number[]): Expression<SqlBool> =>
  sql<SqlBool>`s.doctor_id = any(${[...ids]}::bigint[])`;

/** Fingerprint of who is written to: it changes when anybody enters or leaves. */
export async function audienceHash(tx: Tx, campaignId: string): Promise<string> {
  const { rows } = await sql<{ hash: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(doctor_id::text || ' ' || address || ' ' || (state = 'held_out'), ',' order by doctor_id, address), ''), 'UTF8')), 'hex') as hash
    from recipient where campaign_id = ${campaignId}`.execute(tx);
  return rows[0]!.hash;
}
