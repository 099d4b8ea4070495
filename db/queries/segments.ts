import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Group } from "~/segments/criteria";
import type { Tx } from "../connection";
import { membersFrom } from "./segment-sql/condition";
import { gapToThreshold } from "./segment-sql/eligibility";
import type { Terms } from "./segment-sql/terms";

/** Over a statement that has `score s`: whether the doctor is one of those meant. */
export function segmentCondition(criteria: Group, terms: Terms): RawBuilder<SqlBool> {
  if (criteria.of.length === 0) return sql`true`;
  return sql`s.doctor_id in (select s.doctor_id ${membersFrom(criteria, terms)})`;
}

export async function segmentCount(tx: Tx, criteria: Group, terms: Terms): Promise<number> {
  const { rows } = await sql<{ doctors: number }>`select count(*) as doctors ${membersFrom(criteria, terms)}`.execute(
    tx,
  );
  return rows[0]!.doctors;
}

/** One line a zone, one a specialty. */
export interface Share {
  readonly zone: string | null;
  readonly specialty: string | null;
  readonly is_zone: boolean;
  readonly doctors: number;
}

/** Both breakdowns in one reading. */
export async function segmentBreakdown(tx: Tx, criteria: Group, terms: Terms): Promise<Share[]> {
  const { rows } = await sql<Share>`
    select s.zone, s.specialty, grouping(s.specialty) = 1 as is_zone, count(*) as doctors ${membersFrom(criteria, terms)}
    group by grouping sets ((s.zone), (s.specialty)) order by doctors desc, 1, 2`.execute(tx);
  return rows;
}

/** The first ones, by number: as the list ranks them, or nearest to the line first when the criteria ask for a distance. */
export async function segmentFirst(
  tx: Tx,
  criteria: Group,
  terms: Terms,
  { most, isNearestFirst }: { most: number; isNearestFirst: boolean },
): Promise<number[]> {
  const gap = isNearestFirst ? sql`${gapToThreshold(terms)} asc nulls last,` : sql``;
  const { rows } = await sql<{ doctor_id: number }>`
    select s.doctor_id ${membersFrom(criteria, terms)} order by ${gap} s.priority desc, s.doctor_id desc limit ${most}`.execute(
    tx,
  );
  return rows.map((row) => row.doctor_id);
}

/** PostgreSQL gave up: the statement took longer than it was allowed. */
const CANCELED = "57014";

/**
 * Null when the work took longer than allowed; the transaction goes on. Each statement is bounded, not their sum: who
 * asks several questions gives each its share.
 */
export async function withinTime<T>(tx: Tx, milliseconds: number, work: () => Promise<T>): Promise<T | null> {
  await sql`savepoint within_time`.execute(tx);
  await sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`.execute(tx);
  try {
    const result = await work();
    await sql`select set_config('statement_timeout', '0', true)`.execute(tx);
    await sql`release savepoint within_time`.execute(tx);
    return result;
  } catch (error) {
    if ((error as { code?: string }).code !== CANCELED) throw error;
    await sql`rollback to savepoint within_time`.execute(tx); // takes the setting back too
    return null;
  }
}
