import { sql } from "kysely";
import type { Tx } from "../connection";

/** The communes of a fund meant by each line, an INSEE code or a name. */
export async function communesNamed(tx: Tx, fundId: number, lines: readonly string[]) {
  const { rows } = await sql<{ asked: string; code: string }>`
    select line as asked, c.code from unnest(${[...lines]}::text[]) as line
    join commune c on c.fund_id = ${fundId} and c.kind in ('commune', 'arrondissement')
      and (c.code = upper(line) or c.folded = tandem.folded_town(line))`.execute(tx);
  return rows;
}

/** The sector of that name, made when there is none. */
export async function drawSectorOf(tx: Tx, fundId: number, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into sector (fund_id, name) values (${fundId}, ${name})
    on conflict (fund_id, name) do update set name = excluded.name returning id`.execute(tx);
  return rows[0]!.id;
}

export async function placeCommunes(tx: Tx, fundId: number, sectorId: number, codes: readonly string[]): Promise<void> {
  await tx
    .insertInto("sector_commune")
    .values(codes.map((code) => ({ fund_id: fundId, sector_id: sectorId, commune_code: code })))
    .onConflict((clash) => clash.columns(["fund_id", "commune_code"]).doUpdateSet({ sector_id: sectorId }))
    .execute();
}

/** A doctor belongs to the sector of the practice address. */
export async function moveDoctorsToTheirSectors(tx: Tx, fundId: number): Promise<void> {
  await sql`
    update doctor d set sector_id = sc.sector_id from doctor known
    left join sector_commune sc on sc.fund_id = known.fund_id and sc.commune_code = known.commune_code
    where d.id = known.id and d.fund_id = ${fundId} and d.sector_id is distinct from sc.sector_id`.execute(tx);
}
