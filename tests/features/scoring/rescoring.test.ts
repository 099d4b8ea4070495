import { beforeEach, describe, expect, it } from "vitest";
import { scoreDoctors, scoreFund } from "~/doctors/scoring.server";
import { changeWeights, previewWeights, resetWeights } from "~/doctors/weights.server";
import { DEFAULT_WEIGHTS } from "~/eligibility/weights";
import { scoringHandlers } from "~jobs/handlers/scoring";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDoctor, aSector, aZone, someFacts } from "../../support/factories";

const database = await testDatabase();
const system = anActor("system");
const manager = anActor("manager");

const score = (fundId = HERE, actor = system) => as(database, actor, (ctx) => scoreFund(ctx, fundId));
const facts = (doctorId: number, given: Parameters<typeof someFacts>[2]) =>
  as(database, system, (ctx) => someFacts(ctx, doctorId, given));

async function verdicts(): Promise<Record<number, string>> {
  const { rows } = await database.pool.query("select doctor_id, verdict from score");
  return Object.fromEntries(rows.map((row) => [row.doctor_id, row.verdict]));
}

let [mine, theirs, stranger] = [0, 0, 0];
let sector = 0;

beforeEach(async () => {
  await database.pool.query(
    "delete from score; delete from doctor; delete from sector; delete from weights; delete from commune_zone; delete from outbox",
  );
  await as(database, system, async (ctx) => {
    sector = await aSector(ctx);
    const known = { fee_sector: "1", mt_total: 900 };
    mine = await aDoctor(ctx, { sector_id: sector, facts: known });
    theirs = await aDoctor(ctx, { sector_id: await aSector(ctx), facts: known });
    stranger = await aDoctor(ctx, { fund_id: ELSEWHERE, facts: known });
  });
});

describe("scoring", () => {
  it("writes those whose verdict or rank changed, and leaves the others alone", async () => {
    expect(await score()).toBe(2);
    await facts(mine, { mt_total: 100, newly_settled: false });
    expect(await score()).toBe(1);
    expect(await verdicts()).toEqual({ [mine]: "no", [theirs]: "yes" });
  });

  it("of a few touches only them", async () => {
    await score();
    for (const each of [mine, theirs]) await facts(each, { fee_sector: "3" });
    expect(await as(database, system, (ctx) => scoreDoctors(ctx, [mine]))).toBe(1);
    expect(await verdicts()).toEqual({ [mine]: "no", [theirs]: "yes" });
  });

  it("drops those who left the directory, and ranks them again when they come back", async () => {
    await score();
    await database.pool.query("update doctor set gone_on = '2026-11-01' where id = $1", [mine]);
    expect(await score()).toBe(0);
    expect(Object.keys(await verdicts())).toEqual([String(theirs)]);
    await database.pool.query("update doctor set gone_on = null where id = $1", [mine]);
    expect(await score()).toBe(1);
  });

  it("follows the doctor to another sector, another commune and its zone", async () => {
    await score();
    await as(database, system, (ctx) => aZone(ctx, { commune_code: "44109", zone: "ZIP" }));
    await database.pool.query("update doctor set sector_id = null, commune_code = '44109' where id = $1", [mine]);
    expect(await score()).toBe(1);
    const { rows } = await database.pool.query("select sector_id, zone, zone_points from score where doctor_id = $1", [
      mine,
    ]);
    expect(rows[0]).toEqual({ sector_id: null, zone: "ZIP", zone_points: 400 });
  });

  it("by two at the same instant neither fails nor doubles", async () => {
    await Promise.all([score(), score(), score()]);
    expect(Object.keys(await verdicts())).toHaveLength(2);
  });
});

describe("who may score whom", () => {
  it("a delegate: the doctors of the sectors held, and nobody else's", async () => {
    await score();
    for (const each of [mine, theirs]) await facts(each, { fee_sector: "3" });
    const delegate = anActor("delegate", { sectorIds: [sector] });
    expect(await as(database, delegate, (ctx) => scoreDoctors(ctx, [mine, theirs, stranger]))).toBe(1);
    expect(await verdicts()).toEqual({ [mine]: "no", [theirs]: "yes" });
  });

  it("a manager: the fund, and no other", async () => {
    expect(await as(database, manager, (ctx) => scoreDoctors(ctx, [mine, stranger]))).toBe(1);
    expect(await score(ELSEWHERE, manager)).toBe(0);
    expect(await verdicts()).toEqual({ [mine]: "yes" });
  });

  it("a reader of national counts: nobody", async () => {
    await expect(as(database, anActor("national_reader"), (ctx) => scoreDoctors(ctx, [mine]))).rejects.toThrow(
      /permission denied/,
    );
  });

  it("the clock: every fund that has doctors, a note each", async () => {
    const desk = { step: (work: never) => as(database, system, work), stopping: new AbortController().signal } as never;
    await scoringHandlers.scoreEverybody({}, desk);
    const { rows } = await database.pool.query("select job, payload from outbox order by payload ->> 'fundId'");
    expect(rows).toEqual([HERE, ELSEWHERE].map((fundId) => ({ job: "score-fund", payload: { fundId } })));
    for (const { payload } of rows) await scoringHandlers.scoreFund(payload, desk);
    expect(Object.keys(await verdicts())).toHaveLength(3);
  });
});

describe("a fund's own weights", () => {
  const MANY = 120;
  const flat = { ...DEFAULT_WEIGHTS, zip: 0, zac: 0, threshold: 0, patients: 1_000 };

  /** A hundred doctors of a priority zone, and twenty large practices outside of it. */
  beforeEach(() =>
    as(database, system, async (ctx) => {
      await aZone(ctx, { commune_code: "44109", zone: "ZIP" });
      for (let rank = 2; rank < MANY; rank++) {
        const isLarge = rank >= 100;
        await aDoctor(ctx, {
          commune_code: isLarge ? "44184" : "44109",
          facts: { fee_sector: "1", mt_total: isLarge ? 1_600 : 800 },
        });
      }
    }),
  );

  it("are tried without writing anything, and move whom the preview said", async () => {
    await score();
    const first = async () =>
      new Set(
        (
          await database.pool.query(
            "select doctor_id from score where fund_id = $1 order by priority desc, doctor_id desc limit 100",
            [HERE],
          )
        ).rows.map((row) => row.doctor_id as number),
      );
    const before = await first();
    const preview = await as(database, manager, (ctx) => previewWeights(ctx, flat));
    expect(await first()).toEqual(before);
    expect(preview.zoneFirst).toBe(false);

    await as(database, manager, (ctx) => changeWeights(ctx, flat));
    await score();
    const after = await first();
    const entered = [...after].filter((each) => !before.has(each));
    expect(entered.length).toBeGreaterThan(15);
    expect(
      preview.moved
        .filter((each) => each.after <= 100)
        .map((each) => each.doctorId)
        .sort(),
    ).toEqual(entered.sort());
    expect(preview.moved.filter((each) => each.after > 100)).toHaveLength(entered.length);
  });

  it("are the fund's alone, and can be given up", async () => {
    await as(database, manager, (ctx) => changeWeights(ctx, flat));
    await score();
    await score(ELSEWHERE);
    const points = async (id: number) =>
      (await database.pool.query("select band_points from score where doctor_id = $1", [id])).rows[0].band_points;
    expect([await points(mine), await points(stranger)]).toEqual([500, 15]);
    await as(database, manager, (ctx) => resetWeights(ctx));
    await score();
    expect(await points(mine)).toBe(15);
  });
});
