import { sql } from "kysely";
import type { Group } from "~/segments/criteria";
import type { Tx } from "../../connection";
import { membersFrom } from "./condition";
import type { Terms } from "./terms";

const SHEET = [
  "g.id",
  "g.fund_id",
  "g.owner_id",
  "g.name",
  "g.criteria",
  "g.shared_at",
  "g.count",
  "g.counted_at",
  "g.version",
  "owner.name as owner",
] as const;

export type SegmentSheet = Awaited<ReturnType<typeof segmentsSeen>>[number];

export function segmentsSeen(tx: Tx, most: number) {
  return sheets(tx).orderBy("g.name").orderBy("g.id").limit(most).execute();
}

export function segmentById(tx: Tx, id: string): Promise<SegmentSheet | undefined> {
  return sheets(tx).where("g.id", "=", id).executeTakeFirst();
}

/** For a list that a segment narrows. What is kept was read by its form when it was saved. */
export function keptCriteria(tx: Tx, id: string) {
  return tx
    .selectFrom("segment")
    .select(["id", "name", sql<Group>`criteria`.as("criteria")])
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
}

function sheets(tx: Tx) {
  return tx
    .selectFrom("segment as g")
    .leftJoin("account as owner", "owner.id", "g.owner_id")
    .select(SHEET)
    .where("g.removed_at", "is", null);
}

export interface NewSegment {
  readonly fundId: number;
  readonly ownerId: string;
  readonly name: string;
  readonly criteria: Group;
}

export async function insertSegment(tx: Tx, { fundId, ownerId, name, criteria }: NewSegment): Promise<string> {
  const row = await tx
    .insertInto("segment")
    .values({ fund_id: fundId, owner_id: ownerId, name, criteria: JSON.stringify(criteria) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Unless somebody changed it since that version was read. Returns whether it is changed. */
export async function changeSegment(
  tx: Tx,
  { id, version }: { id: string; version: number },
  { name, criteria }: { name: string; criteria: Group },
): Promise<boolean> {
  const changed = await tx
    .updateTable("segment")
    .set({ name, criteria: JSON.stringify(criteria), version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function shareSegment(tx: Tx, id: string, sharedAt: Date | null): Promise<void> {
  await tx.updateTable("segment").set({ shared_at: sharedAt }).where("id", "=", id).execute();
}

/** Who was in segments removed before that instant is forgotten on the way. */
export async function removeSegment(tx: Tx, id: string, at: Date, forgetBefore: Date): Promise<boolean> {
  const removed = await tx
    .updateTable("segment")
    .set({ removed_at: at })
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  await sql`delete from segment_snapshot n using segment g where g.id = n.segment_id and g.removed_at < ${forgetBefore}`.execute(
    tx,
  );
  return removed.numUpdatedRows === 1n;
}

/** Takes the removal back; null: whoever owns it. Returns whether it was there. */
export async function restoreSegment(tx: Tx, id: string, ownerId: string | null): Promise<boolean> {
  const restored = await tx
    .updateTable("segment")
    .set({ removed_at: null })
    .where("id", "=", id)
    .where("removed_at", "is not", null)
    .$if(ownerId !== null, (own) => own.where("owner_id", "=", ownerId!))
    .executeTakeFirst();
  return restored.numUpdatedRows === 1n;
}

/** Keeps who is in it now. Returns how many. */
export async function takeSnapshot(
  tx: Tx,
  { id, fundId }: { id: string; fundId: number },
  criteria: Group,
  terms: Terms,
): Promise<number> {
  const { rows } = await sql<{ doctors: number }>`
    with kept as (
      insert into segment_snapshot (segment_id, fund_id, members, taken_at)
      select ${id}::uuid, ${fundId}::integer, coalesce(array_agg(m.doctor_id order by m.doctor_id), '{}'), ${terms.now}
      from (select s.doctor_id ${membersFrom(criteria, terms)}) m
      on conflict (segment_id) do update set members = excluded.members, taken_at = excluded.taken_at
      returning cardinality(members) as doctors)
    update segment set count = kept.doctors, counted_at = ${terms.now} from kept where id = ${id} returning kept.doctors`.execute(
    tx,
  );
  return rows[0]!.doctors;
}

export interface Moves {
  readonly entered: number;
  readonly left: number;
  readonly first_entered: number[];
  readonly first_left: number[];
  readonly taken_at: Date;
}

/**
 * Who came and who went since the snapshot, the first few by number. Those gone are counted among the doctors the reader
 * sees: somebody of another sector has not left the segment.
 */
export async function movesSince(
  tx: Tx,
  id: string,
  criteria: Group,
  terms: Terms,
  most: number,
): Promise<Moves | undefined> {
  const { rows } = await sql<Moves>`
    with was as materialized (select unnest(members) as doctor_id, taken_at from segment_snapshot where segment_id = ${id}),
      now_in as materialized (select s.doctor_id, s.priority ${membersFrom(criteria, terms)}),
      entered as (select n.doctor_id, n.priority from now_in n where n.doctor_id not in (select doctor_id from was)),
      gone as (select w.doctor_id from was w join doctor d on d.id = w.doctor_id
        where w.doctor_id not in (select doctor_id from now_in))
    select (select count(*) from entered) as entered, (select count(*) from gone) as left,
      array(select doctor_id::integer from entered order by priority desc, doctor_id desc limit ${most}) as first_entered,
      array(select doctor_id::integer from gone order by doctor_id limit ${most}) as first_left,
      taken_at from segment_snapshot where segment_id = ${id}`.execute(tx);
  return rows[0];
}
