import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { type Booking, bookVisit } from "~/visits/booking.server";
import { actOnWeek } from "~/visits/week/acting.server";
import type { WeekAsk } from "~/visits/week/week.form";
import { as, testDatabase } from "../../support/database";
import { aBooking, aDelegate, aDoctorIn, aSectorIn } from "./field";
import {
  aBase,
  computeWeek,
  proposedWeek,
  refusalOf,
  type VisitRow,
  visitsOf,
  visitsShown,
  WEEK,
  weekOf,
  worthyDoctors,
} from "./week-field";

const database = await testDatabase();
let sector = 0;
let eric: Actor;
let julie: Actor;

beforeAll(async () => {
  sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
  julie = await aDelegate(database, [sector]);
  for (const who of [eric, julie]) await aBase(database, who, { mostVisits: 5 });
  await worthyDoctors(database, sector, 40);
});

beforeEach(async () => {
  await database.pool.query("delete from visit; delete from week_plan; delete from outbox");
  await proposedWeek(database, eric);
  await database.pool.query("delete from outbox");
});

type Given<Intent extends WeekAsk["intent"]> = Omit<Extract<WeekAsk, { intent: Intent }>, "weekOn">;
const act = <Intent extends WeekAsk["intent"]>(ask: Given<Intent> & { intent: Intent }, who = eric) =>
  as(database, who, (ctx) => actOnWeek(ctx, { weekOn: WEEK, ...ask } as unknown as WeekAsk));
const stop = ({ id, version }: VisitRow) => ({ visitId: id, version });
const visits = () => visitsOf(database, eric);
const day = ({ starts_at }: VisitRow) => starts_at.toISOString().slice(0, 10);
const notes = async () => (await database.pool.query("select job from outbox")).rows.length;
const recompute = async () => {
  await act({ intent: "propose" });
  await computeWeek(
    database,
    eric,
    (await database.pool.query("select id from week_plan where delegate_id = $1", [eric.id])).rows[0].id,
  );
  return weekOf(database, eric);
};

describe("holding a stop", () => {
  it("keeps its hour, its day or its week in the next proposal", async () => {
    const [fixed, ofDay, ofWeek] = await visits();
    await act({ intent: "hold", ...stop(fixed!), firmness: "fixed" });
    await act({ intent: "hold", ...stop(ofDay!), firmness: "day" });
    await act({ intent: "hold", ...stop(ofWeek!), firmness: "week" });
    const shown = visitsShown(await recompute());
    const after = await visits();
    const found = (visit: VisitRow) => after.find(({ id }) => id === visit.id)!;
    expect(found(fixed!).starts_at).toEqual(fixed!.starts_at);
    expect(day(found(ofDay!))).toBe(day(ofDay!));
    expect(found(ofWeek!).firmness).toBe("week");
    expect(shown.find(({ id }) => id === fixed!.id)?.firmness).toBe("fixed");
    await act({ intent: "hold", ...stop(found(fixed!)), firmness: "suggestion" });
    await recompute();
    expect((await visits()).map(({ id }) => id)).not.toContain(fixed!.id);
  });

  it("is refused when somebody changed the visit, while the week is computed, and to a colleague", async () => {
    const [first] = await visits();
    const hold = { intent: "hold", ...stop(first!), firmness: "fixed" } as const;
    expect(await refusalOf(act(hold, julie))).toBe("Visite introuvable.");
    await act(hold);
    expect(await refusalOf(act(hold))).toContain("modifiée ailleurs");
    await act({ intent: "propose" });
    expect(await refusalOf(act({ ...hold, version: 2 }))).toContain("en cours de calcul");
  });

  it("is refused when the doctor was invited for that very hour", async () => {
    const [first] = await visits();
    await database.pool.query("update visit set state = 'booked', firmness = 'fixed' where id = $1", [first!.id]);
    await database.pool.query(
      "insert into invitation (fund_id, visit_id, method, sequence, recipient, state) values (441, $1, 'REQUEST', 0, 'a@b.example', 'sent')",
      [first!.id],
    );
    const hold = { intent: "hold", ...stop(first!), firmness: "day" } as const;
    expect(await refusalOf(act(hold))).toContain("a reçu une invitation");
    await act({ ...hold, firmness: "fixed" });
  });

  it("tells two held visits that do not go together, and leaves everything where it was", async () => {
    const [first, second] = await visits();
    await database.pool.query("update visit set starts_at = $2, ends_at = $3, firmness = 'fixed' where id = any($1)", [
      [first!.id, second!.id],
      "2026-12-01T09:00Z",
      "2026-12-01T09:30Z",
    ]);
    const before = await visits();
    const { answer } = await recompute();
    expect(answer!.conflicts).toHaveLength(1);
    expect(answer!.conflicts[0]!.replace(/[\u00a0\u202f]/g, " ")).toMatch(
      /^Dr Claire Docteur\d+ et Dr Claire Docteur\d+ : ces visites ne tiennent pas ensemble le mardi 1er décembre, il manque \d+ min\. Libérez/,
    );
    expect(await visits()).toEqual(before);
  });
});

describe("computing again", () => {
  it("changes little: the others keep their day and their hour", async () => {
    const before = await visits();
    await act({ intent: "remove", ...stop(before[7]!) });
    const { answer } = await recompute();
    const { kept, moved, added, dropped } = answer!.difference!;
    expect(kept).toBeGreaterThanOrEqual(before.length - 4);
    expect(moved.length).toBeLessThanOrEqual(3);
    expect([added.length, dropped.length]).toEqual([1, 1]);
  });
});

describe("taking a doctor out", () => {
  it("does not propose them again that week, and tells what it changed", async () => {
    const [first] = await visits();
    const { undo } = await act({ intent: "remove", ...stop(first!) });
    expect(undo).toMatchObject({ doctorId: String(first!.doctor_id) });
    await act({ intent: "explain", doctorId: first!.doctor_id, reason: "away" });
    const shown = await recompute();
    expect((await visits()).map(({ doctor_id }) => doctor_id)).not.toContain(first!.doctor_id);
    expect(shown.removed).toEqual([expect.objectContaining({ doctorId: first!.doctor_id, reason: "away" })]);
    expect(shown.answer?.difference?.dropped.map(({ doctorId }) => doctorId)).toContain(first!.doctor_id);
    const [why] = (await weekOf(database, eric, { medecin: first!.doctor_id })).leftOut!;
    expect(why).toMatchObject({ mayInclude: true, cost: null });
  });

  it("is taken back to the very hour, or left to the next proposal", async () => {
    const [first] = await visits();
    const { undo } = await act({ intent: "remove", ...stop(first!) });
    const back = { doctorId: first!.doctor_id, day: undo!.day!, minutes: Number(undo!.minutes) };
    await act({ intent: "put-back", ...back });
    expect((await visits())[0]).toMatchObject({ doctor_id: first!.doctor_id, starts_at: first!.starts_at });
    expect((await weekOf(database, eric)).removed).toEqual([]);
    expect(await refusalOf(act({ intent: "put-back", ...back }))).toContain("peut déjà être proposé");
  });

  it("is refused for an appointment, and to a colleague", async () => {
    const [first] = await visits();
    expect(await refusalOf(act({ intent: "remove", ...stop(first!) }, julie))).toBe("Visite introuvable.");
    await database.pool.query("update visit set state = 'booked', firmness = 'fixed' where id = $1", [first!.id]);
    expect(await refusalOf(act({ intent: "remove", ...stop(first!) }))).toContain("annulez-le depuis la journée");
  });
});

describe("moving a stop to another day", () => {
  it("takes room where there is some, and holds the day", async () => {
    const rows = await visits();
    const friday = rows.filter((visit) => day(visit) === "2026-12-04");
    await act({ intent: "remove", ...stop(friday[0]!) });
    const moved = await act({ intent: "move", ...stop(rows[0]!), day: "2026-12-04" });
    expect(moved.done).toContain("déplacée au vendredi 4");
    const after = (await visits()).find(({ id }) => id === rows[0]!.id)!;
    expect([day(after), after.firmness, await notes()]).toEqual(["2026-12-04", "day", 0]);
    const shown = await weekOf(database, eric);
    expect(shown.days[4]!.tour!.stops.every(({ missingMinutes }) => missingMinutes === 0)).toBe(true);
  });

  it("computes the week around the stop when that day is full", async () => {
    const [first] = await visits();
    await act({ intent: "move", ...stop(first!), day: "2026-12-04" });
    expect(await notes()).toBe(1);
    await database.pool.query("update week_plan set state = 'ready'");
    await recompute();
    const after = (await visits()).find(({ id }) => id === first!.id)!;
    expect(day(after)).toBe("2026-12-04");
  });

  it("is refused for another week, for a fixed appointment, and to a colleague", async () => {
    const [first] = await visits();
    const move = { intent: "move", ...stop(first!), day: "2026-12-03" } as const;
    expect(await refusalOf(act({ ...move, day: "2026-12-09" }))).toContain("de cette semaine");
    expect(await refusalOf(act(move, julie))).toBe("Visite introuvable.");
    await database.pool.query("update visit set state = 'booked', firmness = 'fixed' where id = $1", [first!.id]);
    expect(await refusalOf(act(move))).toContain("fixée");
  });
});

describe("including a doctor", () => {
  it("keeps her in the week and computes the rest around her", async () => {
    const [left] = (await weekOf(database, eric)).leftOut!;
    await act({ intent: "include", doctorId: left!.doctorId });
    expect(await notes()).toBe(1);
    await database.pool.query("update week_plan set state = 'ready'");
    const shown = await recompute();
    expect(visitsShown(shown).find(({ doctorId }) => doctorId === left!.doctorId)).toMatchObject({ firmness: "week" });
    expect(shown.answer?.difference?.added.map(({ doctorId }) => doctorId)).toContain(left!.doctorId);
    expect(shown.answer?.conflicts).toEqual([]);
  });

  it("is refused for whoever refuses visits, is booked already, or belongs to another sector", async () => {
    const [left, other] = (await weekOf(database, eric)).leftOut!;
    const stranger = await aDoctorIn(database, await aSectorIn(database));
    expect(await refusalOf(act({ intent: "include", doctorId: stranger }))).toBe("Médecin introuvable.");
    await as(database, julie, (ctx) => bookVisit(ctx, aBooking(other!.doctorId)));
    expect(await refusalOf(act({ intent: "include", doctorId: other!.doctorId }))).toContain("déjà prévue");
    await database.pool.query(
      "insert into opt_out (fund_id, doctor_id, channel, source) values (441, $1, 'visit', 'x')",
      [left!.doctorId],
    );
    expect(await refusalOf(act({ intent: "include", doctorId: left!.doctorId }))).toContain("ne souhaite plus");
    await database.pool.query("delete from opt_out");
  });
});

describe("accepting a week", () => {
  it("books every proposal, moves the funnel and tells the journal", async () => {
    const rows = await visits();
    const accepted = await act({ intent: "accept" });
    expect(accepted).toMatchObject({ missed: [] });
    expect(accepted.done).toContain(String(rows.length));
    expect(new Set((await visits()).map(({ state, firmness }) => `${state} ${firmness}`))).toEqual(
      new Set(["booked day"]),
    );
    const { rows: told } = await database.pool.query("select facts from audit_event where name = 'week.accepted'");
    expect(told.at(-1)!.facts).toMatchObject({ visits: rows.length });
    expect(await refusalOf(act({ intent: "accept" }))).toContain("plus de visite à accepter");
  });

  it("keeps what others took meanwhile, says so, and loses nothing", async () => {
    const rows = await visits();
    const [taken, opposed] = rows as [VisitRow, VisitRow];
    const booking: Booking = aBooking(taken.doctor_id, { day: "2026-12-16" });
    await as(database, julie, (ctx) => bookVisit(ctx, booking));
    await database.pool.query(
      "insert into opt_out (fund_id, doctor_id, channel, source) values (441, $1, 'visit', 'x')",
      [opposed.doctor_id],
    );
    const { missed } = await act({ intent: "accept" });
    expect(missed!.map((sentence) => sentence.split(" : ")[1])).toEqual([
      "une visite est déjà prévue chez ce médecin.",
      "ce médecin ne souhaite plus de visite.",
    ]);
    const after = await visits();
    expect(after.filter(({ state }) => state === "booked")).toHaveLength(rows.length - 2);
    expect(
      after
        .filter(({ state }) => state === "proposed")
        .map(({ id }) => id)
        .sort(),
    ).toEqual([taken.id, opposed.id].sort());
    await database.pool.query("delete from opt_out");
  });

  it("gives flexible appointments the hour that was computed, even when two change places", async () => {
    const rows = await visits();
    const [first, second] = rows as [VisitRow, VisitRow];
    await database.pool.query("update visit set state = 'booked', firmness = 'day' where id = any($1)", [
      [first.id, second.id],
    ]);
    const shift = (visit: VisitRow, to: VisitRow) => {
      const [hour, minute] = to.starts_at.toISOString().slice(11, 16).split(":").map(Number) as [number, number];
      return { visitId: visit.id, day: day(to), minutes: (hour + 1) * 60 + minute };
    };
    await database.pool.query("update week_plan set answer = jsonb_set(answer, '{shifts}', $1)", [
      JSON.stringify([shift(first, second), shift(second, first)]),
    ]);
    expect(visitsShown(await weekOf(database, eric)).find(({ id }) => id === first.id)?.now).not.toBeNull();
    expect((await act({ intent: "accept" })).missed).toEqual([]);
    const after = new Map((await visits()).map((visit) => [visit.id, visit.starts_at]));
    expect([after.get(first.id), after.get(second.id)]).toEqual([second.starts_at, first.starts_at]);
  });

  it("runs beside another delegate's, each doctor seen once", async () => {
    await proposedWeek(database, julie);
    const answers = await Promise.all([act({ intent: "accept" }), act({ intent: "accept" }, julie)]);
    const { rows } = await database.pool.query(
      "select doctor_id, count(*)::int as n from visit where state = 'booked' group by 1",
    );
    expect(rows.every(({ n }) => n === 1)).toBe(true);
    expect(answers.flatMap(({ missed }) => missed!).length).toBeGreaterThan(0);
  });

  it("is nobody else's", async () => {
    const before = await visits();
    expect(await refusalOf(act({ intent: "accept" }, julie))).toContain("plus de visite à accepter");
    expect(await visits()).toEqual(before);
  });

  it("leaves hours that are past aside", async () => {
    const later = new Date("2026-12-02T11:00Z");
    const { missed } = await as(database, eric, (ctx) => actOnWeek(ctx, { intent: "accept", weekOn: WEEK }), later);
    expect(missed).toEqual([]);
    const rows = await visits();
    expect(rows.every((visit) => (visit.state === "booked") === visit.starts_at > later)).toBe(true);
  });
});
