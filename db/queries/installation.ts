import type { Tx } from "../connection";

/** Nobody but Tandem itself, and no doctor: nothing of anybody's can be in the way. */
export async function isEmptyInstallation(tx: Tx): Promise<boolean> {
  const somebody = await tx
    .selectFrom("account")
    .select("id")
    .where("role", "<>", "system")
    .limit(1)
    .executeTakeFirst();
  const doctor = await tx.selectFrom("doctor").select("id").limit(1).executeTakeFirst();
  return !somebody && !doctor;
}

export async function placeSector(
  tx: Tx,
  fundId: number,
  name: string,
  communeCodes: readonly string[],
): Promise<number> {
  const { id } = await tx
    .insertInto("sector")
    .values({ fund_id: fundId, name })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("sector_commune")
    .values(communeCodes.map((code) => ({ fund_id: fundId, sector_id: id, commune_code: code })))
    .execute();
  return id;
}

export async function placeDelegate(tx: Tx, accountId: string, sectorId: number, fundId: number): Promise<void> {
  await tx
    .insertInto("delegate_sector")
    .values({ account_id: accountId, sector_id: sectorId, fund_id: fundId })
    .execute();
}
