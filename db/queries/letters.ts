import { sql } from "kysely";
import type { Block } from "~/campaigns/letters/block";
import type { Tx } from "../connection";

/** The letters one sees, the last touched first. */
export async function lettersOf(tx: Tx, isArchived: boolean) {
  const rows = await letterSheets(tx)
    .where("l.archived_at", isArchived ? "is not" : "is", null)
    .orderBy("l.changed_at", "desc")
    .orderBy("l.id")
    .limit(500)
    .execute();
  return rows.map(withBlocks);
}

export async function letterCounts(tx: Tx): Promise<{ kept: number; archived: number }> {
  const { rows } = await sql<{ kept: number; archived: number }>`
    select count(*) filter (where archived_at is null) as kept, count(*) filter (where archived_at is not null) as archived
    from letter`.execute(tx);
  return rows[0]!;
}

export async function letterById(tx: Tx, id: string) {
  const row = await letterSheets(tx).where("l.id", "=", id).executeTakeFirst();
  return row && withBlocks(row);
}

export type LetterSheet = NonNullable<Awaited<ReturnType<typeof letterById>>>;

function letterSheets(tx: Tx) {
  return tx
    .selectFrom("letter as l")
    .innerJoin("fund", "fund.id", "l.fund_id")
    .leftJoin("account as a", "a.id", "l.changed_by")
    .select(["l.id", "l.fund_id", "l.name", "l.subject", "l.blocks", "l.revision", "l.changed_at", "l.archived_at"])
    .select(["fund.name as fund", "a.name as changed_by"]);
}

/** Only blocks that passed the form are stored. */
function withBlocks<Row extends { blocks: unknown }>(row: Row): Omit<Row, "blocks"> & { blocks: readonly Block[] } {
  return { ...row, blocks: row.blocks as readonly Block[] };
}

export interface NewLetter {
  readonly fundId: number;
  readonly accountId: string;
  readonly name: string;
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly hash: string;
  readonly at: Date;
}

export async function insertLetter(tx: Tx, letter: NewLetter): Promise<string> {
  const { id } = await tx
    .insertInto("letter")
    .values({
      fund_id: letter.fundId,
      name: letter.name,
      subject: letter.subject,
      blocks: JSON.stringify(letter.blocks),
      created_by: letter.accountId,
      changed_by: letter.accountId,
      created_at: letter.at,
      changed_at: letter.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertRevision(tx, { ...letter, letterId: id, revision: 1 });
  return id;
}

/** Writes over the revision that was read, and keeps both. False when somebody was faster. */
export async function saveRevision(
  tx: Tx,
  { seen, letterId, ...letter }: NewLetter & { letterId: string; seen: number },
): Promise<boolean> {
  const changed = await tx
    .updateTable("letter")
    .set({
      name: letter.name,
      subject: letter.subject,
      blocks: JSON.stringify(letter.blocks),
      revision: seen + 1,
      changed_by: letter.accountId,
      changed_at: letter.at,
    })
    .where("id", "=", letterId)
    .where("revision", "=", seen)
    .where("archived_at", "is", null)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return false;
  await insertRevision(tx, { ...letter, letterId, revision: seen + 1 });
  return true;
}

async function insertRevision(tx: Tx, letter: NewLetter & { letterId: string; revision: number }): Promise<void> {
  await tx
    .insertInto("letter_revision")
    .values({
      letter_id: letter.letterId,
      revision: letter.revision,
      fund_id: letter.fundId,
      subject: letter.subject,
      blocks: JSON.stringify(letter.blocks),
      content_hash: letter.hash,
      saved_by: letter.accountId,
      saved_at: letter.at,
    })
    .execute();
}

/** A name is no content: it makes no revision. */
export async function renameLetter(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable("letter").set({ name }).where("id", "=", id).execute();
}

/** False when it was so already, or is not there. */
export async function archiveLetter(tx: Tx, id: string, at: Date | null): Promise<boolean> {
  const changed = await tx
    .updateTable("letter")
    .set({ archived_at: at })
    .where("id", "=", id)
    .where("archived_at", at === null ? "is not" : "is", null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** What was saved, newest first. */
export function revisionsOf(tx: Tx, letterId: string) {
  return tx
    .selectFrom("letter_revision as r")
    .leftJoin("account as a", "a.id", "r.saved_by")
    .select(["r.revision", "r.subject", "r.saved_at", "r.content_hash", "a.name as saved_by"])
    .where("r.letter_id", "=", letterId)
    .orderBy("r.revision", "desc")
    .limit(50)
    .execute();
}

export async function revisionOf(tx: Tx, letterId: string, revision: number) {
  const row = await tx
    .selectFrom("letter_revision")
    .select(["revision", "subject", "blocks", "content_hash"])
    .where("letter_id", "=", letterId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return row && withBlocks(row);
}
