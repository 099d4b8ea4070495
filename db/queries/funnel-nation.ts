import { sql } from "kysely";
import type { Tx } from "../connection";

export interface NationAsk {
  readonly measure: "now" | "month" | "cohort" | "loss";
  readonly fundId: number | null;
  readonly zone: string | null;
  readonly family: "gp" | "specialist" | null;
  /** Of « now », 0 stands and 1 is lost; else months, as 202611. */
  readonly from: number;
  readonly to: number;
}

export interface NationSum {
  readonly label: string;
  /** Null: fewer than eleven. Of « now », those who came this far. */
  readonly doctors: number | null;
}

/** Sums over all caisses or one, for who reads no doctor; small groups stay in the database. */
export async function nationSums(tx: Tx, ask: NationAsk): Promise<NationSum[]> {
  const { measure, fundId, zone, family, from, to } = ask;
  const { rows } = await sql<NationSum>`
    select label, doctors from tandem.funnel_nation(${measure}::text, ${fundId}::integer, ${zone}::text, ${family}::text,
      ${from}::integer, ${to}::integer)`.execute(tx);
  return rows;
}

/** The middle delay before each stage, where eleven doctors or more went through it. */
export async function nationDelays(tx: Tx, fundId: number | null) {
  const { rows } = await sql<{ label: string; days: number; doctors: number }>`
    select label, days, doctors from tandem.funnel_nation_delays(${fundId}::integer)`.execute(tx);
  return rows;
}
