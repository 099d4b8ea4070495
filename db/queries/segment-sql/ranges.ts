import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Range } from "~/segments/criteria";

/** Both ends belong to it. */
export function between(value: RawBuilder<unknown>, { from, to }: Range): RawBuilder<SqlBool> {
  return to === null ? sql`${value} >= ${from}` : sql`${value} between ${from} and ${to}`;
}

/** One value is an equality, which an index serves and policies let through first. */
export function among(value: RawBuilder<unknown>, values: readonly string[]): RawBuilder<SqlBool> {
  return values.length === 1 ? sql`${value} = ${values[0]}` : sql`${value} = any (${[...values]}::text[])`;
}

export function amongNumbers(value: RawBuilder<unknown>, values: readonly number[]): RawBuilder<SqlBool> {
  return values.length === 1 ? sql`${value} = ${values[0]}` : sql`${value} = any (${[...values]}::integer[])`;
}

/** Of the rows meant, the doctor has one, or has none. Never `not in`: past the memory of a sort, it is read once a doctor. */
export function isIn(wanted: boolean, rows: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return wanted ? sql`exists (select from ${rows})` : sql`not exists (select from ${rows})`;
}

/** Alternatives of which some may not be asked for. */
export function anyOf(conditions: readonly (RawBuilder<SqlBool> | false)[]): RawBuilder<SqlBool> {
  const asked = conditions.filter((each) => each !== false);
  return asked.length === 1 ? asked[0]! : sql`(${sql.join(asked, sql` or `)})`;
}
