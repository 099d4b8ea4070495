import { sql } from "kysely";
import type { Role } from "~/access/permissions";
import type { Tx } from "../connection";

/** The account in whose name the clock and the command line act. */
export const SYSTEM_ACCOUNT = "00000000-0000-4000-8000-000000000001";

/** An active account with all that decides what it may see today, its own sectors and those it covers. */
export async function activeAccount(tx: Tx, id: string) {
  const { rows } = await sql<AccountInForce>`
    select a.id, a.role, a.name, a.fund_id, a.more_funds,
      coalesce((select array_agg(distinct ds.sector_id) from delegate_sector ds
        where ds.account_id = a.id or ds.account_id in (
          select c.absent_id from cover c
          where c.by_id = a.id and (now() at time zone 'Europe/Paris')::date between c.from_on and c.to_on)), '{}') as sector_ids
    from account a where a.id = ${id} and a.disabled_at is null`.execute(tx);
  return rows[0];
}

export interface AccountInForce {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly fund_id: number | null;
  readonly more_funds: number[];
  readonly sector_ids: number[];
}

export function accountByEmail(tx: Tx, email: string) {
  return tx
    .selectFrom("account")
    .select(["id", "name", "email", "password_hash", "disabled_at"])
    .where(sql`lower(email)`, "=", email.toLowerCase())
    .executeTakeFirst();
}

export function accountById(tx: Tx, id: string) {
  return tx
    .selectFrom("account")
    .select(["id", "name", "email", "role", "fund_id", "disabled_at"])
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertAccount(
  tx: Tx,
  account: { fundId: number | null; moreFunds?: number[]; role: Role; name: string; email: string; passwordHash?: string | null; demo?: boolean },
): Promise<string | undefined> {
  const row = await tx
    .insertInto("account")
    .values({
      fund_id: account.fundId,
      more_funds: account.moreFunds ?? [],
      role: account.role,
      name: account.name,
      email: account.email,
      password_hash: account.passwordHash ?? null,
      demo: account.demo ?? false,
    })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function changePasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.updateTable("account").set({ password_hash: passwordHash, password_changed_at: sql`now()` }).where("id", "=", id).execute();
}

/** The demo accounts a newcomer may sign in with, listed on the sign-in page in demo mode only. */
export function demoAccounts(tx: Tx) {
  return tx
    .selectFrom("account")
    .select(["name", "email", "role"])
    .where("demo", "=", true)
    .where("disabled_at", "is", null)
    .where("email", "like", "%@demo.example")
    .orderBy("email")
    .execute();
}
