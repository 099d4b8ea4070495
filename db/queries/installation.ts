import { sql } from "kysely";
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

/**
 * Gives each practice of the demonstration a door of its own around the middle of its commune, farther out in larger
 * ones: real ones are placed by people, and all at one point no tour would be worth looking at.
 */
export async function scatterPractices(tx: Tx, fundId: number): Promise<void> {
  await sql`
    insert into practice_point (fund_id, practice_key, latitude, longitude, source)
    select distinct on (d.practice_key) d.fund_id, d.practice_key,
      c.latitude + radius * sin(angle) / 111.2, c.longitude + radius * cos(angle) / (111.2 * cos(radians(c.latitude))), 'démonstration'
    from doctor d join commune c on c.code = d.commune_code
    cross join lateral (select ('x' || md5(d.practice_key))::bit(32)::bigint & 65535 as chance) drawn
    cross join lateral (select (0.2 + sqrt(coalesce(c.population, 1000)) / 160) * sqrt((chance % 256) / 256.0) as radius, (chance / 256) * pi() / 128 as angle) at
    where d.fund_id = ${fundId} and d.practice_key is not null and c.latitude is not null
    order by d.practice_key, d.id
    on conflict do nothing`.execute(tx);
}

export interface DemoDelegate {
  readonly id: string;
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** The delegates of the demonstration, and the largest town of their sectors. */
export async function demoDelegates(tx: Tx): Promise<DemoDelegate[]> {
  const { rows } = await sql<DemoDelegate>`
    select distinct on (a.id) a.id, c.name as town, c.latitude::double precision as latitude, c.longitude::double precision as longitude
    from account a join delegate_sector ds on ds.account_id = a.id
    join sector_commune sc on sc.sector_id = ds.sector_id join commune c on c.code = sc.commune_code and c.latitude is not null
    where a.demo and a.role = 'delegate' order by a.id, c.population desc nulls last`.execute(tx);
  return rows;
}

/** Delegates of the demonstration whose contracts are told, each with the manager who signs: first the one people sign in as. */
export async function demoFollowers(tx: Tx): Promise<{ delegateId: string; managerId: string }[]> {
  const { rows } = await sql<{ delegateId: string; managerId: string }>`
    select d.id as "delegateId", m.id as "managerId"
    from account m join account d on d.fund_id = m.fund_id and d.demo and d.role = 'delegate'
    where m.email = 'responsable@demo.example'
    order by d.email = 'delegue@demo.example' desc, d.email limit 2`.execute(tx);
  return rows;
}
