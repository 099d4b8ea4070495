import { sql } from "kysely";
import type { FunnelEvent } from "~/forecast/events";
import type { Tx } from "../connection";

export const CONTRACT_STEPS = ["signed", "hired", "trained"] as const;

/** Every move of the funnel, on the day it was in the fund's own zone; a contract on its own day, however late it was told. */
export async function funnelFacts(tx: Tx, fundId: number | null): Promise<FunnelEvent[]> {
  const rows = await tx
    .selectFrom("funnel_move as m")
    .innerJoin("doctor as d", "d.id", "m.doctor_id")
    .innerJoin("fund as f", "f.id", "m.fund_id")
    .leftJoin("score as s", "s.doctor_id", "m.doctor_id")
    .leftJoin("doctor_facts as k", "k.doctor_id", "m.doctor_id")
    .select([
      sql<string>`m.doctor_id::text`.as("doctor"),
      sql<FunnelEvent["stage"]>`m.to_stage`.as("stage"),
      sql<string>`to_char(least((m.at at time zone f.zone)::date,
        case when m.to_stage in (${sql.join(CONTRACT_STEPS)}) then k.signed_on end), 'YYYY-MM-DD')`.as("day"),
      "s.zone",
      "d.specialty",
      sql<string>`m.fund_id::text`.as("fund"),
    ])
    .$if(fundId !== null, (query) => query.where("m.fund_id", "=", fundId!))
    .orderBy("m.id")
    .execute();
  return rows;
}

export async function fundsWithMoves(tx: Tx): Promise<number[]> {
  const rows = await tx.selectFrom("funnel_move").select("fund_id").distinct().execute();
  return rows.map((row) => row.fund_id);
}

/** What a manager weighs a forecast against: how many doctors, and how many delegates work there. */
export async function sizeOfFund(tx: Tx, fundId: number): Promise<{ doctors: number; delegates: number }> {
  const [doctors, delegates] = await Promise.all([
    tx
      .selectFrom("doctor")
      .select((all) => all.fn.countAll<number>().as("count"))
      .where("fund_id", "=", fundId)
      .where("gone_on", "is", null)
      .executeTakeFirstOrThrow(),
    tx
      .selectFrom("delegate_sector")
      .select((all) => all.fn.count<number>("account_id").distinct().as("count"))
      .where("fund_id", "=", fundId)
      .executeTakeFirstOrThrow(),
  ]);
  return { doctors: Number(doctors.count), delegates: Number(delegates.count) };
}

export function fitOf(tx: Tx, fundId: number) {
  return tx.selectFrom("forecast_fit").selectAll().where("fund_id", "=", fundId).executeTakeFirst();
}

export async function noteNation(tx: Tx, fundIds: readonly number[], nation: object): Promise<void> {
  if (fundIds.length === 0) return;
  const text = JSON.stringify(nation);
  await tx
    .insertInto("forecast_fit")
    .values(fundIds.map((fund_id) => ({ fund_id, nation: text })))
    .onConflict((clash) => clash.column("fund_id").doUpdateSet({ nation: text }))
    .execute();
}

export async function saveFit(
  tx: Tx,
  fundId: number,
  fit: { told: object; backTest: object | null; model: object | null; judged: object; at: Date },
): Promise<void> {
  const columns = {
    told: JSON.stringify(fit.told),
    back_test: fit.backTest && JSON.stringify(fit.backTest),
    model: fit.model && JSON.stringify(fit.model),
    judged: JSON.stringify(fit.judged),
    computed_at: fit.at,
  };
  await tx
    .insertInto("forecast_fit")
    .values({ fund_id: fundId, ...columns })
    .onConflict((clash) => clash.column("fund_id").doUpdateSet(columns))
    .execute();
}

/** What was said of a day is said once: the first one stays. */
export async function keepForecast(
  tx: Tx,
  made: { fund_id: number; asof: string; deadline: string; signed: number; low: number; middle: number; high: number },
): Promise<void> {
  await tx
    .insertInto("forecast_made")
    .values(made)
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** The last forecast of each fund. */
export function latestForecasts(tx: Tx) {
  return tx
    .selectFrom("forecast_made as m")
    .innerJoin("fund as f", "f.id", "m.fund_id")
    .distinctOn("m.fund_id")
    .select(["f.code", "f.name", "f.department", "m.asof", "m.deadline", "m.signed", "m.low", "m.middle", "m.high"])
    .orderBy("m.fund_id")
    .orderBy("m.asof", "desc")
    .orderBy("m.deadline")
    .execute();
}
