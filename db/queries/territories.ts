import { sql } from "kysely";
import type { Tx } from "../connection";

export function sectorsOfFund(tx: Tx, fundId: number) {
  return tx.selectFrom("sector").select(["id", "name"]).where("fund_id", "=", fundId).orderBy("name").execute();
}

export async function sectorNamesOf(tx: Tx, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("sector")
    .select("name")
    .where("id", "in", [...ids])
    .orderBy("name")
    .execute();
  return rows.map((row) => row.name);
}

export async function sectorIdsOf(tx: Tx, accountId: string): Promise<number[]> {
  const rows = await tx.selectFrom("delegate_sector").select("sector_id").where("account_id", "=", accountId).execute();
  return rows.map((row) => row.sector_id);
}

/** Sectors of the funds the reader sees, with their size and the people who hold them. */
export async function sectorSheets(tx: Tx) {
  const { rows } = await sql<SectorSheet>`
    select s.id, s.name, s.fund_id,
      (select count(*) from sector_commune sc where sc.sector_id = s.id) as communes,
      coalesce((select array_agg(a.name order by a.name) from delegate_sector ds
        join account a on a.id = ds.account_id and a.disabled_at is null where ds.sector_id = s.id), '{}') as delegates
    from sector s order by s.fund_id, s.name limit 1000`.execute(tx);
  return rows;
}

export interface SectorSheet {
  readonly id: number;
  readonly name: string;
  readonly fund_id: number;
  readonly communes: number;
  readonly delegates: string[];
}

/** Gives somebody exactly these sectors of their fund. Returns how many exist there: fewer than asked means a stranger. */
export async function replaceSectors(
  tx: Tx,
  accountId: string,
  fundId: number,
  sectorIds: readonly number[],
): Promise<number> {
  await tx.deleteFrom("delegate_sector").where("account_id", "=", accountId).execute();
  const { rows } = await sql`
    insert into delegate_sector (account_id, sector_id, fund_id)
    select ${accountId}::uuid, id, fund_id from sector where fund_id = ${fundId} and id = any (${[...sectorIds]}::integer[])
    returning sector_id`.execute(tx);
  return rows.length;
}

/** Absences of this person and those of the colleagues they stand in for, today's and to come. */
export function coversOf(tx: Tx, accountId: string) {
  return tx
    .selectFrom("cover as c")
    .innerJoin("account as absent", "absent.id", "c.absent_id")
    .innerJoin("account as by", "by.id", "c.by_id")
    .select(["c.id", "c.from_on", "c.to_on", "c.absent_id", "absent.name as absent", "by.name as by"])
    .where((row) => row.or([row("c.absent_id", "=", accountId), row("c.by_id", "=", accountId)]))
    .where("c.to_on", ">=", sql<string>`(now() at time zone 'Europe/Paris')::date`)
    .orderBy("c.from_on")
    .execute();
}

export async function insertCover(
  tx: Tx,
  cover: { fundId: number; absentId: string; byId: string; fromOn: string; toOn: string },
): Promise<void> {
  await tx
    .insertInto("cover")
    .values({
      fund_id: cover.fundId,
      absent_id: cover.absentId,
      by_id: cover.byId,
      from_on: cover.fromOn,
      to_on: cover.toOn,
    })
    .execute();
}

export async function deleteCover(tx: Tx, id: number, absentId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("cover")
    .where("id", "=", id)
    .where("absent_id", "=", absentId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
