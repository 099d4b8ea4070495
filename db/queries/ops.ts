import { sql } from "kysely";
import type { Tx } from "../connection";

export interface DatabaseFacts {
  readonly version: string;
  readonly bytes: number;
  readonly started_at: Date;
}

export async function databaseFacts(tx: Tx): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      pg_postmaster_start_time() as started_at`.execute(tx);
  return rows[0]!;
}
