import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Place } from "~/funnel/place";
import type { Tx } from "../connection";
import type { Schema } from "../schema";

/** Which doctors of the funnel; what is null narrows nothing. */
export interface FunnelScope {
  readonly fundIds: readonly number[];
  readonly sectorIds: readonly number[];
  readonly zones: readonly string[];
  readonly isGp: boolean | null;
  readonly specialty: string | null;
}

/** First and last day, both counted. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

type Counted = Schema & { d: Schema["funnel_doctor"] };

/** The names of the places by their numbers, as the table keeps them. */
const NAMES = sql`array['target', 'eligible', 'contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained']`;
const placeAt = (rank: Expression<number> | ReturnType<typeof sql<number>>) => sql<Place>`(${NAMES})[${rank}]`;

export function within(d: ExpressionBuilder<Counted, "d">, scope: FunnelScope): Expression<SqlBool> {
  const { fundIds, sectorIds, zones, isGp, specialty } = scope;
  const all: Expression<SqlBool>[] = [];
  if (fundIds.length === 1) all.push(d("d.fund_id", "=", fundIds[0]!));
  else if (fundIds.length > 1) all.push(sql<SqlBool>`d.fund_id = any(${[...fundIds]}::integer[])`);
  if (sectorIds.length > 0) all.push(d("d.sector_id", "in", [...sectorIds]));
  if (zones.length > 0) all.push(d("d.zone", "in", [...zones]));
  if (isGp !== null) all.push(d("d.is_gp", "=", isGp));
  if (specialty !== null) all.push(d("d.specialty", "=", specialty));
  return d.and(all);
}

/** How many stand where today. */
export function standingNow(tx: Tx, scope: FunnelScope): Promise<{ place: Place; isLost: boolean; doctors: number }[]> {
  return tx
    .selectFrom("funnel_doctor as d")
    .select([
      placeAt(sql<number>`d.place + 1`).as("place"),
      sql<boolean>`d.lost_on is not null`.as("isLost"),
      sql<number>`count(*)`.as("doctors"),
    ])
    .where((d) => within(d, scope))
    .groupBy(["d.place", sql`2`])
    .execute();
}

/** The same, from the sums: for whole caisses without a sector or a specialty. */
export function tallyNow(tx: Tx, scope: FunnelScope): Promise<{ place: Place; isLost: boolean; doctors: number }[]> {
  const { fundIds, zones, isGp } = scope;
  return tx
    .selectFrom("funnel_tally as t")
    .select([
      sql<Place>`t.label`.as("place"),
      sql<boolean>`t.bucket = 1`.as("isLost"),
      sql<number>`sum(t.doctors)`.as("doctors"),
    ])
    .where("t.measure", "=", zones.length === 0 && isGp === null ? "whole-now" : "now")
    .$if(fundIds.length > 0, (query) => query.where("t.fund_id", "in", [...fundIds]))
    .$if(zones.length > 0, (query) => query.where("t.zone", "in", [...zones]))
    .$if(isGp !== null, (query) => query.where("t.family", "=", isGp ? "gp" : "specialist"))
    .groupBy(["t.label", "t.bucket"])
    .execute();
}

/** Each stage with the doctors who reached it within these days; of a cohort: first contacted then, whatever came since. */
export function reachedIn(
  tx: Tx,
  scope: FunnelScope,
  { from, to }: Span,
  of: "period" | "cohort",
): Promise<{ place: Place; doctors: number }[]> {
  const day = of === "period" ? sql`r.day` : sql`d.reached[1]`;
  return tx
    .selectFrom("funnel_doctor as d")
    .innerJoin(
      sql<{ day: Day; rank: number }>`lateral unnest(d.reached) with ordinality`.as<"r">(sql`r(day, rank)`),
      (on) => on.onTrue(),
    )
    .select([placeAt(sql<number>`r.rank::integer + 2`).as("place"), sql<number>`count(*)`.as("doctors")])
    .where((d) => within(d, scope))
    .where("d.reached", "is not", null)
    .where("r.day", "is not", null)
    .where(sql<SqlBool>`${day} between ${from}::date and ${to}::date`)
    .groupBy("r.rank")
    .execute();
}

/** The middle of the days doctors took from the stage before; of those who arrived within the span when there is one. */
export function delays(
  tx: Tx,
  scope: FunnelScope,
  span: Span | null,
): Promise<{ place: Place; days: number; doctors: number }[]> {
  return tx
    .selectFrom("funnel_doctor as d")
    .innerJoin(
      sql<{ days: number; rank: number }>`lateral unnest(d.waited) with ordinality`.as<"w">(sql`w(days, rank)`),
      (on) => on.onTrue(),
    )
    .select([
      placeAt(sql<number>`w.rank::integer + 2`).as("place"),
      sql<number>`percentile_disc(0.5) within group (order by w.days)`.as("days"),
      sql<number>`count(*)`.as("doctors"),
    ])
    .where((d) => within(d, scope))
    .where("d.reached", "is not", null)
    .where("w.days", "is not", null)
    .$if(span !== null, (query) =>
      query.where(sql<SqlBool>`d.reached[w.rank] between ${span!.from}::date and ${span!.to}::date`),
    )
    .groupBy("w.rank")
    .execute();
}

/** Why doctors are lost today, commonest first. */
export function losses(tx: Tx, scope: FunnelScope, span: Span | null): Promise<{ reason: string; doctors: number }[]> {
  return tx
    .selectFrom("funnel_doctor as d")
    .select([sql<string>`d.lost_reason`.as("reason"), sql<number>`count(*)`.as("doctors")])
    .where((d) => within(d, scope))
    .where("d.lost_on", "is not", null)
    .$if(span !== null, (query) =>
      query.where(sql<SqlBool>`d.lost_on between ${span!.from}::date and ${span!.to}::date`),
    )
    .groupBy("d.lost_reason")
    .orderBy("doctors", "desc")
    .execute();
}

/** The moves up to the end of a day, doctor by doctor, in order: to read the funnel as it stood. */
export function movesUntil(
  tx: Tx,
  scope: FunnelScope,
  day: Day,
): Promise<{ doctorId: number; to: string; day: Day; reason: string | null }[]> {
  return tx
    .selectFrom("funnel_move as m")
    .innerJoin("funnel_doctor as d", "d.doctor_id", "m.doctor_id")
    .innerJoin("fund as f", "f.id", "m.fund_id")
    .select([
      sql<number>`m.doctor_id::integer`.as("doctorId"),
      "m.to_stage as to",
      sql<Day>`to_char(m.at at time zone f.zone, 'YYYY-MM-DD')`.as("day"),
      "m.reason",
    ])
    .where((d) => within(d as unknown as ExpressionBuilder<Counted, "d">, scope))
    .where(sql<SqlBool>`m.at < ((${day}::date + 1)::timestamp at time zone f.zone)`)
    .orderBy("m.doctor_id")
    .orderBy("m.at")
    .orderBy("m.id")
    .execute();
}
