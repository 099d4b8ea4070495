import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/context";
import { anActor, as, HERE, type TestDatabase } from "../../support/database";
import { aRankedDoctor } from "../../support/factories";

/** Communes around Saint-Nazaire and Pornic, as the reference places them. */
export const TOWNS = { nazaire: "44184", pornichet: "44132", baule: "44055", trignac: "44210", pontchateau: "44129" };

/** An account that a change can be signed with. */
export async function aManager({ pool }: TestDatabase, fundId = HERE): Promise<Actor> {
  const id = randomUUID();
  await pool.query(
    "insert into account (id, fund_id, role, name, email) values ($1, $2, 'manager', 'Anne Guilbaud', $3)",
    [id, fundId, `${id}@cpam.example`],
  );
  return anActor("manager", { id, fundIds: [fundId] });
}

export async function aSystem({ pool }: TestDatabase): Promise<Actor> {
  const { rows } = await pool.query("select id from account where role = 'system'");
  const id = (rows[0]?.id as string) ?? randomUUID();
  if (rows.length === 0)
    await pool.query("insert into account (id, role, name, email) values ($1, 'system', 'Tandem', $2)", [
      id,
      `${id}@tandem.invalid`,
    ]);
  return anActor("system", { id });
}

/** A sector of these communes, with so many doctors worth a visit in each. */
export async function aLand(
  database: TestDatabase,
  name: string,
  communes: Readonly<Record<string, number>>,
  fundId = HERE,
): Promise<{ id: number; doctors: number[] }> {
  const { rows } = await database.pool.query("insert into sector (fund_id, name) values ($1, $2) returning id", [
    fundId,
    name,
  ]);
  const id = rows[0].id as number;
  const doctors: number[] = [];
  for (const [code, count] of Object.entries(communes)) {
    await database.pool.query("insert into sector_commune (fund_id, sector_id, commune_code) values ($1, $2, $3)", [
      fundId,
      id,
      code,
    ]);
    await as(database, anActor("system"), async (ctx) => {
      for (let i = 0; i < count; i++)
        doctors.push(await aRankedDoctor(ctx, { fund_id: fundId, sector_id: id, commune_code: code }));
    });
  }
  return { id, doctors };
}

export async function aDelegateOf({ pool }: TestDatabase, sectorIds: number[], fundId = HERE): Promise<string> {
  const id = randomUUID();
  await pool.query(
    "insert into account (id, fund_id, role, name, email) values ($1, $2, 'delegate', 'Éric Robert', $3)",
    [id, fundId, `${id}@cpam.example`],
  );
  for (const sectorId of sectorIds)
    await pool.query("insert into delegate_sector (account_id, sector_id, fund_id) values ($1, $2, $3)", [
      id,
      sectorId,
      fundId,
    ]);
  return id;
}

export async function aBookedVisit(
  { pool }: TestDatabase,
  delegateId: string,
  doctorId: number,
  at: string,
): Promise<void> {
  await pool.query(
    `insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness)
     values ($1, $2, $3, $4::timestamptz, $4::timestamptz + interval '30 minutes', 'Europe/Paris', 'booked', 'fixed')`,
    [HERE, delegateId, doctorId, at],
  );
}

/** A visit held on 10 November, and what came of it. */
export async function aReport(
  { pool }: TestDatabase,
  delegateId: string,
  doctorId: number,
  result: string,
): Promise<void> {
  await pool.query(
    `with held as (
       insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness)
       values ($1, $2, $3, '2026-11-10T09:00:00Z', '2026-11-10T09:30:00Z', 'Europe/Paris', 'done', 'fixed') returning *)
     insert into report (id, fund_id, visit_id, doctor_id, delegate_id, result, next_step, held_at)
     select gen_random_uuid(), fund_id, id, doctor_id, delegate_id, $4, 'none', starts_at from held`,
    [HERE, delegateId, doctorId, result],
  );
}
