import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { IntroductionState, Party, PartyAnswer } from "~/recruiting/introduction";
import type { MailState } from "~/recruiting/mail-state";
import type { Tx } from "../connection";

export interface IntroductionRow {
  readonly id: string;
  readonly fund_id: number;
  readonly candidate_id: string;
  readonly doctor_id: number;
  readonly candidate_answer: PartyAnswer | null;
  readonly candidate_on: Day | null;
  readonly doctor_answer: PartyAnswer | null;
  readonly doctor_on: Day | null;
  readonly state: IntroductionState;
  readonly version: number;
  readonly doctor_last_name: string;
  readonly doctor_first_name: string;
  readonly town: string | null;
  readonly candidate_last_name: string;
  readonly candidate_first_name: string;
  /** Of the letters to both, once they were asked for. */
  readonly mails: { readonly party: Party; readonly state: MailState; readonly failure: string | null }[];
}

const introductions = sql`
  select i.id, i.fund_id, i.candidate_id, i.doctor_id, i.candidate_answer, i.candidate_on, i.doctor_answer, i.doctor_on, i.state,
    i.version, d.last_name as doctor_last_name, d.first_name as doctor_first_name, d.town,
    k.last_name as candidate_last_name, k.first_name as candidate_first_name,
    coalesce((select jsonb_agg(jsonb_build_object('party', m.party, 'state', m.state, 'failure', m.failure) order by m.party)
      from recruiting_mail m where m.candidate_id = i.candidate_id and m.occasion = i.id::text), '[]') as mails
  from introduction i join doctor d on d.id = i.doctor_id join candidate k on k.id = i.candidate_id`;

export async function introductionById(tx: Tx, id: string): Promise<IntroductionRow | undefined> {
  const { rows } = await sql<IntroductionRow>`${introductions} where i.id = ${id}`.execute(tx);
  return rows[0];
}

export async function introductionsOf(
  tx: Tx,
  of: { candidateId: string } | { doctorId: number },
): Promise<IntroductionRow[]> {
  const whose = "candidateId" in of ? sql`i.candidate_id = ${of.candidateId}` : sql`i.doctor_id = ${of.doctorId}`;
  const { rows } =
    await sql<IntroductionRow>`${introductions} where ${whose} order by i.proposed_at, i.id limit 200`.execute(tx);
  return rows;
}

/** False when they were proposed to each other already. */
export async function insertIntroduction(
  tx: Tx,
  introduction: { fundId: number; candidateId: string; doctorId: number; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("introduction")
    .values({
      fund_id: introduction.fundId,
      candidate_id: introduction.candidateId,
      doctor_id: introduction.doctorId,
      proposed_by: introduction.by,
    })
    .onConflict((clash) => clash.columns(["candidate_id", "doctor_id"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False when somebody was faster, or when they have been introduced meanwhile. */
export async function answerIntroduction(
  tx: Tx,
  from: { id: string; version: number },
  told: { party: Party; answer: PartyAnswer; on: Day; state: IntroductionState },
): Promise<boolean> {
  const { party, answer, on, state } = told;
  const change =
    party === "candidate" ? { candidate_answer: answer, candidate_on: on } : { doctor_answer: answer, doctor_on: on };
  const { numUpdatedRows } = await tx
    .updateTable("introduction")
    .set({ ...change, state, version: sql`version + 1` })
    .where("id", "=", from.id)
    .where("version", "=", from.version)
    .where("state", "<>", "introduced")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
