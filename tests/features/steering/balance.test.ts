import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { balance, cancelChange, planChange } from "~/steering/balance/balance.server";
import { verdictOf, warningsOf } from "~/steering/balance/words";
import { sectorHandlers } from "~jobs/handlers/sectors";
import { anActor, as, ELSEWHERE, HERE, NOON, testDatabase } from "../../support/database";
import { aBookedVisit, aDelegateOf, aLand, aManager, aReport, aSystem, TOWNS } from "./field";

const database = await testDatabase();
const { nazaire, pornichet, baule, trignac, pontchateau } = TOWNS;
let anne: Actor;
let system: Actor;
let west: { id: number; doctors: number[] };
let east: { id: number; doctors: number[] };
let [eric, julie] = ["", ""];

beforeAll(async () => {
  anne = await aManager(database);
  system = await aSystem(database);
});

beforeEach(async () => {
  for (const table of [
    "sector_change",
    "visit",
    "cover",
    "absence",
    "follow_up",
    "report",
    "delegate_sector",
    "audit_event",
    "score",
    "doctor",
    "sector",
  ])
    await database.pool.query(`delete from ${table}`);
  west = await aLand(database, "Ouest", { [nazaire]: 20, [pornichet]: 12, [baule]: 14 });
  east = await aLand(database, "Est", { [trignac]: 4, [pontchateau]: 10 });
  eric = await aDelegateOf(database, [west.id]);
  julie = await aDelegateOf(database, [east.id]);
});

const look = (actor = anne, now = NOON) => as(database, actor, (ctx) => balance(ctx, 8), now);
const plan = async (on = "2026-12-07", actor = anne) => {
  const { token } = await look(actor);
  return as(database, actor, (ctx) => planChange(ctx, { act: "plan", semaines: 8, on, moves: token }));
};
const clock = (now: string) =>
  sectorHandlers.changeSectors({}, {
    step: (work: never) => as(database, system, work, new Date(now)),
    stopping: new AbortController().signal,
  } as never);
const query = async <Row>(sql: string, values: unknown[] = []) =>
  (await database.pool.query(sql, values)).rows as Row[];
const sectorOf = async (doctorId: number) =>
  (await query<{ sector_id: number }>("select sector_id from doctor where id = $1", [doctorId]))[0]!.sector_id;
/** The version of every row of these tables: equal before and after means that nothing was written, not even the same. */
const versions = (tables: string[]) =>
  Promise.all(
    tables.map((table) => query(`select md5(string_agg(ctid::text || xmin::text, ',' order by ctid)) from ${table}`)),
  );
const linesOf = async () => Object.fromEntries((await look()).before.map(({ name, ...line }) => [name, line]));

describe("hours of work against hours available", () => {
  it("counts one visit a doctor to see, road included, and the hours of the delegates without lunch and holidays", async () => {
    const { Ouest, Est } = await linesOf();
    expect([Ouest!.toSee, Est!.toSee]).toEqual([46, 14]);
    expect(Ouest!.needed).toBeGreaterThan(46 * 30);
    expect(Ouest!.needed).toBeLessThan(46 * 60);
    // 24 November to 18 January: 40 working days but Christmas and New Year's Day, of 9 hours less 45 minutes.
    expect(Ouest!.available).toBe(38 * 495);
    expect([Ouest!.state, Est!.state]).toEqual(["over", "under"]);
  });

  it("does not count who was met lately, signed, refuses visits, or is promised later", async () => {
    const [met, signed, refuses, later, absent] = west.doctors;
    await aReport(database, eric, met!, "interested");
    await aReport(database, eric, absent!, "absent");
    await query("insert into doctor_facts (doctor_id, fund_id, signed_on) values ($1, $2, '2026-10-01')", [
      signed,
      HERE,
    ]);
    await query("insert into opt_out (fund_id, doctor_id, channel, source) values ($1, $2, 'visit', 'visit')", [
      HERE,
      refuses,
    ]);
    await query(
      "insert into follow_up (id, fund_id, delegate_id, doctor_id, kind, due_on, state) values (gen_random_uuid(), $1, $2, $3, 'visit', '2027-06-01', 'open')",
      [HERE, eric, later],
    );
    expect((await linesOf()).Ouest!.toSee).toBe(42);
  });

  it("takes absences off, and gives the sector of an absent colleague to the one who stands in", async () => {
    const before = await linesOf();
    await query(
      "insert into absence (fund_id, account_id, from_on, to_on, part, kind) values ($1, $2, '2026-12-07', '2026-12-11', 'day', 'leave')",
      [HERE, eric],
    );
    const away = await linesOf();
    expect(away.Ouest!.available).toBe(before.Ouest!.available - 5 * 495);
    expect(away.Est!.available).toBe(before.Est!.available);
    await query(
      "insert into cover (fund_id, absent_id, by_id, from_on, to_on) values ($1, $2, $3, '2026-12-07', '2026-12-11')",
      [HERE, eric, julie],
    );
    const covered = await linesOf();
    expect(covered.Ouest!.available).toBeGreaterThan(away.Ouest!.available);
    expect(covered.Ouest!.available + covered.Est!.available).toBeCloseTo(away.Ouest!.available + away.Est!.available);
  });

  it("says a delegate gone in mid-week and a sector emptied, without a figure made up", async () => {
    await query("update account set disabled_at = now() where id = $1", [julie]);
    await query("delete from sector_commune where sector_id = $1", [west.id]);
    await query("update doctor set sector_id = null where sector_id = $1", [west.id]);
    const page = await look();
    expect(page.before.map(({ name, state, load }) => [name, state, load])).toEqual([
      ["Est", "nobody", null],
      ["Ouest", "even", 0],
    ]);
    expect(page.moves).toEqual([]);
    expect(warningsOf(page.before, page.strays)).toEqual([
      expect.stringContaining("n'a pas de délégué"),
      expect.stringContaining("46 médecins à voir ne sont dans aucun secteur".replace(" ", "\u00a0")),
    ]);
  });

  it("shows another caisse nothing of this one", async () => {
    const page = await look(anActor("manager", { fundIds: [ELSEWHERE] }));
    expect([page.before, page.planned, page.moves]).toEqual([[], null, []]);
    expect(verdictOf(page.before)).toBe("Aucun secteur n'est dessiné.");
  });
});

describe("a change of sectors", () => {
  it("is previewed, planned for a day, and applied that day in one go", async () => {
    const page = await look();
    expect(page.moves.length).toBeGreaterThan(0);
    expect(page.moves.every(({ from, to }) => from === west.id && to === east.id)).toBe(true);
    await plan();
    expect((await look()).planned).toMatchObject({
      apply_on: "2026-12-07",
      doctors: page.moves.reduce((n, m) => n + m.doctors, 0),
    });
    const before = await versions(["sector_commune", "doctor"]);
    await clock("2026-12-06T12:00:00Z");
    expect(await versions(["sector_commune", "doctor"])).toEqual(before);
    await clock("2026-12-06T23:30:00Z"); // past midnight in Paris
    const moved = await query<{ n: number }>("select count(*)::int n from doctor where sector_id = $1", [east.id]);
    expect(moved[0]!.n).toBe(14 + page.moves.reduce((n, m) => n + m.doctors, 0));
    expect(
      await query(
        "select 1 from score s join doctor d on d.id = s.doctor_id where d.sector_id is distinct from s.sector_id",
      ),
    ).toEqual([]);
    const after = await look();
    expect(after.planned).toBeNull();
    expect(after.settled[0]).toMatchObject({ state: "applied", moved: moved[0]!.n - 14 });
    expect(await query("select name, fund_id from audit_event order by id")).toEqual([
      { name: "sectors.change-planned", fund_id: HERE },
      { name: "sectors.change-applied", fund_id: HERE },
    ]);
  });

  it("keeps a doctor with a visit booked with the delegate they know, until it is held", async () => {
    const [{ code }] = (await look()).moves.map((move) => ({ code: move.code })) as [{ code: string }];
    const [held] = await query<{ id: number }>(
      "select id::int from doctor where commune_code = $1 order by id limit 1",
      [code],
    );
    await aBookedVisit(database, eric, held!.id, "2026-12-09T09:00:00Z");
    const page = await look();
    expect(page.moves.find((move) => move.code === code)?.held).toBe(1);
    await plan();
    await clock("2026-12-07T12:00:00Z");
    expect(await sectorOf(held!.id)).toBe(west.id);
    await query("update visit set state = 'done' where doctor_id = $1", [held!.id]);
    await clock("2026-12-09T12:00:00Z");
    expect(await sectorOf(held!.id)).toBe(east.id);
  });

  it("applied twice changes nothing the second time, and leaves alone what was redrawn or removed meanwhile", async () => {
    const { moves } = await look();
    await plan();
    const third = await aLand(database, "Tiers", {});
    await query("update sector_commune set sector_id = $1 where commune_code = $2", [third.id, moves[0]!.code]);
    await clock("2026-12-07T12:00:00Z");
    const [commune] = await query<{ sector_id: number }>(
      "select sector_id from sector_commune where commune_code = $1",
      [moves[0]!.code],
    );
    expect(commune!.sector_id).toBe(third.id);
    expect(await query("select commune_code from sector_change_commune where left_alone")).toEqual([
      { commune_code: moves[0]!.code },
    ]);
    const settled = await versions(["sector_change", "sector_commune", "doctor"]);
    await clock("2026-12-07T13:00:00Z");
    expect(await versions(["sector_change", "sector_commune", "doctor"])).toEqual(settled);
  });

  it("is cancelled before its day, and not after", async () => {
    await plan();
    const id = (await look()).planned!.id;
    await expect(
      as(database, await aManager(database, ELSEWHERE), (ctx) => cancelChange(ctx, id)),
    ).rejects.toMatchObject({
      refusal: "not-found",
    });
    await as(database, anne, (ctx) => cancelChange(ctx, id));
    await clock("2026-12-07T12:00:00Z");
    expect((await look()).settled[0]).toMatchObject({ state: "cancelled", moved: null });
    await plan();
    await clock("2026-12-07T12:00:00Z");
    const applied = (await look()).settled[0]!.id;
    await expect(as(database, anne, (ctx) => cancelChange(ctx, applied))).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringContaining("appliqué"),
    });
  });

  it("is refused for a day that is over, when another is planned, or when what was shown is no longer true", async () => {
    await expect(plan("2026-11-24")).rejects.toMatchObject({ refusal: "invalid" });
    const stale = { act: "plan", semaines: 8, on: "2026-12-07", moves: "44000:1>2" } as const;
    await expect(as(database, anne, (ctx) => planChange(ctx, stale))).rejects.toMatchObject({ refusal: "conflict" });
    await plan();
    await expect(plan()).rejects.toMatchObject({ refusal: "conflict", message: expect.stringContaining("déjà prévu") });
    expect(await query("select state from sector_change")).toEqual([{ state: "planned" }]);
  });

  it("is not for delegates", async () => {
    await expect(as(database, anActor("delegate", { sectorIds: [west.id] }), (ctx) => balance(ctx, 8))).rejects.toThrow(
      /permission denied/,
    );
  });
});
