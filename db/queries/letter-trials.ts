import { sql } from "kysely";
import type { TrialState } from "~/campaigns/letters/trial";
import type { Tx } from "../connection";

export interface NewTrial {
  readonly id: string;
  readonly fundId: number;
  readonly letterId: string;
  readonly revision: number;
  readonly accountId: string;
  readonly doctorId: number | null;
  readonly at: Date;
}

/** False when this very click was heard already. */
export async function insertTrial(tx: Tx, trial: NewTrial): Promise<boolean> {
  const made = await tx
    .insertInto("letter_trial")
    .values({
      id: trial.id,
      fund_id: trial.fundId,
      letter_id: trial.letterId,
      revision: trial.revision,
      account_id: trial.accountId,
      doctor_id: trial.doctorId,
      asked_at: trial.at,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

export function trialById(tx: Tx, id: string) {
  return tx
    .selectFrom("letter_trial")
    .select(["id", "letter_id", "revision", "account_id", "doctor_id", sql<TrialState>`state`.as("state")])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The last one this person asked for. */
export function lastTrial(tx: Tx, letterId: string, accountId: string) {
  return tx
    .selectFrom("letter_trial")
    .select(["id", "revision", "asked_at", "settled_at", sql<TrialState>`state`.as("state")])
    .where("letter_id", "=", letterId)
    .where("account_id", "=", accountId)
    .orderBy("asked_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** False when it is no longer in the state it was read in. */
export async function moveTrial(
  tx: Tx,
  id: string,
  from: TrialState,
  to: TrialState,
  at: Date | null,
): Promise<boolean> {
  const moved = await tx
    .updateTable("letter_trial")
    .set({ state: to, settled_at: at })
    .where("id", "=", id)
    .where("state", "=", from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}
