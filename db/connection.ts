import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Schema } from "./schema";

/** Numbers of PostgreSQL's array types that pg gives no name to. */
const [DATES, TEXTS] = [1182, 1009];

pg.types.setTypeParser(pg.types.builtins.INT8, Number); // counts and ids stay below 2^53
pg.types.setTypeParser(pg.types.builtins.DATE, (day: string) => day); // a day is a string, not a local midnight
pg.types.setTypeParser(DATES, pg.types.getTypeParser(TEXTS)); // so are several

/** The process's connections. Tenant tables are reached through `actAs` only. */
export type Pool = pg.Pool;
export type Tx = Kysely<Schema>;

export function openPool(url: string, max = 10): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    keepAlive: true,
    application_name: "tandem",
    idle_in_transaction_session_timeout: 120_000,
  });
  // A connection that drops, at rest or at work, must not end the process: its query fails, the next one opens another.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Kysely over one checked-out connection: the caller owns its transaction, and its COPY streams. */
export function kyselyOver(client: pg.PoolClient): Tx {
  const borrowed = { query: client.query.bind(client), release: () => {} };
  const single = { connect: async () => borrowed, end: async () => {} };
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: single as unknown as pg.Pool }) });
}
