import { sql } from "kysely";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { todaysRules } from "~/doctors/scoring.server";
import { actAs } from "~db/act-as";
import { openPool, type Pool } from "~db/connection";
import { computedScores, rescore } from "~db/queries/scoring";
import type { Bench } from "./bench-options";
import { backendOf, measured } from "./clock";
import { compare } from "./pairs";
import { populate } from "./population";
import type { Measure } from "./report";

const NOW = new Date("2026-11-24T11:00:00Z");

/** Everybody scored: the bare computation against the product's, which compares with what is stored and writes what differs. */
export const benchScore: Bench = async ({ scale, report, server }) => {
  const doctors = scale === "full" ? 115_000 : 20_000;
  report.title(`Scoring ${doctors.toLocaleString("en")} doctors`);
  const url = await (await server()).database("bench_score");
  await populate(url, doctors);
  const pool = openPool(url, 1); // one connection: floor and product burn the same backend
  const floor = () => cost(pool, () => compute(pool));
  const product = async (prepare: string) => {
    await pool.query(prepare);
    return cost(pool, () => score(pool));
  };
  await compare(report, { name: "score, first write", floor, product: () => product("truncate score"), atMost: 3.5 });
  await score(pool);
  await pool.query("vacuum analyze score");
  await compare(report, { name: "score, nothing changed", floor, product: () => product("select 1"), atMost: 2 });
  const written = await score(pool);
  report.goal("score, nothing changed, rows written", written === 0, `${written}`);
  let round = 0;
  const onePercent = () => product(`update doctor_facts set mt_total = 301 + ${++round} where doctor_id % 100 = 5`);
  await compare(report, { name: "score, 1 % changed", floor, product: onePercent, atMost: 2.2 });
  await pool.end();
};

async function cost(pool: Pool, work: () => Promise<number>): Promise<Measure> {
  let rows = 0;
  const measure = await measured([await backendOf(pool)], async () => {
    rows = await work();
  });
  return { ...measure, rows };
}

/** The computing SELECT alone, as the same actor; it writes nothing. */
async function compute(pool: Pool): Promise<number> {
  await actAs(pool, SYSTEM_ACTOR, (tx) =>
    sql`select count(*), sum(priority), sum(failing) from (${computedScores(todaysRules({ now: NOW }))}) c`.execute(tx),
  );
  return 0;
}

function score(pool: Pool): Promise<number> {
  return actAs(pool, SYSTEM_ACTOR, (tx) => rescore(tx, todaysRules({ now: NOW })));
}
