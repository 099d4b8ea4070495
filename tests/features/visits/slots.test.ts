import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { bookVisit } from "~/visits/booking.server";
import { invite } from "~/visits/invitations/inviting.server";
import { USUAL_SETTING } from "~/visits/setting";
import { slotForm, slotSearch } from "~/visits/slots/slots.form";
import { openSlots, takeSlot } from "~/visits/slots/slots.server";
import { saveSetting } from "~db/queries/delegate-settings";
import { visitById } from "~db/queries/visits";
import { as, HERE, testDatabase } from "../../support/database";
import { aBooking, aDelegate, aDoctorIn, aSectorIn } from "./field";

const database = await testDatabase();

let sector = 0;
let eric: Actor;
let julie: Actor;
let claire = 0;

beforeAll(async () => {
  sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
  julie = await aDelegate(database, [sector], { name: "Julie Merceron" });
  const base = { label: "Savenay", latitude: 47.36, longitude: -1.94 };
  await as(database, eric, ({ tx }) => saveSetting(tx, { id: eric.id, fundId: HERE }, { ...USUAL_SETTING, base }));
});

beforeEach(async () => {
  await database.pool.query("delete from visit; delete from outbox; delete from opt_out; delete from absence");
  claire = await aDoctorIn(database, sector);
});

const open = (given: Record<string, string> = {}, who = eric, doctor = claire) =>
  as(database, who, (ctx) => openSlots(ctx, String(doctor), slotSearch.parse(given)));
const take = (answer: Record<string, unknown>, who = eric, doctor = claire) =>
  as(database, who, (ctx) => takeSlot(ctx, String(doctor), slotForm.parse(answer)));
const on = (shown: Awaited<ReturnType<typeof open>>, day: string) => shown.days.find((each) => each.day === day)!;

async function anAddress() {
  await database.pool.query(
    "insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on) values (441, $1, 'c@cabinet.example', 'c@cabinet.example', 'plain', 'Annuaire', '2026-10-01')",
    [claire],
  );
}

describe("the slots of a doctor", () => {
  it("are those of four weeks from Monday, with what each day would cost in road", async () => {
    const shown = await open();
    expect(shown.days.map(({ day }) => day).filter((_, at) => at % 5 === 0)).toEqual([
      "2026-11-23",
      "2026-11-30",
      "2026-12-07",
      "2026-12-14",
    ]);
    expect(on(shown, "2026-11-23").none).toMatchObject({ label: "passé" });
    expect(on(shown, "2026-11-25").best).toMatchObject({ detour: expect.any(Number) });
    expect([shown.basis, shown.hoursAreAssumed, shown.isApproximate, shown.earlier]).toEqual([
      "estimate",
      true,
      true,
      null,
    ]);
    expect(shown.proposed).toHaveLength(3);
    expect(new Set(shown.proposed.map(({ day }) => day)).size).toBe(3);
  });

  it("prefer the day on which one goes there already", async () => {
    const neighbour = await aDoctorIn(database, sector, { last_name: "LE GOFF", practice_key: "k" });
    await database.pool.query("update doctor set practice_key = 'k' where id = $1", [claire]);
    await as(database, eric, (ctx) => bookVisit(ctx, aBooking(neighbour, { day: "2026-12-02", minutes: 660 })));
    const shown = await open();
    expect(on(shown, "2026-12-02").best).toEqual({ minutes: 630, detour: 0 });
    expect(shown.proposed.map(({ day }) => day)).toContain("2026-12-02");
  });

  it("leave out what is taken: by one's own visits, and by a colleague at the doctor", async () => {
    await as(database, julie, (ctx) => bookVisit(ctx, aBooking(claire, { minutes: 540, length: 60 })));
    const shown = await open();
    expect(on(shown, "2026-11-25").slots[0]?.minutes).toBe(600);
    expect(shown.coming).toMatchObject([{ isMine: false, delegate: "Julie Merceron" }]);
  });

  it("say why a day has none: holiday, closure, hours, absence, day off", async () => {
    await database.pool.query(
      "insert into closure (fund_id, doctor_id, from_on, to_on) values (441, $1, '2026-12-07', '2026-12-09')",
      [claire],
    );
    const hours = JSON.stringify([[[540, 720]], [[540, 720]], [[540, 720]], [], [[540, 720]], [], []]);
    await database.pool.query("insert into doctor_hours (doctor_id, fund_id, windows) values ($1, 441, $2)", [
      claire,
      hours,
    ]);
    await database.pool.query(
      "insert into absence (fund_id, account_id, from_on, to_on, part, kind) values (441, $1, '2026-11-27', '2026-11-27', 'day', 'leave')",
      [eric.id],
    );
    const shown = await open({ semaine: "2026-12-07" });
    expect(on(shown, "2026-12-08").none).toMatchObject({ label: "fermé", isClosed: true });
    expect(on(shown, "2026-12-10").none?.sentence).toBe("Le cabinet ne reçoit pas le jeudi.");
    expect(on(shown, "2026-12-25").none).toMatchObject({ label: "férié", isClosed: true });
    expect(shown.hoursAreAssumed).toBe(false);
    expect(on(await open(), "2026-11-27").none).toMatchObject({ label: "absent", isClosed: false });
  });

  it("without a base, are the free times, and no detour is said", async () => {
    const shown = await open({}, julie);
    expect(shown.basis).toBe("no-base");
    expect(on(shown, "2026-11-25").best).toEqual({ minutes: 540, detour: null });
  });

  it("for a doctor nobody can place, are the free times", async () => {
    const lost = await aDoctorIn(database, sector, { commune_code: null });
    const shown = await open({}, eric, lost);
    expect(shown.basis).toBe("no-place");
    expect(on(shown, "2026-11-25").best?.detour).toBeNull();
  });

  it("are of nobody in another sector", async () => {
    const stranger = await aDelegate(database, [await aSectorIn(database)]);
    for (const doctor of [claire, 0])
      await expect(open({}, stranger, doctor)).rejects.toMatchObject({ refusal: "not-found" });
    await expect(as(database, eric, (ctx) => openSlots(ctx, "1; drop", slotSearch.parse({})))).rejects.toMatchObject({
      refusal: "not-found",
    });
  });

  it("of a doctor who wants no visit are not offered", async () => {
    await database.pool.query(
      "insert into opt_out (fund_id, doctor_id, channel, source) values (441, $1, 'visit', 'au téléphone')",
      [claire],
    );
    expect((await open()).refusal).toBe("refuses");
  });

  it("stand nonsense in the address", async () => {
    const shown = await open({ semaine: "9999-99-99", duree: "1e9", visite: "../x" });
    expect(shown.length).toBe(30);
    expect((await open({ semaine: "1900-01-01" })).days[0]?.day).toBe("2026-11-23");
    expect((await open({ semaine: "9999-12-31" })).later).toBeNull();
  });
});

describe("taking a slot", () => {
  const book = { intent: "book", day: "2026-11-26", minutes: "615", length: "30", firmness: "fixed" };

  it("books it, without a word to the doctor unless asked", async () => {
    const id = await take({ ...book, id: randomUUID() });
    expect(await as(database, eric, ({ tx }) => visitById(tx, id))).toMatchObject({
      state: "booked",
      firmness: "fixed",
    });
    const { rows } = await database.pool.query("select job from outbox");
    expect(rows).toEqual([]);
  });

  it("takes another time when one is written, however it is written", async () => {
    for (const [other, hour] of [
      ["12:40", "11:40"],
      ["14h", "13:00"],
      ["19 h 15", "18:15"],
    ]) {
      const id = await take({ ...book, id: randomUUID(), other });
      const visit = await as(database, eric, ({ tx }) => visitById(tx, id));
      expect(visit?.starts_at.toISOString()).toBe(`2026-11-26T${hour}:00.000Z`);
    }
    await expect(take({ ...book, id: randomUUID(), other: "midi" })).rejects.toMatchObject({
      fields: { time: [expect.any(String)] },
    });
  });

  it("with an invitation leaves one note for the queue, in the same breath", async () => {
    await anAddress();
    const id = await take({ ...book, id: randomUUID(), invites: "on", firmness: "week" });
    const { rows } = await database.pool.query("select job from outbox");
    expect(rows).toEqual([{ job: "send-invitation" }]);
    expect(await as(database, eric, ({ tx }) => visitById(tx, id))).toMatchObject({ firmness: "fixed", sequence: 0 });
  });

  it("books nothing when the invitation cannot be sent", async () => {
    await expect(take({ ...book, id: randomUUID(), invites: "on" })).rejects.toMatchObject({ refusal: "conflict" });
    const { rows } = await database.pool.query("select count(*)::int as n from visit");
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("moves a visit, whose own place is free for it", async () => {
    await anAddress();
    const id = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(claire)));
    await as(database, eric, (ctx) => invite(ctx, id));
    const shown = await open({ visite: id });
    expect(shown.moving).toMatchObject({ id, day: "2026-11-25", minutes: 600, length: 30, isInvited: true });
    expect(on(shown, "2026-11-25").slots.map(({ minutes }) => minutes)).toContain(600);
    await take({ ...book, intent: "move", visit: id, version: "1" });
    expect(await as(database, eric, ({ tx }) => visitById(tx, id))).toMatchObject({ version: 2, sequence: 1 });
  });

  it("moves nobody else's visit under another doctor's name", async () => {
    const other = await aDoctorIn(database, sector);
    const id = await as(database, eric, (ctx) => bookVisit(ctx, aBooking(other)));
    await expect(take({ ...book, intent: "move", visit: id, version: "1" })).rejects.toMatchObject({
      refusal: "not-found",
    });
    await expect(open({ visite: id })).rejects.toMatchObject({ refusal: "not-found" });
  });

  it("for a colleague's visit looks at the colleague's week, not at one's own", async () => {
    const id = await as(database, julie, (ctx) => bookVisit(ctx, aBooking(claire)));
    const shown = await open({ visite: id });
    expect(shown.basis).toBe("colleague");
    expect(shown.moving?.delegate).toBe("Julie Merceron");
  });
});
