import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "~/access/permissions";
import { nationalPage } from "~/home/national.server";
import { today } from "~/home/today.server";
import { as, testDatabase } from "../../support/database";
import { actorOf, aDoctor, anAccount, aSector, ELSEWHERE, HERE } from "../access/people";

const database = await testDatabase();
let north: number;

async function aScoredDoctor(
  rpps: string,
  sectorId: number | null,
  given: { fund?: number; zone?: string | null; verdict?: string; priority?: number } = {},
) {
  const { fund = HERE, zone = "ZIP", verdict = "yes", priority = 10 } = given;
  const id = await aDoctor(database, rpps, sectorId, fund);
  await database.pool.query(
    `insert into score (doctor_id, fund_id, sector_id, is_gp, specialty, zone, verdict, priority, zone_points, threshold_points,
       band_points, colleague_points, freshness_points, unknown_points, failing, unresolved, version)
     values ($1, $2, $3, true, 'MG', $4, $5, $6, 0, 0, 0, 0, 0, 0, 0, 0, 'v')`,
    [id, fund, sectorId, zone, verdict, priority],
  );
  return id;
}

const pageOf = async (role: Role, sectorIds: number[] = []) =>
  as(database, await actorOf(database, await anAccount(database, { role, sectorIds })), today);

beforeAll(async () => {
  north = await aSector(database, "Nord");
  for (let n = 1; n <= 7; n++) await aScoredDoctor(`1000000000${n}`, north, { priority: n });
  await aScoredDoctor("20000000001", null, { priority: 99, zone: null, verdict: "unknown" });
  for (let n = 0; n < 12; n++)
    await aScoredDoctor(`300000000${n + 10}`, null, { fund: ELSEWHERE, zone: "ZAC", verdict: "no" });
  await database.pool.query(
    "insert into match_doubt (fund_id, ameli_key, line, candidates) values (441, 'a', '{}', '[]'), (491, 'a', '{}', '[]')",
  );
});

describe("today", () => {
  it("gives a delegate the five first doctors of their sectors, and counts of those sectors", async () => {
    const page = await pageOf("delegate", [north]);
    expect(page.first?.map(({ priority }) => priority)).toEqual([7, 6, 5, 4, 3]);
    expect(page.counts?.counts).toEqual([expect.objectContaining({ zone: "ZIP", verdict: "yes", doctors: 7 })]);
    expect(page).toMatchObject({ imports: null, doubts: null, accounts: null });
  });

  it("gives a delegate without a sector nobody, and says so by zeros", async () => {
    const page = await pageOf("delegate");
    expect(page.first).toEqual([]);
    expect(page.counts?.counts).toEqual([]);
  });

  it("gives a manager the fund, its files and its doubts, and nothing of the neighbour", async () => {
    const page = await pageOf("manager");
    expect(page.first?.[0]?.priority).toBe(99);
    expect(page.counts?.counts.map(({ zone, doctors }) => [zone, doctors]).sort()).toEqual([
      ["ZIP", 7],
      ["inconnue", 1],
    ]);
    expect(page).toMatchObject({ imports: [], doubts: 1, accounts: null });
  });

  it("gives a campaign officer counts only", async () => {
    expect(await pageOf("campaign_officer")).toMatchObject({
      first: null,
      imports: null,
      counts: { counts: expect.any(Array) },
    });
  });

  it.each(["administrator", "national_reader"] as const)("asks nothing about doctors for a %s", async (role) => {
    expect(await pageOf(role)).toMatchObject({ first: null, counts: null, imports: null, doubts: null });
  });

  it("counts an administrator's accounts", async () => {
    await anAccount(database, { password: null });
    const { accounts } = await pageOf("administrator");
    expect(accounts).toMatchObject({ invited: 1, disabled: 0, idle: 1 });
  });
});

describe("the national table", () => {
  it("shows each fund, small groups hidden", async () => {
    const actor = await actorOf(database, await anAccount(database, { role: "national_reader" }));
    const { rows, total } = await as(database, actor, (ctx) => nationalPage(ctx, {}));
    expect(rows.map(({ code, total: sum }) => [code, sum])).toEqual([
      ["441", { known: 0, hidden: 2 }],
      ["491", { known: 12, hidden: 0 }],
    ]);
    expect(total.total).toEqual({ known: 12, hidden: 2 });
    const eligible = await as(database, actor, (ctx) =>
      nationalPage(ctx, { verdict: "oui", specialite: "generalistes" }),
    );
    expect(eligible.rows.map(({ code }) => code)).toEqual(["441"]);
  });

  it("is refused by the database to those of a fund", async () => {
    const actor = await actorOf(database, await anAccount(database));
    await expect(as(database, actor, (ctx) => nationalPage(ctx, {}))).rejects.toThrow(/permission denied/);
  });
});
