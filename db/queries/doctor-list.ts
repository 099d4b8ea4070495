import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Cursor, Place } from "~/doctors/cursor";
import type { Narrowing } from "~/doctors/filters";
import type { Wanted } from "~/doctors/search-words";
import type { Tx } from "../connection";
import type { Schema } from "../schema";
import { numbersHolding } from "./doctor-search";

/** Which doctors of the ranking: what narrows it, the words looked for, or an exact set of numbers. */
export interface ListScope {
  readonly narrowing: Narrowing;
  readonly wanted: Wanted | null;
  readonly among?: readonly number[];
  /** Those of a segment. */
  readonly members?: Expression<SqlBool>;
  /**
   * What the policies say already, told again as plain values: the planner then knows how many rows to expect, and one
   * sector alone is read in order from its index. Null: no sector in particular.
   */
  readonly sectorIds: readonly number[] | null;
  readonly fundIds: readonly number[];
}

/** One page, best first whichever way one walks; one row more than asked tells that there is a page beyond. */
export function rankedDoctors(tx: Tx, scope: ListScope, cursor: Cursor | null, limit: number) {
  const backwards = cursor?.towards === "previous";
  return tx
    .selectFrom(
      tx
        .selectFrom("score as s")
        .select(["s.doctor_id", "s.priority", "s.zone", "s.verdict", "s.failing", "s.unresolved"])
        .where((s) => inScope(s, scope))
        .$if(cursor !== null, (page) => page.where(beyond(cursor!)))
        .orderBy("s.priority", backwards ? "asc" : "desc")
        .orderBy("s.doctor_id", backwards ? "asc" : "desc")
        .limit(sql.lit(limit))
        .as("p"),
    )
    .innerJoin("doctor as d", "d.id", "p.doctor_id")
    .select(["p.doctor_id", "p.priority", "p.zone", "p.verdict", "p.failing", "p.unresolved", ...SHOWN])
    .orderBy("p.priority", "desc")
    .orderBy("p.doctor_id", "desc")
    .execute();
}

/** How many there are, and how many stand before a place, in one reading of the index. */
export async function rankedCount(
  tx: Tx,
  scope: ListScope,
  first: Place | null,
): Promise<{ total: number; before: number }> {
  const before = first ? sql<number>`count(*) filter (where ${compared(first, ">")})` : sql<number>`0`;
  return tx
    .selectFrom("score as s")
    .select([sql<number>`count(*)`.as("total"), before.as("before")])
    .where((s) => inScope(s, scope))
    .executeTakeFirstOrThrow();
}

export function placeOf(tx: Tx, doctorId: number): Promise<Place | undefined> {
  return tx
    .selectFrom("score")
    .select(["priority", "doctor_id as doctorId"])
    .where("doctor_id", "=", doctorId)
    .executeTakeFirst();
}

/** The one just before or after a place, by number only. */
export async function neighbour(tx: Tx, scope: ListScope, cursor: Cursor): Promise<number | null> {
  const way = cursor.towards === "next" ? "desc" : "asc";
  const row = await tx
    .selectFrom("score as s")
    .select("s.doctor_id")
    .where((s) => inScope(s, scope))
    .where(beyond(cursor))
    .orderBy("s.priority", way)
    .orderBy("s.doctor_id", way)
    .limit(1)
    .executeTakeFirst();
  return row?.doctor_id ?? null;
}

const SHOWN = [
  "d.last_name",
  "d.first_name",
  "d.specialty",
  "d.specialty_label",
  "d.town",
  "d.phone",
  "d.gone_on",
] as const;
type Ranking = Schema & { s: Schema["score"] };

function inScope(s: ExpressionBuilder<Ranking, "s">, scope: ListScope): Expression<SqlBool> {
  const { narrowing, wanted, among, members, sectorIds, fundIds } = scope;
  const { zones, zoneUnknown, verdict, isGp, specialty, sectorId, askable } = narrowing;
  const all: Expression<SqlBool>[] = [];
  if (zones) all.push(s("s.zone", "in", [...zones]));
  if (zoneUnknown) all.push(s("s.zone", "is", null));
  if (verdict) all.push(s("s.verdict", "=", verdict));
  if (isGp !== null) all.push(s("s.is_gp", "=", isGp));
  if (specialty) all.push(s("s.specialty", "=", specialty));
  if (sectorId !== null) all.push(s("s.sector_id", "=", sectorId));
  if (sectorIds?.length === 1) all.push(s("s.sector_id", "=", sectorIds[0]!));
  else if (sectorIds) all.push(sql<SqlBool>`s.sector_id = any(${[...sectorIds]}::integer[])`);
  if (askable !== null) all.push(sql<SqlBool>`s.unresolved & ${askable} <> 0`);
  if (wanted) all.push(sql<SqlBool>`s.doctor_id = any(${numbersHolding(wanted, fundIds)})`);
  if (members) all.push(members);
  if (among) all.push(sql<SqlBool>`s.doctor_id = any(${[...among]}::bigint[])`);
  return s.and(all);
}

function beyond(cursor: Cursor): Expression<SqlBool> {
  return compared(cursor, cursor.towards === "next" ? "<" : ">");
}

/** A row comparison, not `a or (b and c)`: the index is entered at the place instead of read up to it. */
function compared({ priority, doctorId }: Place, sign: "<" | ">"): Expression<SqlBool> {
  return sql<SqlBool>`(s.priority, s.doctor_id) ${sql.raw(sign)} (${priority}, ${doctorId})`;
}

/** Those the last directory no longer names, latest record first; their order is that of the numbers alone. */
export function goneDoctors(tx: Tx, scope: ListScope, cursor: Cursor | null, limit: number) {
  const backwards = cursor?.towards === "previous";
  return tx
    .selectFrom("doctor as d")
    .select(["d.id as doctor_id", ...SHOWN])
    .select([
      sql<number>`0`.as("priority"),
      sql<string | null>`null`.as("zone"),
      sql<string | null>`null`.as("verdict"),
      sql<number>`0`.as("failing"),
      sql<number>`0`.as("unresolved"),
    ])
    .where(isGone(scope))
    .$if(cursor !== null, (page) => page.where("d.id", backwards ? ">" : "<", cursor!.doctorId))
    .orderBy("d.id", backwards ? "asc" : "desc")
    .limit(limit)
    .execute();
}

export async function goneCount(
  tx: Tx,
  scope: ListScope,
  first: Place | null,
): Promise<{ total: number; before: number }> {
  const before = first ? sql<number>`count(*) filter (where d.id > ${first.doctorId})` : sql<number>`0`;
  return tx
    .selectFrom("doctor as d")
    .select([sql<number>`count(*)`.as("total"), before.as("before")])
    .where(isGone(scope))
    .executeTakeFirstOrThrow();
}

function isGone({ narrowing, wanted, fundIds }: ListScope): Expression<SqlBool> {
  const { isGp, specialty, sectorId } = narrowing;
  const all = [sql<SqlBool>`d.gone_on is not null`];
  if (isGp !== null) all.push(sql<SqlBool>`d.is_gp = ${isGp}`);
  if (specialty) all.push(sql<SqlBool>`d.specialty = ${specialty}`);
  if (sectorId !== null) all.push(sql<SqlBool>`d.sector_id = ${sectorId}`);
  if (wanted) all.push(sql<SqlBool>`d.id = any(${numbersHolding(wanted, fundIds)})`);
  return sql.join(all, sql` and `) as Expression<SqlBool>;
}
