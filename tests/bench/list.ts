import { type RawBuilder, sql } from "kysely";
import { actorFrom } from "~/access/actor";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { NO_FILTERS, narrowingOf } from "~/doctors/filters";
import { todaysRules } from "~/doctors/scoring.server";
import { wantedBy } from "~/doctors/search-words";
import { actAs, type Identity } from "~db/act-as";
import { kyselyOver, openPool, type Pool, type Tx } from "~db/connection";
import { type ListScope, rankedCount, rankedDoctors } from "~db/queries/doctor-list";
import { rescore } from "~db/queries/scoring";
import type { Bench } from "./bench-options";
import { backendOf, measured } from "./clock";
import { compare } from "./pairs";
import { populate } from "./population";
import type { Measure, Report } from "./report";

const NOW = new Date("2026-11-24T11:00:00Z");
const TIMES = 40;

/** The queries of the list, as the application under its policies, against the owner who writes the scope by hand. */
export const benchList: Bench = async ({ scale, report, server }) => {
  const doctors = scale === "full" ? 230_000 : 50_000;
  report.title(`The list over ${doctors.toLocaleString("en")} doctors (${TIMES} runs a measure)`);
  const url = await (await server()).database("bench_list");
  await populate(url, doctors);
  const pool = openPool(url, 1);
  await actAs(pool, SYSTEM_ACTOR, (tx) => rescore(tx, todaysRules({ now: NOW })));
  await pool.query("vacuum analyze score");
  const { rows } = await pool.query<{ id: number }>("select id from fund order by department");
  const funds = rows.map((row) => row.id);
  await compareScope(report, pool, "one fund", funds.slice(10, 11));
  await compareScope(report, pool, "twelve funds", funds.slice(10, 22));
  await compareScope(report, pool, "all funds", []);
  await compareDepth(report, pool);
  await searchUsesItsIndex(report, pool);
  await pool.end();
};

async function compareScope(report: Report, pool: Pool, name: string, fundIds: number[]): Promise<void> {
  const identity = identityOf(fundIds);
  const scope: ListScope = { narrowing: narrowingOf(NO_FILTERS), wanted: null, sectorIds: null, fundIds };
  const found: ListScope = { ...scope, wanted: wantedBy("berland claire") };
  const mine = fundIds.length === 0 ? sql`true` : sql`s.fund_id in (${sql.join(fundIds)})`;
  const as = (work: (tx: Tx) => Promise<unknown>) => () => repeated(pool, identity, work);
  const owner = (query: RawBuilder<unknown>) => () => repeated(pool, null, (tx) => query.execute(tx));
  const goal = { atMost: 1.5, grace: 3 * TIMES, judge: "cpu" } as const;
  await compare(report, {
    name: `page, ${name}`,
    floor: owner(page(mine)),
    product: as((tx) => rankedDoctors(tx, scope, null, 51)),
    ...goal,
  });
  await compare(report, {
    name: `count, ${name}`,
    floor: owner(count(mine)),
    product: as((tx) => rankedCount(tx, scope, null)),
    ...goal,
  });
  const holding = sql`${mine} and d.search like '%berland%' and d.search like '%claire%'`;
  const search = { atMost: 2, grace: 3 * TIMES, judge: "cpu" } as const;
  await compare(report, {
    name: `name search, ${name}`,
    floor: owner(page(holding)),
    product: as((tx) => rankedDoctors(tx, found, null, 51)),
    ...search,
  });
}

const page = (where: RawBuilder<unknown>) => sql`
  select s.doctor_id, s.priority, s.zone, s.verdict, s.failing, s.unresolved, d.last_name, d.first_name, d.specialty,
    d.specialty_label, d.town, d.phone, d.gone_on
  from score s join doctor d on d.id = s.doctor_id where ${where} order by s.priority desc, s.doctor_id desc limit 51`;

const count = (where: RawBuilder<unknown>) => sql`select count(*) from score s where ${where}`;

/** Page 1,000 against page 1, both by the product, all funds. */
async function compareDepth(report: Report, pool: Pool): Promise<void> {
  const scope: ListScope = { narrowing: narrowingOf(NO_FILTERS), wanted: null, sectorIds: null, fundIds: [] };
  const { rows } = await pool.query<{ priority: number; doctor_id: number }>(
    "select priority, doctor_id from score order by priority desc, doctor_id desc offset (select least(50000, count(*) - 60) from score) limit 1",
  );
  const { priority, doctor_id } = rows[0]!;
  const deep = { priority, doctorId: doctor_id, towards: "next" } as const;
  const at = (cursor: typeof deep | null) => () =>
    repeated(pool, identityOf([]), (tx) => rankedDoctors(tx, scope, cursor, 51));
  await compare(report, {
    name: "page 1,000 against page 1",
    floor: at(null),
    product: at(deep),
    atMost: 3,
    judge: "cpu",
  });
}

/** The statement that the search function executes, explained as its owner. */
async function searchUsesItsIndex(report: Report, pool: Pool): Promise<void> {
  const plan = await planOf(
    pool,
    "select id from doctor where search like '%berland%' and search like '%004%' and true limit 20000",
  );
  report.goal(
    "name search reads its trigram index",
    plan.includes("doctor_search"),
    plan.split("\n")[1]?.trim() ?? plan,
  );
  const list = await planOf(
    pool,
    "select doctor_id from score s where true order by priority desc, doctor_id desc limit 51",
  );
  report.goal("a page reads no table whole", !list.includes("Seq Scan"), list.split("\n")[1]?.trim() ?? list);
}

async function planOf(pool: Pool, query: string): Promise<string> {
  const { rows } = await pool.query<{ "QUERY PLAN": string }>(`explain ${query}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

function identityOf(fundIds: number[]): Identity {
  if (fundIds.length === 0) return SYSTEM_ACTOR;
  const [fund_id, ...more_funds] = fundIds;
  return actorFrom({
    id: SYSTEM_ACTOR.id,
    role: "manager",
    name: "bench",
    fund_id: fund_id!,
    more_funds,
    sector_ids: [],
  });
}

/** In one transaction, so that only the query is compared; `null` is the owner, whom no policy binds. */
async function repeated(pool: Pool, identity: Identity | null, work: (tx: Tx) => Promise<unknown>): Promise<Measure> {
  const backend = await backendOf(pool);
  const loop = async (tx: Tx) => {
    for (let run = 0; run < TIMES; run++) await work(tx);
  };
  if (identity) return actAs(pool, identity, (tx) => measured([backend], () => loop(tx)));
  const client = await pool.connect();
  try {
    return await measured([backend], () => loop(kyselyOver(client)));
  } finally {
    client.release();
  }
}
