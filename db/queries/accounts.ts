import { sql } from "kysely";
import type { Role } from "~/access/permissions";
import type { Tx } from "../connection";

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
    .select(["id", "fund_id", "name", "email", "password_hash", "demo", "disabled_at"])
    .where(sql`lower(email)`, "=", email.toLowerCase())
    .executeTakeFirst();
}

export function accountById(tx: Tx, id: string) {
  return tx
    .selectFrom("account")
    .select(["id", "name", "email", sql<Role>`role`.as("role"), "fund_id", "disabled_at"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** At the door only: who may change this password, and what the current one must match. */
export function passwordOwner(tx: Tx, id: string) {
  return tx
    .selectFrom("account")
    .select(["id as account_id", "fund_id", "name", "email", "demo", "password_hash"])
    .where("id", "=", id)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
}

/** For administrators: the accounts of a fund, or those that belong to none. */
export function accountsOf(tx: Tx, fundId: number | null) {
  return accountSheets(tx)
    .where("a.fund_id", fundId === null ? "is" : "=", fundId)
    .where("a.role", "<>", "system")
    .orderBy(sql`a.disabled_at is not null`)
    .orderBy(sql`unaccent(lower(a.name))`)
    .execute();
}

export function accountSheet(tx: Tx, id: string) {
  return accountSheets(tx).where("a.id", "=", id).where("a.role", "<>", "system").executeTakeFirst();
}

function accountSheets(tx: Tx) {
  return tx
    .selectFrom("account as a")
    .leftJoin("fund as f", "f.id", "a.fund_id")
    .select(["a.id", "a.name", "a.email", "a.fund_id", "f.name as fund", "a.disabled_at", "a.created_at"])
    .select([
      sql<Role>`a.role`.as("role"),
      sql<boolean>`a.password_hash is not null`.as("has_password"),
      sql<string[]>`coalesce((select array_agg(s.name order by s.name) from delegate_sector ds
        join sector s on s.id = ds.sector_id where ds.account_id = a.id), '{}')`.as("sectors"),
    ]);
}

export async function accountNames(tx: Tx, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await tx
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Colleagues by name, for filters and choices; row-level security says which. */
export function colleagues(tx: Tx) {
  return tx
    .selectFrom("account")
    .select(["id", "name", sql<Role>`role`.as("role"), "fund_id", "disabled_at"])
    .where("role", "<>", "system")
    .orderBy(sql`unaccent(lower(name))`)
    .limit(1_000)
    .execute();
}

export async function insertAccount(
  tx: Tx,
  account: {
    fundId: number | null;
    moreFunds?: number[];
    role: Role;
    name: string;
    email: string;
    passwordHash?: string | null;
    demo?: boolean;
  },
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
  await tx
    .updateTable("account")
    .set({ password_hash: passwordHash, password_changed_at: sql`now()` })
    .where("id", "=", id)
    .execute();
}

export async function changeAccountRow(tx: Tx, id: string, change: { name: string; role: Role }): Promise<void> {
  await tx.updateTable("account").set(change).where("id", "=", id).execute();
}

export async function setDisabled(tx: Tx, id: string, isDisabled: boolean): Promise<void> {
  await tx
    .updateTable("account")
    .set({ disabled_at: isDisabled ? sql<Date>`now()` : null })
    .where("id", "=", id)
    .execute();
}

export function fundById(tx: Tx, id: number) {
  return tx.selectFrom("fund").select(["id", "code", "name"]).where("id", "=", id).executeTakeFirst();
}

/** The demo accounts a newcomer may sign in with, listed on the sign-in page in demo mode only. */
export function demoAccounts(tx: Tx) {
  return tx
    .selectFrom("account")
    .select(["name", "email", sql<Role>`role`.as("role")])
    .where("demo", "=", true)
    .where("disabled_at", "is", null)
    .where("email", "like", "%@demo.example")
    .orderBy("email")
    .execute();
}
