import { beforeEach, describe, expect, it } from "vitest";
import { admitMembers } from "~/campaigns/journeys/entering.server";
import { moveDueEntries } from "~/campaigns/journeys/moving.server";
import { seenJourney } from "~/campaigns/journeys/running.server";
import { workOnFollowUp } from "~/visits/follow-ups/follow-ups.server";
import { anActor, as, HERE, testDatabase } from "../../support/database";
import { at, DELEGATE, journeyScene, MONDAY, step, system } from "./journeys-scene";

const database = await testDatabase();
const { pool } = database;
const scene = journeyScene(database);
const { by, work, workOn, rows, one, started, accept, doctor } = scene;
beforeEach(scene.set);

describe("a journey runs", () => {
  it("from the letter to the call and the visit, each once, after its working days", async () => {
    const id = await started();
    await workOn("2026-11-23");
    expect(await one("select count(*) from recipient where state = 'waiting'")).toBe(4);
    await workOn("2026-11-24");
    expect(await one("select count(*) from follow_up")).toBe(0);
    await accept("2026-11-24");
    await workOn("2026-11-25");
    expect(await one("select count(*) from follow_up")).toBe(0);
    await workOn("2026-11-26");
    expect(await rows("select kind, delegate_id, due_on from follow_up group by 1, 2, 3")).toEqual([
      { kind: "call", delegate_id: DELEGATE, due_on: "2026-11-26" },
    ]);
    const [call] = await rows<{ id: string; doctor_id: number }>(
      "select id, doctor_id from follow_up order by doctor_id limit 1",
    );
    const delegate = anActor("delegate", { id: DELEGATE, sectorIds: [await one("select id from sector")] });
    await as(
      database,
      delegate,
      (ctx) => workOnFollowUp(ctx, { intent: "done", id: call!.id, dueOn: "2026-11-26" }),
      at("2026-11-27"),
    );
    await workOn("2026-12-02");
    expect(
      await rows("select result, because, count(*)::int from journey_turn where step = 1 group by 1, 2 order by 1"),
    ).toEqual([
      { result: "done", because: null, count: 1 },
      { result: "passed", because: "expired", count: 3 },
    ]);
    expect(await rows("select state, count(*)::int from follow_up group by 1 order by 1")).toEqual([
      { state: "done", count: 1 },
      { state: "dropped", count: 3 },
    ]);
    await workOn("2026-12-04");
    expect(await rows("select doctor_id from follow_up where kind = 'visit'")).toEqual([
      { doctor_id: call!.doctor_id },
    ]);
    await pool.query(
      `insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness, created_at)
       values ($1, $2, $3, '2026-12-20 09:00Z', '2026-12-20 09:30Z', 'Europe/Paris', 'booked', 'fixed', '2026-12-07 09:00Z')`,
      [HERE, DELEGATE, call!.doctor_id],
    );
    await workOn("2026-12-07");
    expect(await rows("select state, because from journey_entry where doctor_id = $1", [call!.doctor_id])).toEqual([
      { state: "finished", because: null },
    ]);
    expect((await by((ctx) => seenJourney(ctx, id))).audience_count).toBe(4);
  });

  it("twice at once, and again, without a second letter or task", async () => {
    await started({ steps: [step("call", 0), step("letter", 0)] });
    for (let time = 0; time < 3; time++) {
      await pool.query("update journey_entry set look_at = '2026-01-01'");
      await Promise.all([work(MONDAY), work(MONDAY), work(MONDAY)]);
    }
    expect(await one("select count(*) from follow_up")).toBe(4);
    await pool.query("update follow_up set state = 'done', closed_at = $1", [MONDAY]);
    await pool.query("update journey_entry set look_at = '2026-01-01'");
    await Promise.all([work(MONDAY), work(MONDAY)]);
    await pool.query("update journey_entry set look_at = '2026-01-01'");
    await Promise.all([work(MONDAY), work(MONDAY)]);
    expect(await one("select count(*) from recipient")).toBe(4);
    expect(await one("select count(*) from journey_turn")).toBe(8);
  });

  it("cut off half-way, as if nothing had happened", async () => {
    await started({ steps: [step("call", 0), step("letter", 0)] });
    await expect(
      as(
        database,
        system,
        async (ctx) => {
          await moveDueEntries(ctx);
          throw new Error("killed");
        },
        MONDAY,
      ),
    ).rejects.toThrow("killed");
    expect(await one("select count(*) from follow_up")).toBe(0);
    await workOn("2026-11-23");
    expect(await one("select count(*) from follow_up")).toBe(4);
  });

  it("lets newcomers in at night, nobody twice, and throws nobody out", async () => {
    const id = await started();
    await pool.query("delete from score where doctor_id = $1", [await doctor(1)]);
    const night = () => as(database, system, (ctx) => admitMembers(ctx, id), at("2026-11-24"));
    expect(await night()).toBe(0);
    expect(await one("select count(*) from journey_entry")).toBe(4);
    await pool.query("truncate journey_entry cascade");
    expect(await night()).toBe(3);
    await pool.query("delete from score");
    expect(await night()).toBe(0);
    expect(await rows("select audience_count, empty_since is not null as is_empty from journey")).toEqual([
      { audience_count: 0, is_empty: true },
    ]);
  });

  it("keeps aside the share asked for, without a step, in the books of the first letter", async () => {
    await seedMore();
    await started({ holdout: 50 });
    await workOn("2026-11-23");
    const aside = await one("select count(*) from journey_entry where state = 'held_out'");
    expect(aside).toBeGreaterThan(5);
    expect(await one("select count(*) from recipient where state = 'held_out'")).toBe(aside);
    expect(await one("select count(*) from recipient where state = 'waiting'")).toBe(34 - aside);
  });
});

const seedMore = () =>
  pool.query(
    `with made as (
      insert into doctor (fund_id, rpps, last_name, first_name, specialty, specialty_label, is_gp, practice_key, search, sort_name,
        identity_hash, source, source_on, first_seen_on)
      select $1, (20000000000 + i)::text, 'ROUX', 'PAUL', 'general-practice', 'Médecine générale', true, 'autre ' || i, 'roux', 'roux',
        '\\x00', 'rpps', '2026-11-01', '2026-11-01' from generate_series(1, 30) i returning id),
    scored as (
      insert into score (doctor_id, fund_id, is_gp, specialty, verdict, priority, zone_points, threshold_points, band_points,
        colleague_points, freshness_points, unknown_points, failing, unresolved, version)
      select id, $1, true, 'general-practice', 'yes', 10, 0, 0, 0, 0, 0, 0, 0, 0, 'test' from made)
    insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on)
    select $1, id, 'roux' || id || '@cabinet.example', 'x', 'plain', 'test', '2026-11-01' from made`,
    [HERE],
  );

describe("what holds somebody back", () => {
  it("an opposition stops, and takes back what was asked", async () => {
    await started({ steps: [step("letter", 0), step("call", 0)] });
    await workOn("2026-11-23");
    await accept("2026-11-23");
    await workOn("2026-11-24");
    await pool.query(
      "insert into opt_out (fund_id, doctor_id, channel, source, noted_at) values ($1, $2, 'call', 'test', $3)",
      [HERE, await doctor(1), at("2026-11-25")],
    );
    await workOn("2026-11-25");
    expect(await rows("select state, because from journey_entry where doctor_id = $1", [await doctor(1)])).toEqual([
      { state: "stopped", because: "opposition" },
    ]);
    expect(await rows("select state, outcome from follow_up where doctor_id = $1", [await doctor(1)])).toEqual([
      { state: "dropped", outcome: "withdrawn" },
    ]);
    expect(await one("select count(*) from journey_entry where state = 'active'")).toBe(3);
  });

  it("a request by the link of a letter is a reply, and a colleague who signs stops the practice", async () => {
    await started({ steps: [step("letter", 0), step("letter", 20)] });
    await workOn("2026-11-23");
    await accept("2026-11-23");
    await pool.query(
      `insert into follow_up (id, fund_id, doctor_id, delegate_id, kind, due_on, created_at)
       select (left(campaign_id::text, 24) || '000000000abc')::uuid, fund_id, doctor_id, $2, 'call', '2026-11-25', $3
       from recipient where doctor_id = $1`,
      [await doctor(1), DELEGATE, at("2026-11-24")],
    );
    await pool.query("insert into doctor_stage (doctor_id, fund_id, stage, since) values ($1, $2, 'hired', $3)", [
      await doctor(2),
      HERE,
      at("2026-11-24"),
    ]);
    await workOn("2026-11-25");
    expect(await rows("select e.because from journey_entry e order by e.doctor_id")).toEqual([
      { because: "reply" },
      { because: "contract-signed" },
      { because: "practice-signed" }, // doctors 2 and 3 share a practice
      { because: null },
    ]);
  });

  it("no address passes the letter with its reason, a visit this week holds it", async () => {
    await pool.query("delete from doctor_email where doctor_id = $1", [await doctor(1)]);
    const lonely = await one("select min(id) from doctor");
    await pool.query(
      `insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness)
       values ($1, $2, $3, now() + interval '3 days', now() + interval '3 days 1 hour', 'Europe/Paris', 'booked', 'fixed')`,
      [HERE, DELEGATE, await doctor(2)],
    );
    await started({ stops: [], steps: [step("letter", 0), step("call", 0)] });
    await workOn("2026-11-23");
    expect(await rows("select result, because from journey_turn where doctor_id = $1 and step = 0", [lonely])).toEqual([
      { result: "passed", because: "no_address" },
    ]);
    expect(await one("select count(*) from follow_up where doctor_id = $1", [lonely])).toBe(1);
    expect(await one("select count(*) from journey_turn where doctor_id = $1", [await doctor(2)])).toBe(0);
    await workOn("2026-12-08");
    expect(
      await rows("select result, because from journey_turn where doctor_id = $1 and step = 0", [await doctor(2)]),
    ).toEqual([{ result: "passed", because: "visit_soon" }]);
  });
});
