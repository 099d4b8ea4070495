import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { addDays } from "~/calendar/day";
import { chanceAbout } from "~/forecast/doctor/chance.server";
import { modelOf } from "~/forecast/forecast.server";
import { weighByChances } from "~/forecast/model/weight.server";
import { gatherWeek } from "~/visits/week/gathering-week.server";
import { forecastHandlers } from "~jobs/handlers/forecast";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aRankedDoctor } from "../../support/factories";
import { diceFrom } from "../../support/history";
import { aDelegate, aSectorIn } from "../visits/field";
import { aBase, proposedWeek, WEEK, worthyDoctors } from "../visits/week-field";

const database = await testDatabase();
const system = anActor("system");
let sector = 0;
let eric: Actor;
let boss: Actor;
let doctors: number[];
const values = { plain: new Map<string, number>() };

/** Doctors met over a year and a half; one in two signs in the priority zone, one in fifteen elsewhere. */
async function aPast(count: number): Promise<void> {
  const dice = diceFrom(5);
  await as(database, system, async (ctx) => {
    for (let each = 0; each < count; each++) {
      const zone = dice.uniform() < 0.4 ? "ZIP" : "HZ";
      const doctor_id = await aRankedDoctor(ctx, {}, { zone, priority: 0 });
      const met = addDays("2024-11-01", Math.floor((each * 540) / count));
      const at = (day: string) => new Date(`${day}T09:00:00Z`);
      const move = { fund_id: HERE, doctor_id, cause: "hand" };
      await ctx.tx
        .insertInto("funnel_move")
        .values({ ...move, to_stage: "visited", at: at(met) })
        .execute();
      if (dice.uniform() >= (zone === "ZIP" ? 0.5 : 0.07)) continue;
      await ctx.tx
        .insertInto("funnel_move")
        .values({ ...move, to_stage: "signed", at: at(addDays(met, 60)) })
        .execute();
    }
  });
}

const night = () =>
  forecastHandlers.forecastFund({ fundId: HERE }, {
    step: (work: never) => as(database, system, work),
    stopping: new AbortController().signal,
  } as never);
const about = (doctorId: number, actor = eric) => as(database, actor, (ctx) => chanceAbout(ctx, String(doctorId)));
const choose = (isUsed: boolean, actor = boss) => as(database, actor, (ctx) => weighByChances(ctx, null, isUsed));

/** What each doctor is worth to the planner of the week. */
async function worth(): Promise<Map<string, number>> {
  const gathered = await as(database, eric, (ctx) =>
    gatherWeek(ctx, { weekOn: WEEK, planId: null }, { suggestions: "forgotten" }),
  );
  return new Map(gathered!.problem.candidates.map(({ id, score }) => [id, score]));
}

beforeAll(async () => {
  sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
  boss = anActor("manager", { id: eric.id });
  await aBase(database, eric, { mostVisits: 3 });
  doctors = await worthyDoctors(database, sector, 45);
  values.plain = await worth();
});

describe("before the model is worth it", () => {
  it("the doctor's page says that nothing has been learnt, then why nothing is offered", async () => {
    expect(await about(doctors[0]!)).toMatchObject({ told: null, why: null, computedAt: null });
    await night();
    const page = await about(doctors[0]!);
    expect(page.told).toBeNull();
    expect(page.why).toMatch(/Trop peu de données/);
  });

  it("a caisse cannot weigh its weeks by it, and a choice made before has no effect", async () => {
    await expect(choose(true)).rejects.toThrow(/pas assez fiable/);
    await database.pool.query(
      "insert into forecast_weight (fund_id, is_used, changed_at, changed_by) values ($1, true, now(), $2)",
      [HERE, eric.id],
    );
    expect(await worth()).toEqual(values.plain);
    await database.pool.query("delete from forecast_weight");
  });
});

describe("once it is", () => {
  beforeAll(async () => {
    await aPast(900);
    await night();
  });

  it("a delegate reads the chance of a doctor of their own, its range, its reasons and its worth", async () => {
    const { told, evaluation, computedAt } = await about(doctors[0]!);
    expect(computedAt).not.toBeNull();
    expect(told!.odds).toMatch(/^Environ/);
    expect(told!.against).toMatch(/^Plus que la moyenne/);
    expect(told!.raising[0]).toMatch(/zone du cabinet \(ZIP\).*multiplie les chances par/);
    expect(told!.range.low).toBeGreaterThan(0.25);
    expect(told!.range.high).toBeLessThan(0.75);
    expect(evaluation!.logLoss).toBeLessThan(evaluation!.baseLogLoss);
    const elsewhere = await about(doctors[1]!);
    expect(elsewhere.told!.against).toMatch(/^Moins que la moyenne/);
    expect(elsewhere.told!.lowering[0]).toMatch(/hors zonage/);
  });

  it("says nothing of who has signed or gone, and another sector or caisse finds nobody", async () => {
    await database.pool.query(
      "insert into doctor_facts (doctor_id, fund_id, signed_on) values ($1, $2, '2026-11-02')",
      [doctors[44], HERE],
    );
    expect(await about(doctors[44]!)).toMatchObject({ told: null, signedOn: "2026-11-02" });
    await database.pool.query("delete from doctor_facts where doctor_id = $1", [doctors[44]]);
    const other = await aDelegate(database, [await aSectorIn(database)]);
    await expect(about(doctors[0]!, other)).rejects.toThrow("Médecin introuvable");
    await expect(about(doctors[0]!, anActor("manager", { fundIds: [ELSEWHERE] }))).rejects.toThrow("introuvable");
  });

  it("speaks of a first visit: within half a year of it, and no longer", async () => {
    const meet = (day: string) =>
      database.pool.query(
        "insert into funnel_move (fund_id, doctor_id, to_stage, cause, at) values ($1, $2, 'visited', 'hand', $3)",
        [HERE, doctors[44], `${day}T09:00:00Z`],
      );
    await meet("2026-10-05");
    expect(await about(doctors[44]!)).toMatchObject({
      metOn: "2026-10-05",
      isOver: false,
      told: { odds: expect.stringMatching(/^Environ/) },
    });
    await meet("2026-04-05");
    expect(await about(doctors[44]!)).toMatchObject({ metOn: "2026-04-05", isOver: true, told: null });
    await database.pool.query("delete from funnel_move where doctor_id = $1", [doctors[44]]);
    const met = "select from doctor_chance c join funnel_move m using (doctor_id) where m.to_stage = 'visited'";
    expect((await database.pool.query(met)).rowCount).toBe(0);
  });

  it("weighs nothing until the caisse chooses so; then likely doctors gain, the others lose, within half and double", async () => {
    expect(await worth()).toEqual(values.plain);
    await choose(true);
    expect((await as(database, boss, (ctx) => modelOf(ctx, { caisse: null }))).weight).toMatchObject({ isUsed: true });
    const weighed = await worth();
    for (const [rank, id] of doctors.entries()) {
      const [before, after] = [values.plain.get(`d:${id}`)!, weighed.get(`d:${id}`)!];
      if (rank % 3 === 0) expect(after).toBeGreaterThan(before);
      else expect(after).toBeLessThan(before);
      expect(after).toBeLessThanOrEqual(2 * before + 1);
      expect(after).toBeGreaterThanOrEqual(before / 2 - 1);
    }
    expect(await about(doctors[0]!)).toMatchObject({ isWeighed: true });
    await choose(false);
    expect(await worth()).toEqual(values.plain);
  });

  it("changes whom the proposed week meets", async () => {
    const likely = async () => {
      await database.pool.query("delete from visit");
      await database.pool.query("delete from week_plan");
      await proposedWeek(database, eric);
      const { rows } = await database.pool.query(
        "select count(*)::int n from visit v join score s on s.doctor_id = v.doctor_id where s.zone = 'ZIP'",
      );
      return rows[0].n;
    };
    await choose(false);
    const without = await likely();
    await choose(true);
    expect(await likely()).toBeGreaterThan(without);
  });

  it("a night that finds the model no longer worth it takes the chances away", async () => {
    await choose(true);
    await database.pool.query("delete from funnel_move where to_stage = 'signed'");
    await night();
    expect((await database.pool.query("select from doctor_chance")).rowCount).toBe(0);
    expect(await worth()).toEqual(values.plain);
    await choose(false);
  });

  it("who may not steer a caisse changes nothing of it", async () => {
    await expect(choose(false, eric)).rejects.toThrow(/permission denied/);
    await choose(false, anActor("manager", { id: eric.id, fundIds: [ELSEWHERE] }));
    const { rows } = await database.pool.query("select fund_id from forecast_weight order by 1");
    expect(rows).toEqual([{ fund_id: HERE }, { fund_id: ELSEWHERE }]);
    await expect(as(database, boss, ({ tx }) => tx.deleteFrom("doctor_chance").execute())).rejects.toThrow(
      /permission denied/,
    );
  });
});
