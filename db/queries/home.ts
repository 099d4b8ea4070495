import { sql } from "kysely";
import type { Tx } from "../connection";
import type { ImportStatus } from "./imports";

export interface VerdictCount {
  readonly zone: "ZIP" | "ZAC" | "autres" | "inconnue";
  readonly verdict: "yes" | "no" | "unknown";
  readonly doctors: number;
}

/** How many doctors of each zone stand where, among those the reader sees. */
export async function verdictCounts(tx: Tx): Promise<{ counts: VerdictCount[]; computed_at: Date | null }> {
  const { rows } = await sql<VerdictCount & { computed_at: Date }>`
    select case when zone in ('ZIP', 'ZAC') then zone when zone is null then 'inconnue' else 'autres' end as zone,
      verdict, count(*) as doctors, max(computed_at) as computed_at
    from score group by 1, 2`.execute(tx);
  const latest = rows.map((row) => row.computed_at.getTime());
  return { counts: rows, computed_at: latest.length === 0 ? null : new Date(Math.max(...latest)) };
}

/** Imports that run, wait for a person, or failed in the last two days. */
export function importsToFollow(tx: Tx) {
  return tx
    .selectFrom("import")
    .select(["id", "kind", "file_name", sql<ImportStatus>`status`.as("status"), "asked_at"])
    .where((row) =>
      row.or([
        row("status", "in", ["uploaded", "reading", "waiting", "applying"]),
        row.and([row("status", "=", "failed"), row("asked_at", ">", sql<Date>`now() - interval '2 days'`)]),
      ]),
    )
    .orderBy("asked_at", "desc")
    .limit(10)
    .execute();
}

export async function doubtsWaiting(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("match_doubt")
    .select(sql<number>`count(*)`.as("doubts"))
    .where("decided_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.doubts;
}

export interface AccountCounts {
  readonly active: number;
  readonly invited: number;
  readonly disabled: number;
  /** Active delegates who hold no sector and therefore see nobody. */
  readonly idle: number;
}

export async function accountCounts(tx: Tx): Promise<AccountCounts> {
  const { rows } = await sql<AccountCounts>`
    select count(*) filter (where disabled_at is null and password_hash is not null) as active,
      count(*) filter (where disabled_at is null and password_hash is null) as invited,
      count(*) filter (where disabled_at is not null) as disabled,
      count(*) filter (where disabled_at is null and role = 'delegate'
        and not exists (select from delegate_sector ds where ds.account_id = account.id)) as idle
    from account where role <> 'system'`.execute(tx);
  return rows[0]!;
}

export interface NationalCount {
  readonly fund_id: number;
  readonly fund: string;
  readonly code: string;
  readonly zone: string | null;
  readonly is_gp: boolean;
  readonly verdict: "yes" | "no" | "unknown";
  /** Null: a group of fewer than eleven. */
  readonly doctors: number | null;
}

export async function nationalCounts(tx: Tx): Promise<NationalCount[]> {
  const { rows } = await sql<NationalCount>`
    select n.fund_id, f.name as fund, f.code, n.zone, n.is_gp, n.verdict, n.doctors
    from tandem.national_counts() n join fund f on f.id = n.fund_id order by f.code`.execute(tx);
  return rows;
}
