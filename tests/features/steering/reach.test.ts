import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { reachability } from "~/steering/reach/reach.server";
import { answerOf, doubtsOf } from "~/steering/reach/words";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDelegateOf, aLand, aManager, TOWNS } from "./field";

const database = await testDatabase();
const { nazaire, trignac } = TOWNS;
let anne: Actor;
let [west, east] = [0, 0];

beforeAll(async () => {
  anne = await aManager(database);
  west = (await aLand(database, "Ouest", { [nazaire]: 12 })).id;
  east = (await aLand(database, "Est", { [trignac]: 4 })).id;
});

beforeEach(async () => {
  for (const table of ["campaign_target", "delegate_sector", "absence"])
    await database.pool.query(`delete from ${table}`);
});

const target = (visits: number, toOn = "2026-12-31") =>
  database.pool.query(
    `insert into campaign_target (fund_id, from_on, to_on, visits, contracts, priority_share_pm, gp_share_pm)
     values ($1, '2026-06-01', $2, $3, 10, 600, 750)`,
    [HERE, toOn, visits],
  );
async function look(given: { actor?: Actor; part?: number; now?: string } = {}) {
  const { actor = anne, part = 100, now = "2026-11-24T11:00:00Z" } = given;
  const page = await as(database, actor, (ctx) => reachability(ctx, { part }), new Date(now));
  if (page.view !== "fund") throw new Error("no caisse");
  return page;
}

describe("reachability of a caisse", () => {
  it("takes the target of the caisse, shared by doctors to see, against the hours to its last day", async () => {
    await target(160);
    await aDelegateOf(database, [west]);
    await aDelegateOf(database, [east]);
    const page = await look();
    expect(page.told.remaining).toBe(160);
    expect(page.told.sectors.map(({ name, remaining }) => [name, remaining])).toEqual([
      ["Est", 40],
      ["Ouest", 120],
    ]);
    // 24 November to 31 December: 27 working days, 8 visits a day at most each.
    expect(page.told.weeks.reduce((sum, { workdays }) => sum + workdays, 0)).toBe(27);
    expect(page.told.possible).toBeCloseTo(2 * 27 * 8);
    expect([page.told.lateFrom, page.hired, page.fewer]).toEqual([null, null, null]);
    expect(answerOf(page)).toContain("Tout tient");
  });

  it("names the first week that no longer fits, and says only what the rule has found to fit", async () => {
    await target(400);
    await aDelegateOf(database, [west]);
    await aDelegateOf(database, [east]);
    const page = await look();
    expect(page.told.sectors.map(({ missing }) => missing > 0)).toEqual([false, true]);
    expect(page.told.lateFrom).toBe("2026-11-23");
    expect(page.hired).toMatchObject({ delegates: 1, sectorNames: ["Ouest"], reached: { missing: 0 } });
    expect(answerOf(page)).toContain("Ouest");
    expect(doubtsOf(page).join(" ")).toContain("16");
  });

  it("an absence and a smaller part of the hours leave less room", async () => {
    await target(100);
    const eric = await aDelegateOf(database, [west, east]);
    const before = (await look()).told.possible;
    expect((await look({ part: 50 })).told.possible).toBeLessThan(before);
    await database.pool.query(
      "insert into absence (fund_id, account_id, from_on, to_on, part, kind) values ($1, $2, '2026-11-30', '2026-12-04', 'day', 'leave')",
      [HERE, eric],
    );
    const { told } = await look();
    expect(told.possible).toBeCloseTo(before - 5 * 8);
    expect(told.weeks.find(({ weekOn }) => weekOn === "2026-11-30")).toMatchObject({ workdays: 5, possible: 0 });
  });

  it("without a delegate, on the last evening, or with the target met, says so in a sentence", async () => {
    await target(100);
    const alone = await look();
    expect(alone.told).toMatchObject({ possible: 0, missing: 100 });
    expect(doubtsOf(alone).join(" ")).toContain("Personne ne travaille");
    expect((await look({ now: "2026-12-31T22:30:00Z" })).told.remaining).toBe(100);
    await database.pool.query("delete from campaign_target");
    // The share of sixteen doctors in the 35,000 visits, once nobody has set a target.
    expect((await look()).target).toMatchObject({ to: "2026-12-31", visits: 5, isOwn: false });
  });

  it("shows another caisse nothing of this one, and the nation's reader a sentence", async () => {
    await target(400);
    const stranger = await look({ actor: anActor("manager", { fundIds: [ELSEWHERE] }) });
    expect([stranger.told.sectors, stranger.target.isOwn]).toEqual([[], false]);
    expect(answerOf(stranger)).toContain("Aucun secteur");
    const nation = await as(database, anActor("national_reader"), (ctx) => reachability(ctx, { part: 100 }));
    expect(nation).toEqual({ view: "nation" });
  });
});
