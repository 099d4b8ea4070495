import pg from "pg";
import { afterAll, inject } from "vitest";
import { actorFrom } from "~/access/actor";
import type { Actor, Context } from "~/access/context";
import type { Role } from "~/access/permissions";
import { actAs } from "~db/act-as";
import { openPool, type Pool } from "~db/connection";
import { HERE } from "./funds";
import { urlOf } from "./global";

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
}

/** A fresh migrated database for this test file, dropped after it. */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = inject("adminUrl");
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await asAdmin(adminUrl, (admin) => copyTemplate(admin, name));
  const url = urlOf(adminUrl, name);
  const pool = openPool(url, 6);
  afterAll(async () => {
    await pool.end();
    await asAdmin(adminUrl, (admin) => admin.query(`drop database ${name} with (force)`));
  });
  return { url, pool };
}

async function copyTemplate(admin: pg.Client, name: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await admin.query(`create database ${name} template ${inject("template")}`);
      return;
    } catch (error) {
      // 55006: another file is copying the template at this instant.
      if ((error as { code?: string }).code !== "55006" || attempt > 20) throw error;
      await new Promise((wake) => setTimeout(wake, 50 * (attempt + 1)));
    }
  }
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

export { ELSEWHERE, HERE } from "./funds";

/** An actor that needs no row: what the database sees of a person is set by `actAs`. */
export function anActor(
  role: Role = "manager",
  given: { fundIds?: number[]; sectorIds?: number[]; id?: string } = {},
): Actor {
  const [fund = HERE, ...more] = given.fundIds ?? [HERE];
  const national = role === "national_reader" || role === "super_administrator" || role === "system";
  return actorFrom({
    id: given.id ?? "00000000-0000-4000-8000-000000000001",
    role,
    name: "Personne de test",
    fund_id: national ? null : fund,
    more_funds: more,
    sector_ids: given.sectorIds ?? [],
  });
}

export const NOON = new Date("2026-11-24T11:00:00Z");

/** Runs a use case as somebody, committed. */
export function as<T>(
  database: TestDatabase,
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
  now = NOON,
): Promise<T> {
  return actAs(database.pool, actor, (tx) => work({ actor, tx, now }));
}
