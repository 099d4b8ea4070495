import { sql } from "kysely";
import type { RecipientState } from "~/campaigns/ledger/ledger";
import type { Tx } from "../connection";

export interface RegisterLine {
  readonly id: number;
  readonly rpps: string | null;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly address: string;
  readonly practice_key: string | null;
  readonly state: RecipientState;
  readonly class: string | null;
  readonly reply: string | null;
  readonly attempts: number;
  readonly settled_at: Date | null;
  readonly outcome: "delivered" | "bounced" | "complained" | null;
  readonly outcome_at: Date | null;
}

/** The ledger in the order it was drawn up, a page at a time. */
export async function registerLines(tx: Tx, campaignId: string, after: number, limit: number): Promise<RegisterLine[]> {
  const { rows } = await sql<RegisterLine>`
    select r.id, d.rpps, d.last_name, d.first_name, r.address, r.practice_key, r.state, r.class, r.reply, r.attempts,
      r.settled_at, r.outcome, r.outcome_at
    from recipient r left join doctor d on d.id = r.doctor_id
    where r.campaign_id = ${campaignId} and r.id > ${after} order by r.id limit ${limit}`.execute(tx);
  return rows;
}
