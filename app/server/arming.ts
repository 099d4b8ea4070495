import { realpathSync } from "node:fs";
import path from "node:path";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import type { Env } from "~/env.server";
import { actAs } from "~db/act-as";
import type { Pool } from "~db/connection";
import { armAtBirth, databaseIdentity } from "~db/queries/arming";

/** Which database this process speaks to, and by which way; of a new installation, letters may leave at once. */
export async function identify(pool: Pool, env: Env): Promise<string> {
  return actAs(pool, SYSTEM_ACTOR, async (tx) => {
    const identity = await databaseIdentity(tx, deploymentOf(env));
    await armAtBirth(tx, identity);
    return identity;
  });
}

/** Where the database is reached, without its secrets: a copy stands elsewhere. */
function deploymentOf({ DATABASE_URL, DATA_DIR }: Env): string {
  if (!DATABASE_URL) return realpathSync(path.resolve(DATA_DIR));
  const { hostname, port, pathname } = new URL(DATABASE_URL);
  return `${hostname}:${port}${pathname}`;
}
