import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Cause } from "~/campaigns/deliverability/causes";
import type { Tx } from "../connection";

type Condition = RawBuilder<SqlBool>;

/** Come back, or refused during the exchange and not judged otherwise; a judgement takes back the outcome itself. */
const returned: Condition = sql`(r.outcome = 'bounced'
  or (r.state = 'rejected' and not exists (select from bounce_judgement j where j.recipient_id = r.id)))`;

/** The class of the message that came back, else of the server's refusal. */
const cause = sql<Cause>`case coalesce(b.class, r.class)
  when 'hard' then 'hard' when 'mailbox-full' then 'full' when 'policy' then 'policy' else 'refused' end`;

const lastBounce = sql`left join lateral (
  select m.digest, m.class, m.diagnostic, m.received_at from bounce_message m
  where m.recipient_id = r.id and m.kind = 'bounce' order by m.received_at desc limit 1) b on true`;

export interface ReturnedLetter {
  readonly id: number;
  readonly doctor_id: number;
  readonly address: string;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly town: string | null;
  readonly campaign_id: string;
  readonly campaign: string;
  readonly cause: Cause;
  readonly said: string | null;
  readonly at: Date | null;
  /** Hexadecimal; null when the server refused during the exchange: its words are all there is. */
  readonly digest: string | null;
  readonly suppressed: "bounce" | "full" | "complaint" | null;
  readonly asked_at: Date | null;
}

/** Letters that came back, the latest first. */
export async function returnedLetters(
  tx: Tx,
  ask: { cause: Cause | null; before: number | null; limit: number },
): Promise<ReturnedLetter[]> {
  const { rows } = await sql<ReturnedLetter>`
    select r.id, r.doctor_id, r.address, d.last_name, d.first_name, d.town, c.id as campaign_id, c.name as campaign,
      ${cause} as cause, coalesce(nullif(b.diagnostic, ''), r.reply) as said, coalesce(b.received_at, r.settled_at) as at,
      encode(b.digest, 'hex') as digest, s.reason as suppressed, q.asked_at
    from recipient r join campaign c on c.id = r.campaign_id left join doctor d on d.id = r.doctor_id ${lastBounce}
    left join address_suppression s on s.fingerprint = r.fingerprint
    left join address_question q on q.doctor_id = r.doctor_id and q.answer is null
    where ${returned} ${ask.before === null ? sql`` : sql`and r.id < ${ask.before}`}
      ${ask.cause === null ? sql`` : sql`and ${cause} = ${ask.cause}`}
    order by r.id desc limit ${ask.limit}`.execute(tx);
  return rows;
}

export async function returnedByCause(tx: Tx): Promise<{ cause: Cause; letters: number }[]> {
  const { rows } = await sql<{ cause: Cause; letters: number }>`
    select ${cause} as cause, count(*) as letters from recipient r ${lastBounce} where ${returned} group by 1 order by 2 desc`.execute(
    tx,
  );
  return rows;
}

export type MessageKind = "auto-reply" | "complaint" | "unknown";

/** Messages that are not bounces, the latest first. */
export async function messagesOfKind(tx: Tx, kind: MessageKind, page: { skip: number; limit: number }) {
  const { rows } = await sql<{
    digest: string;
    received_at: Date;
    doctor_id: number | null;
    last_name: string | null;
    first_name: string | null;
    address: string | null;
    campaign: string | null;
  }>`
    select encode(b.digest, 'hex') as digest, b.received_at, r.doctor_id, d.last_name, d.first_name, r.address, c.name as campaign
    from bounce_message b left join recipient r on r.id = b.recipient_id left join doctor d on d.id = r.doctor_id
    left join campaign c on c.id = r.campaign_id
    where b.kind = ${kind} order by b.received_at desc, b.digest offset ${page.skip} limit ${page.limit}`.execute(tx);
  return rows;
}

/** Oppositions said by the link of a letter, the latest first. */
export async function oppositionsByLink(tx: Tx, page: { skip: number; limit: number }) {
  const { rows } = await sql<{
    id: number;
    doctor_id: number;
    last_name: string;
    first_name: string;
    town: string | null;
    category: string | null;
    noted_at: Date;
    lifted_at: Date | null;
    campaign: string | null;
    via: "complaint" | "one-click" | null;
  }>`
    select o.id, o.doctor_id, d.last_name, d.first_name, d.town, o.category, o.noted_at, o.lifted_at, last.campaign, mail.kind as via
    from opt_out o join doctor d on d.id = o.doctor_id
    left join lateral (select c.name as campaign from recipient r join campaign c on c.id = r.campaign_id
      where r.doctor_id = o.doctor_id and r.state = 'accepted' and r.settled_at <= o.noted_at order by r.settled_at desc limit 1) last on true
    left join lateral (select b.kind from bounce_message b join recipient r on r.id = b.recipient_id
      where r.doctor_id = o.doctor_id and b.kind in ('complaint', 'one-click') and b.received_at between o.noted_at - interval '1 minute'
        and o.noted_at + interval '1 minute' limit 1) mail on true
    where o.channel = 'email' and o.source = 'lien de désinscription'
    order by o.noted_at desc, o.id desc offset ${page.skip} limit ${page.limit}`.execute(tx);
  return rows;
}

/** How many of each, for the tabs. */
export async function deliverabilityCounts(tx: Tx) {
  const { rows } = await sql<{
    returned: number;
    "auto-reply": number;
    complaint: number;
    unknown: number;
    oppositions: number;
    questions: number;
  }>`
    select (select count(*) from recipient r where ${returned}) as returned,
      count(*) filter (where b.kind = 'auto-reply') as "auto-reply", count(*) filter (where b.kind = 'complaint') as complaint,
      count(*) filter (where b.kind = 'unknown') as unknown,
      (select count(*) from opt_out o where o.channel = 'email' and o.source = 'lien de désinscription') as oppositions,
      (select count(*) from address_question) as questions
    from bounce_message b where b.kind in ('auto-reply', 'complaint', 'unknown')`.execute(tx);
  return rows[0]!;
}

/** What each group of mailboxes was handed and gave back since that day. */
export async function returnsByProvider(tx: Tx, since: Date) {
  const { rows } = await sql<{ provider: string; handed: number; returned: number; complained: number }>`
    select r.provider, count(*) as handed, count(*) filter (where ${returned}) as returned,
      count(*) filter (where r.outcome = 'complained') as complained
    from recipient r where r.state in ('accepted', 'rejected', 'uncertain') and r.settled_at >= ${since}
    group by 1 order by 2 desc`.execute(tx);
  return rows;
}

/** One message as it came, for whoever sees the letter it speaks of. */
export async function rawMessage(tx: Tx, digest: string) {
  const { rows } = await sql<{
    kind: string;
    class: string | null;
    status: string | null;
    received_at: Date;
    raw: Buffer;
    size: number;
    address: string | null;
    doctor_id: number | null;
  }>`
    select b.kind, b.class, b.status, b.received_at, b.raw, octet_length(b.raw) as size, r.address, r.doctor_id
    from bounce_message b left join recipient r on r.id = b.recipient_id where b.digest = decode(${digest}, 'hex')`.execute(
    tx,
  );
  return rows[0];
}
