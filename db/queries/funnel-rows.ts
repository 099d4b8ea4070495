import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Tx } from "../connection";
import { type FunnelScope, type Span, within } from "./funnel-counts";

/** The doctors behind a figure: as they stand, as they moved within days, or these very ones. */
export type Cell =
  | { readonly of: "standing"; readonly place: number }
  | { readonly of: "period" | "cohort"; readonly place: number; readonly span: Span }
  | { readonly of: "lost"; readonly reason: string; readonly span: Span | null }
  | { readonly of: "among"; readonly doctorIds: readonly number[] };

/** Where a page begins: after this name and number. */
export interface After {
  readonly name: string;
  readonly id: number;
}

function inCell(cell: Cell): Expression<SqlBool> {
  if (cell.of === "among") return sql<SqlBool>`d.doctor_id = any(${[...cell.doctorIds]}::bigint[])`;
  if (cell.of === "standing") return sql<SqlBool>`d.place >= ${cell.place}`;
  const between = (day: ReturnType<typeof sql>, { from, to }: Span) =>
    sql<SqlBool>`${day} between ${from}::date and ${to}::date`;
  if (cell.of === "lost")
    return sql<SqlBool>`d.lost_reason = ${cell.reason} and ${cell.span ? between(sql`d.lost_on`, cell.span) : sql`true`}`;
  const own = sql`d.reached[${cell.place - 1}::integer]`;
  return cell.of === "period"
    ? between(own, cell.span)
    : sql<SqlBool>`${between(sql`d.reached[1]`, cell.span)} and ${own} is not null`;
}

export async function cellCount(tx: Tx, scope: FunnelScope, cell: Cell): Promise<number> {
  const row = await tx
    .selectFrom("funnel_doctor as d")
    .select(sql<number>`count(*)`.as("count"))
    .where((d) => within(d, scope))
    .where(inCell(cell))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** By name: a list of doctors to work on is not a ranking. */
export function cellRows(tx: Tx, scope: FunnelScope, cell: Cell, after: After | null, limit: number) {
  return tx
    .selectFrom("funnel_doctor as d")
    .innerJoin("doctor as p", "p.id", "d.doctor_id")
    .select([
      sql<number>`d.doctor_id::integer`.as("id"),
      "p.last_name",
      "p.first_name",
      "p.specialty",
      "p.specialty_label",
      "p.town",
      "p.sort_name",
      "d.zone",
      "d.place",
      "d.lost_on",
      "d.lost_reason",
      sql<Day | null>`d.reached[d.place - 1]`.as("since"),
    ])
    .where((d) => within(d as never, scope))
    .where(inCell(cell))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(p.sort_name collate "C", p.id) > (${after!.name} collate "C", ${after!.id})`),
    )
    .orderBy(sql`p.sort_name collate "C"`)
    .orderBy("p.id")
    .limit(limit)
    .execute();
}
