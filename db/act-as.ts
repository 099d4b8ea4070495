import pg from "pg";
import { kyselyOver, type Pool, type Tx } from "./connection";

/** What PostgreSQL must know of a person to show them their rows. */
export interface Identity {
  readonly id: string;
  readonly scope: Scope;
  readonly fundIds: readonly number[];
  readonly sectorIds: readonly number[];
}

/**
 * How far somebody sees; each scope is a role of the database with policies of its own (db/policies).
 * door: accounts and sessions before anybody is known · sector: the doctors of some sectors · fund: one fund ·
 * funds: several · all: every fund · admin: accounts and settings, no doctor · national: aggregates only.
 */
export type Scope = "door" | "sector" | "fund" | "funds" | "all" | "admin" | "national";

const clients = new WeakMap<Tx, pg.PoolClient>();

/** One transaction in which PostgreSQL sees only the rows this person may see; the rights end with it. */
export async function actAs<T>(pool: Pool, identity: Identity, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(opening(identity));
    const tx = kyselyOver(client);
    clients.set(tx, client);
    const result = await work(tx);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Before anybody is known: sessions, sign-in, notes for the queue. No tenant row is visible from here. */
export function atTheDoor<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  return actAs(pool, { id: "", scope: "door", fundIds: [], sectorIds: [] }, work);
}

/** The connection under a transaction, for COPY streams, which Kysely does not speak. */
export function connectionOf(tx: Tx): pg.PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error("This transaction was not opened by actAs.");
  return client;
}

function opening({ id, scope, fundIds, sectorIds }: Identity): string {
  const set = (name: string, value: string) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`;
  const settings = [
    set("role", `tandem_${scope}`),
    set("tandem.actor", id),
    set("tandem.scope", scope),
    set("tandem.fund", String(fundIds[0] ?? "")),
    set("tandem.funds", `{${fundIds.join(",")}}`),
    set("tandem.sectors", `{${sectorIds.join(",")}}`),
  ];
  return `begin; select ${settings.join(", ")}`; // one round trip
}
