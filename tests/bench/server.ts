import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { openPool } from "~db/connection";
import { startEmbedded } from "~db/embedded/server";
import { migrate } from "~db/migrate";

/** A PostgreSQL of our own, as durable as in production, that leaves nothing behind. */
export interface BenchServer {
  /** For what a bench writes beside its database; removed at the end. */
  readonly folder: string;
  /** A new migrated database: its address, as its owner, whom no policy binds. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

const TEMPLATE = "bench_template";

export async function openServer(): Promise<BenchServer> {
  const folder = path.join(os.tmpdir(), `tandem-bench-${process.pid}`);
  const server = await startEmbedded({ dataDir: path.join(folder, "pg"), ephemeral: true });
  const remove = async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepare(server.url);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    async database(name) {
      await asOwner(server.url, async (owner) => {
        await owner.query(`drop database if exists ${name} with (force)`);
        await owner.query(`create database ${name} template ${TEMPLATE}`);
      });
      return urlOf(server.url, name);
    },
    stop: remove,
  };
}

async function prepare(url: string): Promise<void> {
  await asOwner(url, async (owner) => {
    // A SELECT may use the second processor, the INSERT around the same SELECT may not: ratios would compare machines.
    await owner.query("alter system set max_parallel_workers_per_gather = 0");
    await owner.query("select pg_reload_conf()");
    await owner.query(`create database ${TEMPLATE}`);
  });
  const pool = openPool(urlOf(url, TEMPLATE), 2);
  await migrate(pool);
  await pool.end();
}

export async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function urlOf(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
