import type { Tx } from "../connection";

/** The fund of an import, or every fund that has doctors for a national one. */
export async function fundsOfImport(tx: Tx, fundId: number | null): Promise<number[]> {
  if (fundId !== null) return [fundId];
  const rows = await tx.selectFrom("doctor").select("fund_id").distinct().execute();
  return rows.map((row) => row.fund_id);
}

export function allFunds(tx: Tx) {
  return tx.selectFrom("fund").select(["id", "code", "name", "department"]).orderBy("department").execute();
}

export function fundByCode(tx: Tx, code: string) {
  return tx
    .selectFrom("fund")
    .select(["id", "name"])
    .where((fund) => fund.or([fund("code", "=", code), fund("department", "=", code)]))
    .executeTakeFirst();
}

export async function fundNames(tx: Tx, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("fund")
    .select("name")
    .where("id", "in", [...ids])
    .orderBy("department")
    .execute();
  return rows.map((row) => row.name);
}

export function fundsAmongIds(tx: Tx, ids: readonly number[]) {
  return tx
    .selectFrom("fund")
    .select(["id", "code", "name"])
    .where("id", "in", [...ids])
    .orderBy("department")
    .execute();
}

/** Where a fund works: its département decides holidays, its zone the hours. */
export function fundSheet(tx: Tx, id: number) {
  return tx.selectFrom("fund").select(["id", "name", "department", "zone"]).where("id", "=", id).executeTakeFirst();
}
