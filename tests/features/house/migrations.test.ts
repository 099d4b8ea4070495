import fs from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openPool, type Pool } from "~db/connection";
import { migrate } from "~db/migrate";
import { schemaTypes } from "~db/schema-types";
import { urlOf } from "../../support/global";

const name = `t_bare_${process.pid}`;
const url = urlOf(inject("adminUrl"), name);
const pools: Pool[] = [];

beforeAll(() => asAdmin(`create database ${name}`));
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await asAdmin(`drop database ${name} with (force)`);
});

async function asAdmin(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}

function aProcess(): Pool {
  const pool = openPool(url, 2);
  pools.push(pool);
  return pool;
}

it("a bare database is made once by two processes that start at the same instant", async () => {
  const applied = await Promise.all([migrate(aProcess()), migrate(aProcess())]);
  expect(applied.map((each) => each.length).sort()).toEqual([0, applied.flat().length]);
  expect(applied.flat()).toContain("policies");
  const { rows } = await aProcess().query(
    "select (select count(*) from commune) > 35000 as communes, (select count(*) from fund) > 90 as funds",
  );
  expect(rows[0]).toEqual({ communes: true, funds: true });
});

it("nothing is done again at the next start", async () => {
  expect(await migrate(aProcess())).toEqual([]);
});

it("the types the code is written against are those of the migrated database", async () => {
  const columns = (text: string) => text.replace(/[\s;]+/g, " ");
  expect(columns(await schemaTypes(aProcess()))).toBe(columns(fs.readFileSync("db/schema.ts", "utf8")));
});
