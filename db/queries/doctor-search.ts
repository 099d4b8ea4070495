import { type RawBuilder, sql } from "kysely";
import type { Wanted } from "~/doctors/search-words";
import type { Tx } from "../connection";

/** More than any fund has doctors: the order of the list is exact, not that of a sample. */
const MOST_FOUND = 20_000;

/**
 * The numbers of the doctors who hold the words, as an array: the planner then reads the ranking by number. The search
 * functions of db/policies apply the reader's scope; what they return is still guarded row by row.
 */
export function numbersHolding(wanted: Wanted, fundIds: readonly number[]): RawBuilder<number[]> {
  if (wanted.prefix !== null) return numbersBeginning(wanted.prefix, fundIds);
  const held = sql<
    number[]
  >`array(select doctor_id from tandem.doctors_holding(${[...wanted.words]}::text[], ${MOST_FOUND}))`;
  if (wanted.beginnings.length === 0) return held;
  const begun = wanted.beginnings.map((short) => sql`position(${` ${short}`} in ' ' || h.search) > 0`);
  return sql<number[]>`array(select h.id from doctor h where h.id = any(${held}) and ${sql.join(begun, sql` and `)})`;
}

/** Two letters are no trigram: the index of names by beginning serves them. « { » follows « z ». */
function numbersBeginning(prefix: string, fundIds: readonly number[]): RawBuilder<number[]> {
  const ofFunds = fundIds.length > 0 ? sql`h.fund_id = any(${[...fundIds]}::integer[]) and` : sql``;
  return sql<number[]>`array(select h.id from doctor h where ${ofFunds}
    h.sort_name collate "C" >= ${prefix} and h.sort_name collate "C" < ${`${prefix}{`})`;
}

export async function somebodyHolds(tx: Tx, wanted: Wanted, fundIds: readonly number[]): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean;
  }>`select cardinality(${numbersHolding(wanted, fundIds)}) > 0 as held`.execute(tx);
  return rows[0]!.held;
}

/** The nearest in spelling, nearest first. */
export async function doctorsResembling(tx: Tx, words: string, most: number): Promise<number[]> {
  const { rows } = await sql<{ doctor_id: number }>`
    select doctor_id from tandem.doctors_resembling(${words}, ${most}) order by likeness desc, doctor_id`.execute(tx);
  return rows.map((row) => row.doctor_id);
}
