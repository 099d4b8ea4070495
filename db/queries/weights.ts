import { sql } from "kysely";
import type { Weights } from "~/eligibility/weights";
import type { Tx } from "../connection";

export async function weightsOf(tx: Tx, fundId: number) {
  const row = await tx
    .selectFrom("weights")
    .leftJoin("account", "account.id", "weights.changed_by")
    .select(["weights.points", "weights.changed_at", "account.name as changed_by"])
    .where("weights.fund_id", "=", fundId)
    .executeTakeFirst();
  return row && { points: row.points as Weights, changedAt: row.changed_at, changedBy: row.changed_by };
}

export async function saveWeights(tx: Tx, fundId: number, points: Weights, accountId: string): Promise<void> {
  const values = { points: JSON.stringify(points), changed_by: accountId, changed_at: sql<Date>`now()` };
  await tx
    .insertInto("weights")
    .values({ fund_id: fundId, ...values })
    .onConflict((clash) => clash.column("fund_id").doUpdateSet(values))
    .execute();
}

/** Back to the weights everybody has who chose none. */
export async function forgetWeights(tx: Tx, fundId: number): Promise<void> {
  await tx.deleteFrom("weights").where("fund_id", "=", fundId).execute();
}
