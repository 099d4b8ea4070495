import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { bookVisit } from "~/visits/booking.server";
import type { Planner } from "~/visits/planner-port";
import { askForWeek } from "~/visits/week/asking.server";
import { weekPlanOn } from "~db/queries/weeks";
import { as, NOON, testDatabase } from "../../support/database";
import { rowVersions } from "../../support/rows";
import { aBooking, aDelegate, aSectorIn } from "./field";
import {
  aBase,
  computeWeek,
  HERE_PLANNER,
  proposedWeek,
  refusalOf,
  visitsOf,
  visitsShown,
  WEEK,
  weekOf,
  worthyDoctors,
} from "./week-field";

const database = await testDatabase();
let sector = 0;
let eric: Actor;
let doctors: number[];

beforeAll(async () => {
  sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
  await aBase(database, eric);
  doctors = await worthyDoctors(database, sector, 45);
});

beforeEach(async () => {
  for (const table of ["visit", "week_plan", "outbox", "opt_out", "report", "follow_up"])
    await database.pool.query(`delete from ${table}`);
});

const ask = (who = eric, weekOn = WEEK, now = NOON) => as(database, who, (ctx) => askForWeek(ctx, weekOn), now);
const planOf = (who = eric) => as(database, who, ({ tx }) => weekPlanOn(tx, who.id, WEEK));
const hours = async () =>
  (await visitsOf(database, eric)).map((visit) => [visit.doctor_id, visit.starts_at.toISOString()]);

describe("asking for a week", () => {
  it("leaves one note for the queue, however often it is asked for", async () => {
    const planId = await ask();
    expect(await ask()).toBe(planId);
    const { rows } = await database.pool.query("select job, payload from outbox");
    expect(rows).toEqual([{ job: "propose-week", payload: { planId, anew: false } }]);
    expect((await weekOf(database, eric)).running).toEqual({ share: 0 });
  });

  it("is refused without a base, and for a week that is over", async () => {
    const julie = await aDelegate(database, [sector]);
    expect(await refusalOf(ask(julie))).toContain("point de départ");
    expect(await refusalOf(ask(eric, "2026-11-09"))).toContain("passée");
    expect((await database.pool.query("select from outbox")).rowCount).toBe(0);
  });

  it("takes up a week that was lost with its machine", async () => {
    await ask();
    await ask(eric, WEEK, new Date(NOON.getTime() + 121_000));
    expect((await database.pool.query("select from outbox")).rowCount).toBe(2);
  });
});

describe("proposing a week", () => {
  it("fills five days with suggestions, a reason each, and tells what it leaned on", async () => {
    const planId = await proposedWeek(database, eric);
    const rows = await visitsOf(database, eric);
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ state, firmness, reason }) => `${state} ${firmness} ${reason}`))).toEqual(
      new Set(["proposed suggestion Première visite · éligible"]),
    );
    expect(new Set(rows.map(({ doctor_id }) => doctor_id)).size).toBe(rows.length);
    const shown = await weekOf(database, eric);
    expect(shown.running).toBeNull();
    expect(shown.days.every(({ tour }) => tour && !tour.lacksLunch)).toBe(true);
    expect(shown.days.flatMap(({ tour }) => tour!.stops).every(({ missingMinutes }) => missingMinutes === 0)).toBe(
      true,
    );
    expect(shown.answer).toMatchObject({ travel: "estimate", assumedHours: rows.length, atCommune: rows.length });
    expect(visitsShown(shown).every(({ from }) => from % 5 === 0)).toBe(true);
    const { rows: plans } = await database.pool.query("select * from week_plan where id = $1", [planId]);
    expect(plans[0]).toMatchObject({ state: "ready", seed: 1, travel_source: "estimate", share: 1 });
    expect(plans[0].input_hash).toMatch(/^[0-9a-f]{8,}$/);
  });

  it("answers the same to the same question", async () => {
    await proposedWeek(database, eric);
    const first = await hours();
    await proposedWeek(database, eric, { now: new Date(NOON.getTime() + 60_000) });
    expect(await hours()).toEqual(first);
    const nothing = { added: [], dropped: [], moved: [], drivingMinutes: 0 };
    expect((await planOf())?.answer?.difference).toMatchObject(nothing);
    await proposedWeek(database, eric, { anew: true, now: new Date(NOON.getTime() + 120_000) });
    expect(await hours()).toEqual(first);
    expect((await planOf())?.answer?.difference).toMatchObject(nothing);
  });

  it("comes to the same when it is killed after any step, and changes nothing when it runs once more", async () => {
    await proposedWeek(database, eric);
    const whole = await hours();
    const deaths: boolean[] = [];
    for (let death = 1; death <= 4; death++) {
      await database.pool.query("delete from visit; delete from week_plan");
      const planId = await ask();
      const dying = computeWeek(database, eric, planId, { dies: (steps) => steps === death });
      deaths.push(
        await dying.then(
          () => false,
          () => true,
        ),
      );
      await computeWeek(database, eric, planId);
      expect(await hours()).toEqual(whole);
    }
    // The third step moves the bar, and the bar is a courtesy.
    expect(deaths).toEqual([true, true, false, true]);
    const before = await rowVersions(database);
    await computeWeek(database, eric, (await planOf())!.id);
    expect(await rowVersions(database)).toEqual(before);
  });

  it("leaves the week to another worker when the process stops", async () => {
    const planId = await ask();
    await database.pool.query("delete from outbox");
    await computeWeek(database, eric, planId, { stopping: AbortSignal.abort() });
    expect(await visitsOf(database, eric)).toEqual([]);
    expect((await planOf())?.state).toBe("computing");
    expect((await database.pool.query("select job from outbox")).rows).toEqual([{ job: "propose-week" }]);
  });

  it("computes again what changed while it was computed", async () => {
    const planId = await ask();
    const julie = await aDelegate(database, [sector]);
    const first = doctors[0]!;
    let times = 0;
    const planner: Planner = {
      ...HERE_PLANNER,
      async plan(...given) {
        if (++times === 1) await as(database, julie, (ctx) => bookVisit(ctx, aBooking(first)));
        return HERE_PLANNER.plan(...given);
      },
    };
    await computeWeek(database, eric, planId, { tools: { planner } });
    expect(times).toBe(2);
    expect((await visitsOf(database, eric)).map(({ doctor_id }) => doctor_id)).not.toContain(first);
  });

  it("says that it failed when the planner breaks, and keeps the visits that are there", async () => {
    const planId = await ask();
    const broken = { ...HERE_PLANNER, plan: () => Promise.reject(new Error("broken")) };
    await expect(computeWeek(database, eric, planId, { tools: { planner: broken } })).rejects.toThrow("broken");
    const shown = await weekOf(database, eric);
    expect([shown.running, shown.failure]).toEqual([null, "Le calcul s'est arrêté. Vos rendez-vous n'ont pas bougé."]);
    await computeWeek(database, eric, planId);
    expect((await weekOf(database, eric)).failure).toBeNull();
  });

  it("does not propose who is booked, gone, signed, opposed or met lately", async () => {
    const [booked, gone, signed, opposed, met, promised] = doctors as [number, number, number, number, number, number];
    await as(database, eric, (ctx) => bookVisit(ctx, aBooking(booked, { day: "2026-12-16" })));
    await database.pool.query("update doctor set gone_on = '2026-11-01' where id = $1", [gone]);
    await database.pool.query(
      "insert into doctor_facts (doctor_id, fund_id, signed_on) values ($1, 441, '2026-01-05') on conflict (doctor_id) do update set signed_on = '2026-01-05'",
      [signed],
    );
    await database.pool.query(
      "insert into opt_out (fund_id, doctor_id, channel, source) values (441, $1, 'visit', 'test')",
      [opposed],
    );
    for (const doctor of [met, promised]) await aReport(doctor);
    await database.pool.query(
      "insert into follow_up (fund_id, doctor_id, delegate_id, kind, due_on) values (441, $1, $2, 'visit', '2026-12-02')",
      [promised, eric.id],
    );
    await proposedWeek(database, eric);
    const rows = await visitsOf(database, eric);
    const proposed = rows.filter(({ state }) => state === "proposed");
    for (const doctor of [booked, gone, signed, opposed, met])
      expect(proposed.map(({ doctor_id }) => doctor_id)).not.toContain(doctor);
    expect(proposed.find(({ doctor_id }) => doctor_id === promised)?.reason).toMatch(
      /^Visite promise pour le mercredi 2/,
    );
    await database.pool.query("update doctor set gone_on = null; update doctor_facts set signed_on = null");
  });

  it("keeps the appointments that are there, and reads who is left out and why", async () => {
    const id = await as(database, eric, (ctx) =>
      bookVisit(ctx, aBooking(doctors[44]!, { day: "2026-12-02", minutes: 615 })),
    );
    await proposedWeek(database, eric);
    const shown = await weekOf(database, eric);
    expect(visitsShown(shown).find((visit) => visit.id === id)).toMatchObject({
      day: "2026-12-02",
      from: 615,
      now: null,
    });
    expect(shown.leftOut!.length).toBeGreaterThan(0);
    const seen = visitsShown(shown).map(({ doctorId }) => doctorId);
    for (const { doctorId, sentence } of shown.leftOut!) {
      expect(seen).not.toContain(doctorId);
      expect(sentence).toMatch(/\.$/);
    }
    const [asked] = (await weekOf(database, eric, { medecin: shown.leftOut![3]!.doctorId })).leftOut!;
    expect(asked).toMatchObject({ doctorId: shown.leftOut![3]!.doctorId, cost: { dropped: [expect.any(String)] } });
  });

  it("says so when there is nobody to propose, and when no day is worked", async () => {
    const empty = await aSectorIn(database);
    const paul = await aDelegate(database, [empty]);
    await aBase(database, paul);
    await proposedWeek(database, paul);
    const shown = await weekOf(database, paul);
    expect(shown).toMatchObject({ totals: { visits: 0 }, answer: { considered: 0, conflicts: [] } });
    await database.pool.query(
      "insert into absence (fund_id, account_id, from_on, to_on, part, kind) values (441, $1, $2, '2026-12-04', 'day', 'leave')",
      [paul.id, WEEK],
    );
    expect((await weekOf(database, paul)).days.map(({ off }) => off)).toEqual(Array(5).fill("Absence"));
  });

  it("is nobody else's: a colleague of the sector sees neither the plan nor the proposals", async () => {
    await proposedWeek(database, eric);
    const julie = await aDelegate(database, [sector]);
    await aBase(database, julie);
    const shown = await weekOf(database, julie);
    expect([shown.answer, shown.totals.visits]).toEqual([null, 0]);
  });
});

async function aReport(doctorId: number): Promise<void> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness)
     values (441, $1, $2, '2026-11-10T09:00Z', '2026-11-10T09:30Z', 'Europe/Paris', 'done', 'fixed') returning id`,
    [eric.id, doctorId],
  );
  await database.pool.query(
    `insert into report (id, fund_id, visit_id, doctor_id, delegate_id, result, next_step, held_at)
     values (gen_random_uuid(), 441, $1, $2, $3, 'later', 'none', '2026-11-10T09:00Z')`,
    [rows[0]!.id, doctorId, eric.id],
  );
}
