import { sql } from "kysely";
import type { Tx } from "../connection";

export function readInstallation(tx: Tx) {
  return tx.selectFrom("installation").selectAll().executeTakeFirstOrThrow();
}

/**
 * Which database this is. A dump restored elsewhere is another one, and so is a copy reached by another address
 * (`deployment`): letters leave only from the one a person has armed.
 */
export async function databaseIdentity(tx: Tx, deployment: string): Promise<string> {
  const { rows } = await sql<{ identity: string }>`
    select (select system_identifier from pg_control_system()) || ':' ||
      (select oid from pg_database where datname = current_database()) || ':' || md5(${deployment}) as identity`.execute(
    tx,
  );
  return rows[0]!.identity;
}

/** Of a new installation there is nothing to send twice: it is armed at birth. */
export async function armAtBirth(tx: Tx, identity: string): Promise<void> {
  await sql`
    update installation set armed_identity = ${identity}, ever_armed = true, armed_at = now() where not ever_armed`.execute(
    tx,
  );
}

export async function arm(tx: Tx, identity: string, by: string): Promise<void> {
  await sql`
    update installation set armed_identity = ${identity}, ever_armed = true, armed_by = ${by}, armed_at = now()`.execute(
    tx,
  );
}

export async function disarm(tx: Tx): Promise<void> {
  await sql`update installation set armed_identity = null`.execute(tx);
}
