import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { AddressAnswer } from "~/campaigns/deliverability/causes";
import type { Tx } from "../connection";

/** The delegate of the sector where this doctor practises. */
export async function delegateOfDoctor(tx: Tx, doctorId: number): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, a.name from doctor d join delegate_sector ds on ds.sector_id = d.sector_id
    join account a on a.id = ds.account_id and a.disabled_at is null
    where d.id = ${doctorId} order by a.id limit 1`.execute(tx);
  return rows[0];
}

/** The number of the question, or null when one is open for this doctor already. */
export async function insertQuestion(
  tx: Tx,
  question: {
    fundId: number;
    doctorId: number;
    recipientId: number;
    address: string;
    delegateId: string;
    by: string;
    at: Date;
  },
): Promise<string | null> {
  const row = await tx
    .insertInto("address_question")
    .values({
      fund_id: question.fundId,
      doctor_id: question.doctorId,
      recipient_id: question.recipientId,
      address: question.address,
      delegate_id: question.delegateId,
      asked_by: question.by,
      asked_at: question.at,
    })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** An open question is taken back; an answered one stays. */
export async function removeQuestion(tx: Tx, id: string): Promise<number | null> {
  const { rows } = await sql<{ doctor_id: number }>`
    delete from address_question where id = ${id} and answer is null returning doctor_id`.execute(tx);
  return rows[0]?.doctor_id ?? null;
}

export async function questionsAsked(tx: Tx, page: { skip: number; limit: number }) {
  const { rows } = await sql<{
    id: string;
    doctor_id: number;
    recipient_id: number;
    last_name: string;
    first_name: string;
    town: string | null;
    address: string;
    delegate: string | null;
    asked_at: Date;
    answer: AddressAnswer | null;
    answered_at: Date | null;
    is_suppressed: boolean;
  }>`
    select q.id, q.doctor_id, q.recipient_id, d.last_name, d.first_name, d.town, q.address, a.name as delegate, q.asked_at, q.answer,
      q.answered_at, exists (select from recipient r join address_suppression s on s.fingerprint = r.fingerprint where r.id = q.recipient_id) as is_suppressed
    from address_question q join doctor d on d.id = q.doctor_id left join account a on a.id = q.delegate_id
    order by (q.answer is null) desc, coalesce(q.answered_at, q.asked_at) desc, q.id offset ${page.skip} limit ${page.limit}`.execute(
    tx,
  );
  return rows;
}

export async function openQuestionOf(tx: Tx, doctorId: number) {
  const { rows } = await sql<{ id: string; address: string; asked_at: Date; asked_by: string | null }>`
    select q.id, q.address, q.asked_at, a.name as asked_by from address_question q left join account a on a.id = q.asked_by
    where q.doctor_id = ${doctorId} and q.answer is null`.execute(tx);
  return rows[0];
}

/** False when somebody answered before. */
export async function answerQuestion(
  tx: Tx,
  id: string,
  { answer, by, at }: { answer: AddressAnswer; by: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update address_question set answer = ${answer}, answered_by = ${by}, answered_at = ${at}
    where id = ${id} and answer is null returning 1`.execute(tx);
  return rows.length === 1;
}

export async function isSuppressed(tx: Tx, address: string): Promise<boolean> {
  const { rows } = await sql<{ is_suppressed: boolean }>`
    select exists (select from address_suppression s, installation i
      where s.fingerprint = sha256(i.link_secret || convert_to(lower(${address}), 'UTF8'))) as is_suppressed`.execute(
    tx,
  );
  return rows[0]!.is_suppressed;
}

/** The newest address is the one that is written to: an address given again becomes the newest. */
export async function keepGivenAddress(
  tx: Tx,
  given: { fundId: number; doctorId: number; address: string; display: string; source: string; on: Day },
): Promise<void> {
  await sql`
    insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on)
    values (${given.fundId}, ${given.doctorId}, ${given.address}, ${given.display}, 'plain', ${given.source}, ${given.on})
    on conflict (doctor_id, address) do update set display = excluded.display, source = excluded.source, noted_on = excluded.noted_on`.execute(
    tx,
  );
}
