import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";
import { REPORT_DAYS } from "./sector-work";

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

/** Gives a commune to another sector, unless somebody has drawn it anew since. */
export async function handCommune(
  tx: Tx,
  fundId: number,
  { code, from, to }: { code: string; from: number; to: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("sector_commune")
    .set({ sector_id: to })
    .where("fund_id", "=", fundId)
    .where("commune_code", "=", code)
    .where("sector_id", "=", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * A doctor belongs to the sector of the practice address. One with a visit booked stays with the delegate they know until
 * it is held, and some days more for the report. Returns how many changed hands.
 */
export async function moveDoctorsToTheirSectors(tx: Tx, fundId: number, now: Date): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    with away as (
      select d.id, sc.sector_id from doctor d
      left join sector_commune sc on sc.fund_id = d.fund_id and sc.commune_code = d.commune_code
      where d.fund_id = ${fundId} and d.sector_id is distinct from sc.sector_id
        and (d.sector_id is null or not exists (select from visit v where v.doctor_id = d.id and v.state = 'booked'
          and v.ends_at > ${now}::timestamptz - ${REPORT_DAYS}))),
    moved as (update doctor d set sector_id = away.sector_id from away where d.id = away.id returning d.id, d.sector_id),
    ranked as (update score s set sector_id = moved.sector_id from moved where s.doctor_id = moved.id)
    select count(*)::int as moved from moved`.execute(tx);
  return rows[0]!.moved;
}

/** Funds in which a doctor is not in the sector of the practice: those who waited for a visit, and may be free of it. */
export async function fundsWithDoctorsAway(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ fund_id: number }>`
    select distinct d.fund_id from doctor d
    join sector_commune sc on sc.fund_id = d.fund_id and sc.commune_code = d.commune_code
    where d.sector_id is distinct from sc.sector_id and d.gone_on is null`.execute(tx);
  return rows.map((row) => row.fund_id);
}

/** What still holds a sector: communes, people, doctors who wait there, a change planned for it. */
export async function holdsOfSector(tx: Tx, id: number) {
  const { rows } = await sql<SectorHolds>`
    select s.id, s.name, s.fund_id,
      (select count(*)::int from sector_commune sc where sc.sector_id = s.id) as communes,
      (select count(*)::int from delegate_sector ds where ds.sector_id = s.id) as delegates,
      (select count(*)::int from doctor d where d.sector_id = s.id and d.gone_on is null) as doctors,
      (select min(c.apply_on) from sector_change c join sector_change_commune cc on cc.change_id = c.id
        where c.state = 'planned' and s.id in (cc.from_id, cc.to_id)) as change_on
    from sector s where s.id = ${id} for update`.execute(tx);
  return rows[0];
}

export interface SectorHolds {
  readonly id: number;
  readonly name: string;
  readonly fund_id: number;
  readonly communes: number;
  readonly delegates: number;
  readonly doctors: number;
  readonly change_on: Day | null;
}

/** False when another sector of the fund has that name. */
export async function renameSector(tx: Tx, { id, fund_id }: { id: number; fund_id: number }, name: string) {
  const { rows } = await sql`
    update sector set name = ${name} where id = ${id}
      and not exists (select from sector other where other.fund_id = ${fund_id} and other.name = ${name} and other.id <> ${id})
    returning id`.execute(tx);
  return rows.length === 1;
}

export async function deleteSector(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom("sector").where("id", "=", id).execute();
}
