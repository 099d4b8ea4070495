import type { Tx } from "../../connection";

/** Newest first: older ones are found by nobody in a list. */
const MOST_CAMPAIGNS = 300;

export function sectorsSeen(tx: Tx) {
  return tx.selectFrom("sector").select(["id", "name"]).orderBy("name").orderBy("id").execute();
}

/** Null: every fund. */
export function fundsAmong(tx: Tx, ids: readonly number[] | null) {
  return tx
    .selectFrom("fund")
    .select(["id", "name"])
    .$if(ids !== null, (funds) => funds.where("id", "in", [...(ids ?? []), 0]))
    .orderBy("department")
    .execute();
}

export function campaignsToName(tx: Tx) {
  return tx.selectFrom("campaign").select(["id", "name"]).orderBy("created_at", "desc").limit(MOST_CAMPAIGNS).execute();
}
