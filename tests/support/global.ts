import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureBuild } from "../../app/server/build";
import { openPool } from "../../db/connection";
import { startEmbedded } from "../../db/embedded/server";
import { migrate } from "../../db/migrate";
import { openStore } from "../../jobs/store";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}

/** One server for the run, one migrated template, one cheap copy of it per test file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (project.name === "journeys") await ensureBuild(); // journeys look at the screens as they are now
  const folder = path.join(os.tmpdir(), `tandem-test-${process.pid}-${project.name}`);
  const server = await startEmbedded({ dataDir: path.join(folder, "pg"), fast: true, ephemeral: true });
  const template = "template_tandem";
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  const url = urlOf(server.url, template);
  const pool = openPool(url, 2);
  await migrate(pool);
  await pool.end();
  const store = openStore({ databaseUrl: url, onError: () => {} });
  await store.prepare();
  await store.close();
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [template]);
  await admin.query(`alter database ${template} is_template true allow_connections false`);
  await admin.end();
  project.provide("adminUrl", server.url);
  project.provide("template", template);
  return async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

export function urlOf(adminUrl: string, database: string): string {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
}
