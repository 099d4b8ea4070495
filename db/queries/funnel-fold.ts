import { sql } from "kysely";
import type { Tx } from "../connection";

/** Counts again some of those marked: how many were; 0 when nothing waits, null while somebody else counts. */
export async function foldFunnel(tx: Tx, fundId: number | null, most: number): Promise<number | null> {
  const { rows } = await sql<{
    n: number | null;
  }>`select tandem.fold_funnel(${fundId}::integer, ${most}::integer) as n`.execute(tx);
  return rows[0]!.n;
}

/** How many sums a full count tells otherwise, mended on the way; null: somebody writes, try again. */
export async function checkFunnel(tx: Tx, fundId: number): Promise<number | null> {
  const { rows } = await sql<{ n: number | null }>`select tandem.check_funnel(${fundId}::integer, true) as n`.execute(
    tx,
  );
  return rows[0]!.n;
}

export async function noteCheck(tx: Tx, fundId: number, differing: number, at: Date): Promise<void> {
  const found = {
    checked_at: at,
    differing,
    ...(differing > 0 && { last_differing: differing, last_differed_at: at }),
  };
  await tx
    .insertInto("funnel_check")
    .values({ fund_id: fundId, ...found })
    .onConflict((clash) => clash.column("fund_id").doUpdateSet(found))
    .execute();
}

/** What the last nights found. */
export function checksOf(tx: Tx, fundIds: readonly number[]) {
  return tx
    .selectFrom("funnel_check as c")
    .innerJoin("fund as f", "f.id", "c.fund_id")
    .select(["f.name", "c.checked_at", "c.differing", "c.last_differing", "c.last_differed_at"])
    .$if(fundIds.length > 0, (query) => query.where("c.fund_id", "in", [...fundIds]))
    .orderBy("c.fund_id")
    .execute();
}

export async function allFundIds(tx: Tx): Promise<number[]> {
  const rows = await tx.selectFrom("fund").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** How many marks still wait: more than none only after a change of thousands at once. */
export async function marksWaiting(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("funnel_mark")
    .select((all) => all.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
