import { sql } from "kysely";
import type { Party } from "~/recruiting/introduction";
import type { MailKind, MailState } from "~/recruiting/mail-state";
import type { Tx } from "../connection";

export interface NewMail {
  readonly fundId: number;
  readonly candidateId: string;
  readonly doctorId: number | null;
  readonly kind: MailKind;
  /** With the party, what keeps a second letter from existing. */
  readonly occasion: string;
  readonly party: Party;
  readonly subject: string;
  readonly body: string;
  readonly by: string;
  readonly at: Date;
}

/** Null when this letter exists already. */
export async function insertMail(tx: Tx, mail: NewMail): Promise<string | null> {
  const row = await tx
    .insertInto("recruiting_mail")
    .values({
      fund_id: mail.fundId,
      candidate_id: mail.candidateId,
      doctor_id: mail.doctorId,
      kind: mail.kind,
      occasion: mail.occasion,
      party: mail.party,
      subject: mail.subject,
      body: mail.body,
      asked_by: mail.by,
      asked_at: mail.at,
    })
    .onConflict((clash) => clash.columns(["candidate_id", "occasion", "party"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface MailRow {
  readonly id: string;
  readonly candidate_id: string;
  readonly doctor_id: number | null;
  readonly kind: MailKind;
  readonly party: Party;
  readonly subject: string;
  readonly body: string;
  readonly state: MailState;
  readonly fund: string;
  readonly sender: string | null;
  readonly sender_email: string | null;
}

export async function mailById(tx: Tx, id: string): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`
    select m.id, m.candidate_id, m.doctor_id, m.kind, m.party, m.subject, m.body, m.state, f.name as fund, a.name as sender,
      a.email as sender_email
    from recruiting_mail m join fund f on f.id = m.fund_id left join account a on a.id = m.asked_by where m.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** False when it stands elsewhere already. */
export async function moveMail(
  tx: Tx,
  from: { id: string; states: readonly MailState[] },
  to: { state: MailState; failure?: string; sentAt?: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("recruiting_mail")
    .set({ state: to.state, failure: to.failure ?? null, ...(to.sentAt === undefined ? {} : { sent_at: to.sentAt }) })
    .where("id", "=", from.id)
    .where("state", "in", [...from.states])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface NewLetter {
  readonly id: string;
  readonly fundId: number;
  readonly subject: string;
  readonly body: string;
  readonly filters: object;
  readonly recipients: number;
  readonly by: string;
  readonly at: Date;
}

/** False when this very letter was asked for already. */
export async function insertCandidateLetter(tx: Tx, letter: NewLetter): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("candidate_letter")
    .values({
      id: letter.id,
      fund_id: letter.fundId,
      subject: letter.subject,
      body: letter.body,
      filters: JSON.stringify(letter.filters),
      recipients: letter.recipients,
      asked_by: letter.by,
      asked_at: letter.at,
    })
    .onConflict((clash) => clash.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Letters sent to candidates, the newest first, with what became of them. */
export async function candidateLetters(tx: Tx, fundId: number) {
  const { rows } = await sql<{
    id: string;
    subject: string;
    recipients: number;
    asked_at: Date;
    by: string | null;
    sent: number;
    waiting: number;
  }>`
    select l.id, l.subject, l.recipients, l.asked_at, a.name as by,
      (select count(*)::int from recruiting_mail m where m.occasion = l.id::text and m.state = 'sent') as sent,
      (select count(*)::int from recruiting_mail m where m.occasion = l.id::text and m.state in ('waiting', 'sending')) as waiting
    from candidate_letter l left join account a on a.id = l.asked_by
    where l.fund_id = ${fundId} order by l.asked_at desc limit 10`.execute(tx);
  return rows;
}

export async function mailsTo(tx: Tx, candidateId: string) {
  const { rows } = await sql<{ id: string; kind: MailKind; subject: string; state: MailState; asked_at: Date }>`
    select id, kind, subject, state, asked_at from recruiting_mail
    where candidate_id = ${candidateId} and party = 'candidate' order by asked_at desc limit 20`.execute(tx);
  return rows;
}
