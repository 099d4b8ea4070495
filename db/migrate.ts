import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { type Migration, Migrator, sql } from "kysely";
import { kyselyOver, type Pool, type Tx } from "./connection";
import { loadReference } from "./reference/load";

const MIGRATION_LOCK = 7_278;

/** Brings the database to today's shape: migrations forward, then the law as it reads now, then public reference data. */
export async function migrate(pool: Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const db = kyselyOver(client);
    const applied = await applyMigrations(db);
    if (await applyPolicies(db)) applied.push("policies");
    if (await loadReference(client)) applied.push("reference");
    return applied;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => {});
    client.release();
  }
}

async function applyMigrations(db: Tx): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => sqlFiles("migrations") },
    allowUnorderedMigrations: true, // two branches may each bring one; each stands alone
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((each) => each.migrationName);
}

function sqlFiles(folder: string): Record<string, Migration> {
  return Object.fromEntries(
    readFolder(folder).map(({ name, text }) => [
      name,
      { up: async (db: Tx) => void (await sql.raw(text).execute(db)) },
    ]),
  );
}

/** The policies are one page re-applied whole, but only when it changed: they lock every tenant table for an instant. */
async function applyPolicies(db: Tx): Promise<boolean> {
  const files = readFolder("policies");
  const digest = createHash("sha256")
    .update(files.map((file) => file.text).join("\n"))
    .digest("hex");
  await sql`create table if not exists applied_policies (digest text not null)`.execute(db);
  const { rows } = await sql<{ digest: string }>`select digest from applied_policies`.execute(db);
  if (rows[0]?.digest === digest) return false;
  await db.transaction().execute(async (tx) => {
    for (const file of files) await sql.raw(file.text).execute(tx);
    await sql`delete from applied_policies`.execute(tx);
    await sql`insert into applied_policies values (${digest})`.execute(tx);
  });
  return true;
}

function readFolder(folder: string): { name: string; text: string }[] {
  const here = path.join(import.meta.dirname, folder);
  return fs
    .readdirSync(here)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => ({ name: file.replace(/\.sql$/, ""), text: fs.readFileSync(path.join(here, file), "utf8") }));
}
