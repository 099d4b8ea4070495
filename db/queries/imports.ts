import { sql } from "kysely";
import type { Counts } from "~/imports/batch";
import type { ImportKind } from "~/imports/kinds";
import type { Tx } from "../connection";

export type ImportStatus = "uploaded" | "reading" | "waiting" | "applying" | "done" | "cancelled" | "failed";

export interface NewImport {
  readonly fundId: number | null;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileKey: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly layout: unknown;
  readonly cursorBytes: number;
  readonly source: string;
  readonly sourceOn: string;
  readonly confirmed: boolean;
  readonly askedBy: string;
}

export async function insertImport(tx: Tx, given: NewImport): Promise<string> {
  const { id } = await tx
    .insertInto("import")
    .values({
      fund_id: given.fundId,
      kind: given.kind,
      file_name: given.fileName,
      file_key: given.fileKey,
      byte_size: given.bytes,
      sha256: given.sha256,
      status: "uploaded",
      confirmed: given.confirmed,
      layout: JSON.stringify(given.layout),
      cursor_bytes: given.cursorBytes,
      source: given.source,
      source_on: given.sourceOn,
      asked_by: given.askedBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export function importById(tx: Tx, id: string) {
  return tx.selectFrom("import").selectAll().where("id", "=", id).executeTakeFirst();
}

export type ImportRecord = NonNullable<Awaited<ReturnType<typeof importById>>>;

export function recentImports(tx: Tx, limit = 50) {
  return tx
    .selectFrom("import")
    .leftJoin("account", "account.id", "import.asked_by")
    .select([
      ...([
        "import.id",
        "import.kind",
        "import.file_name",
        "import.status",
        "import.byte_size",
        "import.cursor_bytes",
      ] as const),
      ...([
        "import.accepted",
        "import.rejected",
        "import.asked_at",
        "import.finished_at",
        "import.difference",
      ] as const),
      "account.name as asked_by_name",
    ])
    .orderBy("import.asked_at", "desc")
    .limit(limit)
    .execute();
}

/** The last time these very bytes were taken in, by whom. */
export function sameFileBefore(tx: Tx, fundId: number | null, sha256: string) {
  return tx
    .selectFrom("import")
    .select(["id", "finished_at"])
    .where("fund_id", "is not distinct from", fundId)
    .where("sha256", "=", sha256)
    .where("status", "=", "done")
    .orderBy("finished_at", "desc")
    .executeTakeFirst();
}

/** Moves on, unless somebody moved it first; says whether it moved. */
export async function moveImport(
  tx: Tx,
  id: string,
  from: readonly ImportStatus[],
  to: ImportStatus,
): Promise<boolean> {
  const stamp = { reading: "started_at", waiting: "read_at", applying: "read_at", done: "finished_at" } as const;
  const column = stamp[to as keyof typeof stamp];
  const { numUpdatedRows } = await tx
    .updateTable("import")
    .set({ status: to, ...(column ? { [column]: sql`coalesce(${sql.ref(column)}, now())` } : {}) })
    .where("id", "=", id)
    .where("status", "in", [...from])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function confirmImport(tx: Tx, id: string, difference: unknown): Promise<void> {
  await tx
    .updateTable("import")
    .set({ confirmed: true, difference: JSON.stringify(difference) })
    .where("id", "=", id)
    .execute();
}

export async function noteDifference(tx: Tx, id: string, difference: unknown): Promise<void> {
  await tx
    .updateTable("import")
    .set({ difference: JSON.stringify(difference) })
    .where("id", "=", id)
    .execute();
}

export async function failImport(tx: Tx, id: string, failure: string): Promise<void> {
  await tx
    .updateTable("import")
    .set({ status: "failed", failure, finished_at: sql`now()` })
    .where("id", "=", id)
    .execute();
}

/** Advances the cursor from where the caller found it; false when another reader was faster, and nothing may be kept. */
export async function moveCursor(
  tx: Tx,
  id: string,
  from: number,
  to: { offset: number; line: number },
  counts: Counts,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("import")
    .set({
      cursor_bytes: to.offset,
      cursor_lines: sql`cursor_lines + ${counts.read}`,
      accepted: sql`accepted + ${counts.accepted}`,
      rejected: sql`rejected + ${counts.rejected}`,
      ignored: sql`ignored + ${counts.ignored}`,
      warned: sql`warned + ${counts.warned}`,
    })
    .where("id", "=", id)
    .where("status", "=", "reading")
    .where("cursor_bytes", "=", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function addToCounts(tx: Tx, id: string, counts: { rejected: number; warned: number }): Promise<void> {
  await tx
    .updateTable("import")
    .set({
      rejected: sql`rejected + ${counts.rejected}`,
      accepted: sql`accepted - ${counts.rejected}`,
      warned: sql`warned + ${counts.warned}`,
    })
    .where("id", "=", id)
    .execute();
}

/** Reading or applying, but untouched for a while: their worker died. */
export function stalledImports(tx: Tx) {
  return tx
    .selectFrom("import")
    .select(["id", "status"])
    .where("status", "in", ["uploaded", "reading", "applying"])
    .where(sql<boolean>`greatest(asked_at, started_at, read_at) < now() - interval '20 minutes'`)
    .execute();
}

const STAGES = [
  "stage_rpps",
  "stage_doctor",
  "stage_place",
  "stage_ameli",
  "stage_zone",
  "stage_patient_count",
  "stage_email",
] as const;

/** What was read for an import and is of no use once it is applied or given up. */
export async function clearStage(tx: Tx, id: string): Promise<void> {
  for (const stage of STAGES) await sql`delete from ${sql.table(stage)} where import_id = ${id}`.execute(tx);
}

/**
 * One application at a time in a fund, and a national one alone: two merges of the same rows would wait for each other
 * for ever.
 */
export async function lockFundForImport(tx: Tx, fundId: number | null): Promise<void> {
  if (fundId === null) await sql`select pg_advisory_xact_lock(7279, 0)`.execute(tx);
  else await sql`select pg_advisory_xact_lock_shared(7279, 0), pg_advisory_xact_lock(7279, ${fundId})`.execute(tx);
}

/** The doctors this import may write, as a condition on the table doctor read as d: whoever asks may see wider. */
export function ofItsFunds(given: Pick<ImportRecord, "fund_id">) {
  return given.fund_id === null ? sql`true` : sql`d.fund_id = ${given.fund_id}`;
}

/**
 * Staged rows are too young for statistics: the planner thinks them few and walks row by row, or merges on the fund alone,
 * what it should hash on the whole key. For the rest of this transaction it may only hash.
 */
export async function planForBulk(tx: Tx): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(tx);
}
