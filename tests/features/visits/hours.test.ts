import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { bookVisit, cancelVisit } from "~/visits/booking.server";
import { type DoctorTabAsk, doctorTabForm } from "~/visits/doctor-tab/doctor-tab.form";
import { answerTab, doctorVisits } from "~/visits/doctor-tab/doctor-tab.server";
import { answerVisit, openVisit } from "~/visits/visit-page/visit-page.server";
import { hoursOf } from "~db/queries/doctor-hours";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aBooking, aDelegate, aDoctorIn, aSectorIn } from "./field";

const database = await testDatabase();

let sector = 0;
let eric: Actor;
let claire = 0;
const manager = anActor("manager");

beforeAll(async () => {
  sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
});

beforeEach(async () => {
  await database.pool.query("delete from visit; delete from audit_event");
  claire = await aDoctorIn(database, sector);
});

const tab = (who = eric, doctor = claire) => as(database, who, (ctx) => doctorVisits(ctx, String(doctor)));
const answer = (ask: Record<string, unknown>, who = eric) =>
  as(database, who, (ctx) => answerTab(ctx, String(claire), doctorTabForm.parse(ask) as DoctorTabAsk));
const seen = async () => (await tab()).hours.noted?.at.toISOString() ?? "";
const usual = { intent: "hours", day1: "9h-12h", day2: "9h-12h, 14h-18h", day3: "fermé" };
const stranger = async () => aDelegate(database, [await aSectorIn(database)]);

describe("the hours of a practice", () => {
  it("are assumed, and said to be, until somebody notes them", async () => {
    expect((await tab()).hours).toMatchObject({ noted: null, closures: [], learned: { proposal: null } });
    expect(await answer(usual)).toBe("Horaires notés.");
    const { hours } = await tab();
    expect(hours.noted).toMatchObject({ by: "Éric Robert" });
    expect(hours.days.map((day) => day.replace(/\u00a0/g, " "))).toEqual([
      "9 h – 12 h",
      "9 h – 12 h, 14 h – 18 h",
      "",
      "",
      "",
      "",
      "",
    ]);
    const kept = await as(database, eric, ({ tx }) => hoursOf(tx, [claire]));
    expect(kept.get(claire)?.[1]).toEqual([[540, 720], [840, 1080]]); // biome-ignore format: spans in a line
    const { rows } = await database.pool.query("select name, facts from audit_event");
    expect(rows).toEqual([{ name: "hours.noted", facts: { doctorId: claire } }]);
  });

  it("are refused line by line, and nothing is kept", async () => {
    await expect(answer({ ...usual, day2: "12h-9h", day4: "matin" })).rejects.toMatchObject({
      refusal: "invalid",
      fields: { day2: [expect.any(String)], day4: [expect.any(String)] },
    });
    await expect(answer({ intent: "hours" })).rejects.toMatchObject({ fields: { day1: [expect.any(String)] } });
    expect((await tab()).hours.noted).toBeNull();
  });

  it("are not written over by somebody who has not seen them", async () => {
    await answer(usual);
    await expect(answer({ ...usual, day1: "8h-9h" })).rejects.toMatchObject({ refusal: "conflict" });
    const first = await seen();
    await as(
      database,
      eric,
      (ctx) => answerTab(ctx, String(claire), doctorTabForm.parse({ ...usual, day1: "10h-11h", seen: first })),
      new Date("2026-11-24T12:00:00Z"),
    );
    await expect(answer({ ...usual, seen: first })).rejects.toMatchObject({ refusal: "conflict" });
    await expect(answer({ ...usual, seen: "hier" })).rejects.toMatchObject({ refusal: "conflict" });
    expect((await tab()).hours.days[0]?.replace(/\u00a0/g, " ")).toBe("10 h – 11 h");
  });

  it("learn from reports where nobody is ever there, and are noted when one agrees", async () => {
    for (const day of ["2026-11-03", "2026-11-10"]) {
      const visit = randomUUID();
      await database.pool.query(
        `insert into visit (id, fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness)
         values ($1, 441, $2, $3, $4, $5, 'Europe/Paris', 'missed', 'fixed')`,
        [visit, eric.id, claire, `${day}T14:00:00Z`, `${day}T14:30:00Z`],
      );
      await database.pool.query(
        `insert into report (id, fund_id, visit_id, doctor_id, delegate_id, result, next_step, held_at)
         values ($1, 441, $2, $3, $4, 'absent', 'none', $5)`,
        [randomUUID(), visit, claire, eric.id, `${day}T14:00:00Z`],
      );
    }
    const { learned } = (await tab()).hours;
    expect(learned.closed).toEqual([{ weekday: 2, half: "afternoon" }]);
    expect(await answer({ intent: "learned" })).toBe("Horaires notés d'après les comptes rendus.");
    expect((await tab()).hours.days[1]?.replace(/\u00a0/g, " ")).toBe("9 h – 12 h");
    await expect(answer({ intent: "learned", seen: await seen() })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("have closures, for a day or several, until they are taken back", async () => {
    await answer({ intent: "closure", fromOn: "2026-12-24", toOn: "" });
    await answer({ intent: "closure", fromOn: "2026-12-01", toOn: "2026-12-05" });
    const { closures } = (await tab()).hours;
    expect(closures).toMatchObject([
      { fromOn: "2026-12-01", toOn: "2026-12-05" },
      { fromOn: "2026-12-24", toOn: "2026-12-24" },
    ]);
    await answer({ intent: "open", closure: closures[0]!.id });
    expect((await tab()).hours.closures).toHaveLength(1);
    await expect(answer({ intent: "open", closure: closures[0]!.id })).rejects.toMatchObject({ refusal: "not-found" });
    await expect(answer({ intent: "closure", fromOn: "2026-12-24", toOn: "2026-12-01" })).rejects.toMatchObject({
      fields: { toOn: [expect.any(String)] },
    });
  });
});

describe("an objection", () => {
  it("is noted once with its source, holds, and is lifted without being erased", async () => {
    await answer({ intent: "opt-out", channel: "visit", source: "au téléphone" });
    await answer({ intent: "opt-out", channel: "visit", source: "en visite" });
    const { optOuts, mayVisit } = await tab();
    expect(optOuts).toMatchObject([{ channel: "visit", source: "au téléphone", noted_by: "Éric Robert" }]);
    expect(mayVisit).toBe(false);
    await answer({ intent: "lift", optOut: optOuts[0]!.id });
    expect((await tab()).optOuts).toEqual([]);
    await expect(answer({ intent: "lift", optOut: optOuts[0]!.id })).rejects.toMatchObject({ refusal: "conflict" });
    const { rows } = await database.pool.query("select lifted_by from opt_out where doctor_id = $1", [claire]);
    expect(rows).toEqual([{ lifted_by: eric.id }]);
    const journal = await database.pool.query("select name from audit_event order by id");
    expect(journal.rows.map(({ name }) => name)).toEqual(["opt-out.noted", "opt-out.lifted"]);
  });
});

describe("the tab of a doctor", () => {
  it("tells what comes and what came of the others", async () => {
    const coming = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire)));
    const cancelled = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire, { minutes: 700 })));
    await as(database, eric, (ctx) => cancelVisit(ctx, cancelled, { by: "doctor", version: 1 }));
    const shown = await tab();
    expect(shown.coming).toMatchObject([{ id: coming, isMine: true }]);
    expect(shown.past).toMatchObject([{ id: cancelled, state: "cancelled", cancelled_by: "doctor", notes: [] }]);
  });

  it("is read by a manager, who plans nothing, and by nobody of another sector or fund", async () => {
    expect(await tab(manager)).toMatchObject({ mayPlan: false });
    const abroad = anActor("manager", { fundIds: [ELSEWHERE] });
    for (const who of [await stranger(), abroad]) {
      await expect(tab(who)).rejects.toMatchObject({ refusal: "not-found" });
      await expect(answer(usual, who)).rejects.toMatchObject({ refusal: "not-found" });
    }
  });
});

describe("the page of a visit", () => {
  const open = (id: string, who = eric) => as(database, who, (ctx) => openVisit(ctx, id));

  it("says when, where and what may be done", async () => {
    const id = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire)));
    expect(await open(id)).toMatchObject({
      visit: { state: "booked", isMine: true, version: 1 },
      doctor: { id: claire },
      told: null,
      may: { move: true, cancel: true, invite: true, report: false },
    });
    expect(await open(id, { ...manager, fundIds: [HERE] })).toMatchObject({
      may: { move: false, cancel: false, invite: false, report: false },
    });
  });

  it("cancels once, for the version that was read", async () => {
    const id = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire)));
    const cancel = (version: number) =>
      as(database, eric, (ctx) => answerVisit(ctx, id, { intent: "cancel", by: "delegate", version }));
    await expect(cancel(7)).rejects.toMatchObject({ refusal: "conflict" });
    expect(await cancel(1)).toBe("annulee");
    await expect(cancel(2)).rejects.toMatchObject({ refusal: "conflict" });
    expect(await open(id)).toMatchObject({
      visit: { state: "cancelled", cancelledBy: "delegate" },
      may: { move: false },
    });
  });

  it("is not found elsewhere, nor under a name that is none", async () => {
    const id = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire)));
    await expect(open(id, await stranger())).rejects.toMatchObject({ refusal: "not-found" });
    for (const nonsense of ["x", randomUUID(), "' or 1=1"]) {
      await expect(open(nonsense)).rejects.toMatchObject({ refusal: "not-found" });
    }
  });
});
