import { sql } from "kysely";
import type { SimulationLetterState } from "~/aids/letter-state";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";

export interface NewSimulationLetter {
  readonly fundId: number;
  readonly doctorId: number;
  readonly accountId: string;
  readonly choices: string;
  readonly subject: string;
  readonly body: string;
  readonly recipient: string;
  readonly askedOn: Day;
  readonly askedAt: Date;
}

/** Undefined when the same choices were asked for that day already. */
export async function insertSimulationLetter(tx: Tx, letter: NewSimulationLetter): Promise<string | undefined> {
  const row = await tx
    .insertInto("simulation_letter")
    .values({
      fund_id: letter.fundId,
      doctor_id: letter.doctorId,
      account_id: letter.accountId,
      choices: letter.choices,
      subject: letter.subject,
      body: letter.body,
      recipient: letter.recipient,
      asked_on: letter.askedOn,
      asked_at: letter.askedAt,
    })
    .onConflict((clash) =>
      clash.columns(["doctor_id", "choices", "asked_on"]).where("state", "<>", "dropped").doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export function simulationLetterById(tx: Tx, id: string) {
  return tx
    .selectFrom("simulation_letter as l")
    .innerJoin("fund", "fund.id", "l.fund_id")
    .innerJoin("account as a", "a.id", "l.account_id")
    .select([
      "l.id",
      "l.doctor_id",
      "l.choices",
      "l.subject",
      "l.body",
      "l.recipient",
      "l.asked_on",
      "fund.name as fund",
    ])
    .select(["a.name as sender", "a.email as sender_email", sql<SimulationLetterState>`l.state`.as("state")])
    .where("l.id", "=", id)
    .executeTakeFirst();
}

/** The latest first, with who asked for them. */
export function simulationLettersOf(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("simulation_letter as l")
    .leftJoin("account as a", "a.id", "l.account_id")
    .select(["l.id", "l.choices", "l.recipient", "l.asked_on", "l.failure", "l.account_id", "a.name as by"])
    .select(sql<SimulationLetterState>`l.state`.as("state"))
    .where("l.doctor_id", "=", doctorId)
    .orderBy("l.asked_at", "desc")
    .orderBy("l.id")
    .limit(20)
    .execute();
}

/** False when it stands elsewhere already. */
export async function moveSimulationLetter(
  tx: Tx,
  from: { id: string; states: readonly SimulationLetterState[] },
  to: { state: SimulationLetterState; failure?: string; sentAt?: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("simulation_letter")
    .set({ state: to.state, failure: to.failure ?? null, ...(to.sentAt === undefined ? {} : { sent_at: to.sentAt }) })
    .where("id", "=", from.id)
    .where("state", "in", [...from.states])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether letters to this address came back for good, or were complained about, in any fund. */
export async function isSuppressed(tx: Tx, address: string): Promise<boolean> {
  const { rows } = await sql`
    select from address_suppression x, installation i
    where x.fingerprint = sha256(i.link_secret || convert_to(lower(${address}), 'UTF8'))`.execute(tx);
  return rows.length > 0;
}
