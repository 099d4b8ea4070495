import { beforeAll, describe, expect, it } from "vitest";
import { forecastSearch } from "~/forecast/forecast.form";
import { forecastOf, modelOf } from "~/forecast/forecast.server";
import { keepNight } from "~/forecast/nightly.server";
import { forecastHandlers } from "~jobs/handlers/forecast";
import { anActor, as, ELSEWHERE, HERE, NOON, testDatabase } from "../../support/database";
import { aHistory } from "./field";

const database = await testDatabase();
const system = anActor("system");
const manager = anActor("manager");
const TODAY = "2026-11-24";

const asked = (given: Record<string, string> = {}) => forecastSearch.parse(given);
const read = (actor = manager, given = {}) => as(database, actor, (ctx) => forecastOf(ctx, asked(given)));
const desk = {
  step: (work: never) => as(database, system, work),
  stopping: new AbortController().signal,
} as never;

beforeAll(() => aHistory(database, HERE, TODAY));

describe("the forecast of a caisse", () => {
  it("says the contracts at the deadline, against the share of the national target", async () => {
    const page = await read();
    if (page.view !== "fund" || page.told.kind !== "forecast") throw new Error("no forecast");
    const { told, target } = page;
    const { rows } = await database.pool.query(
      "select count(distinct doctor_id)::int n from funnel_move where to_stage = 'signed'",
    );
    expect(told.signed).toBe(rows[0].n);
    expect(told.deadline).toBe("2027-06-30");
    expect(told.atDeadline.low).toBeGreaterThan(told.signed);
    const doctors = await database.pool.query("select count(*)::int n from doctor");
    expect(target).toBe(Math.round((10_000 * doctors.rows[0].n) / 115_000));
    expect(page.tried).toBeNull();
  });

  it("tries a scenario and stores nothing", async () => {
    const before = await database.pool.query("select * from forecast_made");
    const page = await read(manager, { delegues: "1", campagne: "400" });
    if (page.view !== "fund" || page.told.kind !== "forecast" || page.tried?.kind !== "forecast")
      throw new Error("none");
    expect(page.tried.atDeadline.mean).toBeGreaterThan(page.told.atDeadline.mean);
    expect((await database.pool.query("select * from forecast_made")).rows).toEqual(before.rows);
  });

  it("an address that makes no sense is read as today's situation", () => {
    expect(asked({ delegues: "999999", echeance: "2026-02-30", zip: "x" })).toMatchObject({
      delegues: 0,
      echeance: null,
      zip: 0,
    });
  });

  it("another caisse sees nothing of it: too little, said", async () => {
    const page = await read(anActor("manager", { fundIds: [ELSEWHERE] }));
    expect(page).toMatchObject({ view: "fund", told: { kind: "too-little", signed: 0 }, backTest: null });
  });

  it("who follows several caisses chooses one of them, by its number", async () => {
    const both = anActor("manager", { fundIds: [HERE, ELSEWHERE] });
    const first = await read(both);
    expect(first).toMatchObject({ view: "fund", code: "441", told: { kind: "forecast" } });
    if (first.view !== "fund") throw new Error("no caisse");
    const other = first.choices.find(({ id }) => id === ELSEWHERE)!;
    expect(await read(both, { caisse: other.code })).toMatchObject({ fund: other.name, told: { kind: "too-little" } });
    await expect(read(both, { caisse: "999" })).rejects.toThrow("Caisse introuvable");
    await expect(read(manager, { caisse: other.code })).rejects.toThrow("Caisse introuvable");
  });

  it("a delegate's sectors have no such page", async () => {
    await expect(
      as(database, anActor("delegate", { sectorIds: [1] }), (ctx) => modelOf(ctx, { caisse: null })),
    ).rejects.toThrow(/permission denied/);
  });
});

describe("the night", () => {
  it("asks one piece of work a caisse, keeps what was said, and is the same when run twice", async () => {
    await database.pool.query("delete from outbox");
    await forecastHandlers.forecastEverybody({}, desk);
    const { rows } = await database.pool.query("select job, payload from outbox");
    expect(rows).toEqual([{ job: "forecast-fund", payload: { fundId: HERE } }]);
    for (let night = 0; night < 2; night++) await forecastHandlers.forecastFund({ fundId: HERE }, desk);
    const made = await database.pool.query("select asof::text, low, high from forecast_made");
    expect(made.rows).toHaveLength(1);
    expect(made.rows[0].asof).toBe(TODAY);
    const page = await read();
    if (page.view !== "fund") throw new Error("no caisse");
    expect(page.backTest!.past.length).toBeGreaterThan(5);
  });

  it("leaves a forecast that the page opens with, until a scenario or another deadline is asked for", async () => {
    const computed = (page: Awaited<ReturnType<typeof read>>) => (page.view === "fund" ? page.computedAt : null);
    const later = new Date(NOON.getTime() + 3 * 3_600_000);
    const at = (now: Date, given = {}) =>
      as(database, manager, (ctx) => forecastOf(ctx, asked(given)), now).then(computed);
    expect(await at(later)).toEqual(NOON);
    expect(await at(later, { delegues: "1" })).toEqual(later);
    expect(await at(later, { echeance: "2027-12-31" })).toEqual(later);
    const muchLater = new Date(NOON.getTime() + 3 * 86_400_000);
    expect(await at(muchLater)).toEqual(muchLater);
  });

  it("leaves the verdict on the model: not offered, with the reason", async () => {
    const page = await as(database, manager, (ctx) => modelOf(ctx, { caisse: null }));
    expect(page.judged).toMatchObject({ isUsable: false });
    expect(page.judged!.why).not.toBe("");
    expect(page.model).toBeNull();
  });

  it("the nation's reader sees caisses with eleven contracts or more, and no rows of doctors", async () => {
    const page = await read(anActor("national_reader"));
    expect(page).toMatchObject({ view: "nation", rows: [{ code: "441" }] });
    await database.pool.query("update forecast_made set signed = 10");
    expect(await read(anActor("national_reader"))).toMatchObject({ rows: [] });
  });

  it("a manager cannot write what the night writes", async () => {
    const night = {
      told: { kind: "passed", asof: TODAY, deadline: TODAY, signed: 0 },
      backTest: null,
      model: null,
      target: 1,
      chances: [],
    } as const;
    const judged = { evaluation: null, isUsable: true, why: "" };
    await expect(as(database, manager, (ctx) => keepNight(ctx, HERE, { ...night, judged }))).rejects.toThrow(
      /permission denied/,
    );
  });
});
