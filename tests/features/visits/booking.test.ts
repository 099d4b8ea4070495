import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { wallAt } from "~/calendar/zoned";
import { type Booking, bookVisit, cancelVisit, type Moving, moveVisit } from "~/visits/booking.server";
import { openPool } from "~db/connection";
import { visitById } from "~db/queries/visits";
import { anActor, as, ELSEWHERE, NOON, testDatabase } from "../../support/database";
import { aBooking, aDelegate, aDoctorIn, aSectorIn } from "./field";

const database = await testDatabase();

let sector = 0;
let eric: Actor;
let julie: Actor;
let claire = 0;
let yves = 0;

beforeAll(async () => {
  sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
  julie = await aDelegate(database, [sector], { name: "Julie Merceron" });
});

beforeEach(async () => {
  await database.pool.query("delete from visit");
  claire = await aDoctorIn(database, sector);
  yves = await aDoctorIn(database, sector, { last_name: "LE GOFF", first_name: "YVES" });
});

const book = (booking: Booking, who = eric, now = NOON) => as(database, who, (ctx) => bookVisit(ctx, booking), now);
const move = (visitId: string, moving: Partial<Moving>, who = eric) =>
  as(database, who, (ctx) =>
    moveVisit(ctx, visitId, {
      day: "2026-11-25",
      minutes: 600,
      length: 30,
      firmness: "fixed",
      version: 1,
      ...moving,
    }),
  );
const read = (visitId: string, who = eric) => as(database, who, ({ tx }) => visitById(tx, visitId));
const count = async () => (await database.pool.query("select count(*)::int as n from visit")).rows[0].n;
const refused = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error: Error) => error.message.replace(/[\u00a0\u202f]/g, " "),
  );

describe("booking a visit", () => {
  it("takes the time, moves the doctor along the funnel and tells the journal", async () => {
    const id = await book(aBooking(claire));
    const visit = await read(id);
    expect(visit).toMatchObject({ state: "booked", firmness: "fixed", delegate_id: eric.id, zone: "Europe/Paris" });
    expect(visit?.starts_at.toISOString()).toBe("2026-11-25T09:00:00.000Z");
    expect(visit?.ends_at.toISOString()).toBe("2026-11-25T09:30:00.000Z");
    const { rows } = await database.pool.query("select stage from doctor_stage where doctor_id = $1", [claire]);
    expect(rows).toEqual([{ stage: "appointment" }]);
    const told = await database.pool.query("select facts from audit_event where name = 'visit.booked'");
    expect(told.rows).toContainEqual({ facts: { visitId: id, doctorId: claire } });
  });

  it("names the visit that is in the way, one's own", async () => {
    await book(aBooking(claire));
    expect(await refused(book(aBooking(yves, { minutes: 615 })))).toBe(
      "Vous avez déjà une visite chez le Dr Claire Martin mercredi 25 novembre de 10 h à 10 h 30. Choisissez une autre heure : rien n'a été noté.",
    );
    expect(await count()).toBe(1);
  });

  it("names the colleague who has the doctor at that time", async () => {
    await book(aBooking(claire));
    expect(await refused(book(aBooking(claire, { minutes: 585 }), julie))).toBe(
      "Le Dr Claire Martin est déjà pris mercredi 25 novembre de 10 h à 10 h 30, par Éric Robert. Choisissez une autre heure : rien n'a été noté.",
    );
  });

  it("lets half-open times touch, on both sides, and refuses a minute more", async () => {
    await book(aBooking(claire));
    await book(aBooking(yves, { minutes: 630 }));
    await book(aBooking(yves, { minutes: 570 }));
    expect(await refused(book(aBooking(claire, { minutes: 629 }), julie))).toMatch(
      /^Le Dr Claire Martin est déjà pris/,
    );
    expect(await count()).toBe(3);
  });

  it("gives back the time of a visit that is cancelled", async () => {
    const id = await book(aBooking(claire));
    await as(database, eric, (ctx) => cancelVisit(ctx, id, { by: "doctor", version: 1 }));
    await book(aBooking(claire), julie);
    expect(await read(id)).toMatchObject({ state: "cancelled", cancelled_by: "doctor", sequence: 1 });
  });

  it("finds nobody in another sector, nor in another fund", async () => {
    const stranger = await aDelegate(database, [await aSectorIn(database)]);
    const abroad = await aDelegate(database, [await aSectorIn(database, ELSEWHERE)], { fundId: ELSEWHERE });
    expect(await refused(book(aBooking(claire), stranger))).toBe("Médecin introuvable.");
    expect(await refused(book(aBooking(claire), abroad))).toBe("Médecin introuvable.");
    const id = await book(aBooking(claire));
    expect(await refused(move(id, { minutes: 700 }, stranger))).toBe("Visite introuvable.");
    expect(await refused(as(database, abroad, (ctx) => cancelVisit(ctx, id, { by: "delegate", version: 1 })))).toBe(
      "Visite introuvable.",
    );
  });

  it("respects a doctor who wants no visit, when booking and when moving", async () => {
    const id = await book(aBooking(claire));
    await database.pool.query(
      "insert into opt_out (fund_id, doctor_id, channel, source) values (441, $1, 'visit', 'au téléphone')",
      [claire],
    );
    expect(await refused(book(aBooking(claire, { minutes: 700 })))).toMatch(/ne souhaite plus recevoir de visite/);
    expect(await refused(move(id, { minutes: 700 }))).toMatch(/ne souhaite plus recevoir de visite/);
  });
});

describe("times that are typing errors", () => {
  it.each([
    ["1900-01-05", 600, 30, "day"],
    ["9999-12-31", 600, 30, "day"],
    ["2026-02-30", 600, 30, "day"],
    ["25/11/2026", 600, 30, "day"],
    ["2026-11-24", 600, 30, "day"], // this morning
    ["2028-06-01", 600, 30, "day"],
    ["2026-11-25", 1440, 30, "time"],
    ["2026-11-25", -5, 30, "time"],
    ["2026-11-25", Number.NaN, 30, "time"],
    ["2026-11-25", 600, 0, "length"],
    ["2026-11-25", 600, 1800, "length"],
    ["2026-11-25", 600, 7.5, "length"],
  ])("%s at minute %d for %d minutes is refused beside the field", async (day, minutes, length, field) => {
    const answer = book(aBooking(claire, { day, minutes, length }));
    await expect(answer).rejects.toMatchObject({ refusal: "invalid", fields: { [field]: [expect.any(String)] } });
    expect(await count()).toBe(0);
  });
});

describe("time zones and clock changes", () => {
  it.each([
    ["the Sunday that goes back to winter", "44184", "2026-10-25", "2026-10-20T10:00:00Z", "2026-10-25T09:00:00.000Z"],
    ["the day before it", "44184", "2026-10-24", "2026-10-20T10:00:00Z", "2026-10-24T08:00:00.000Z"],
    ["the Sunday that leaps into summer", "44184", "2027-03-28", "2027-03-20T10:00:00Z", "2027-03-28T08:00:00.000Z"],
    ["the Saturday before", "44184", "2027-03-27", "2027-03-20T10:00:00Z", "2027-03-27T09:00:00.000Z"],
    ["La Réunion", "97411", "2026-10-25", "2026-10-20T10:00:00Z", "2026-10-25T06:00:00.000Z"],
    ["Cayenne", "97302", "2027-03-28", "2027-03-20T10:00:00Z", "2027-03-28T13:00:00.000Z"],
    ["Fort-de-France", "97209", "2026-11-25", "2026-11-20T10:00:00Z", "2026-11-25T14:00:00.000Z"],
  ])(
    "%s: ten o'clock on the wall stays ten o'clock, for half an hour",
    async (_where, commune_code, day, now, instant) => {
      const doctor = await aDoctorIn(database, sector, { commune_code });
      const id = await book(aBooking(doctor, { day }), eric, new Date(now));
      const visit = (await read(id))!;
      expect(visit.starts_at.toISOString()).toBe(instant);
      expect(wallAt(visit.starts_at, visit.zone)).toEqual({ day, minutes: 600 });
      expect(wallAt(visit.ends_at, visit.zone)).toEqual({ day, minutes: 630 });
    },
  );

  it("counts as past what is past at the practice, whatever the clock of Paris says", async () => {
    const overseas = await aDoctorIn(database, sector, { commune_code: "97411" });
    // 23:30 of the 24th in Saint-Denis is 20:30 in Paris.
    const now = new Date("2026-11-24T19:30:00Z");
    expect(await refused(book(aBooking(overseas, { day: "2026-11-24", minutes: 22 * 60 }), eric, now))).not.toBe(
      "accepted",
    );
    await book(aBooking(overseas, { day: "2026-11-25", minutes: 0 }), eric, now);
    expect(await count()).toBe(1);
  });
});

describe("the same booking sent twice", () => {
  it("is one visit, one after the other and at the same time", async () => {
    const booking = aBooking(claire);
    expect(await book(booking)).toBe(booking.id);
    expect(await book(booking)).toBe(booking.id);
    const twice = aBooking(yves, { minutes: 700 });
    expect(await Promise.all([book(twice), book(twice), book(twice)])).toEqual([twice.id, twice.id, twice.id]);
    expect(await count()).toBe(2);
  });

  it("is refused when it says something else", async () => {
    const booking = aBooking(claire);
    await book(booking);
    for (const other of [{ doctorId: yves }, { minutes: 700 }])
      expect(await refused(book({ ...booking, ...other }))).toMatch(/^Cette demande a déjà servi/);
    expect(await refused(book({ ...booking, minutes: 700 }, julie))).toMatch(/^Cette demande a déjà servi/);
    expect(await count()).toBe(1);
  });
});

describe("a race", () => {
  /** More connections than the file's own, so that people really arrive together. */
  const crowd = { ...database, pool: openPool(database.url, 20) };
  afterAll(() => crowd.pool.end());

  const inTheCrowd = (booking: Booking, who: Actor) => refused(as(crowd, who, (ctx) => bookVisit(ctx, booking), NOON));

  it("200 delegates for one doctor: one wins, each other is told who has it, at once", async () => {
    const delegates = Array.from({ length: 200 }, () => ({
      ...anActor("delegate", { id: randomUUID(), sectorIds: [sector] }),
    }));
    await database.pool.query(
      "insert into account (id, fund_id, role, name, email) select id, 441, 'delegate', 'Une collègue', id || '@cpam.example' from unnest($1::uuid[]) as id",
      [delegates.map(({ id }) => id)],
    );
    const started = performance.now();
    const answers = await Promise.all(delegates.map((who) => inTheCrowd(aBooking(claire), who)));
    // Waiting for deadlocks to be found would take a second each: two hundred. A busy machine takes a few tens.
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
    const losers = answers.filter((answer) => answer !== "accepted");
    expect(new Set(losers)).toEqual(
      new Set([
        "Le Dr Claire Martin est déjà pris mercredi 25 novembre de 10 h à 10 h 30, par Une collègue. Choisissez une autre heure : rien n'a été noté.",
      ]),
    );
    expect(await count()).toBe(1);
  });

  it("one delegate 200 times, for different doctors: one wins, each other is told which", async () => {
    const doctors = await Promise.all(
      Array.from({ length: 200 }, (_, rank) => aDoctorIn(database, sector, { last_name: `LE BIHAN${rank}` })),
    );
    const answers = await Promise.all(
      doctors.map((doctor, rank) => inTheCrowd(aBooking(doctor, { minutes: 585 + (rank % 3) * 10 }), eric)),
    );
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
    for (const answer of answers.filter((answer) => answer !== "accepted"))
      expect(answer).toMatch(
        /^Vous avez déjà une visite chez le Dr Claire Le Bihan\d+ mercredi 25 novembre de 9 h 45|10 h/,
      );
    expect(await count()).toBe(1);
  });

  it("of moves to one slot has one winner, without waiting for each other", async () => {
    const doctors = await Promise.all(Array.from({ length: 12 }, () => aDoctorIn(database, sector)));
    const visits = await Promise.all(
      doctors.map((doctor, rank) => book(aBooking(doctor, { minutes: 480 + rank * 40 }))),
    );
    const started = performance.now();
    const answers = await Promise.all(
      visits.map((id) =>
        refused(
          as(crowd, eric, (ctx) =>
            moveVisit(ctx, id, { day: "2026-11-26", minutes: 600, length: 30, firmness: "fixed", version: 1 }),
          ),
        ),
      ),
    );
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
    expect(new Set(answers).size).toBe(2);
    const { rows } = await database.pool.query("select count(*)::int as n from visit where starts_at >= '2026-11-26'");
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe("moving a visit", () => {
  it("raises its version and the sequence of its calendar event", async () => {
    const id = await book(aBooking(claire));
    await move(id, { minutes: 660, length: 45, firmness: "day" });
    expect(await read(id)).toMatchObject({ version: 2, sequence: 1, firmness: "day", state: "booked" });
  });

  it("may overlap the place it leaves", async () => {
    const id = await book(aBooking(claire));
    await move(id, { minutes: 615 });
    expect(wallAt((await read(id))!.starts_at, "Europe/Paris").minutes).toBe(615);
  });

  it("is refused when one has read an older version, and says that nothing was lost", async () => {
    const id = await book(aBooking(claire));
    await move(id, { minutes: 660 });
    expect(await refused(move(id, { minutes: 720 }))).toMatch(/vient d'être modifiée ailleurs/);
    expect(wallAt((await read(id))!.starts_at, "Europe/Paris").minutes).toBe(660);
  });

  it("says which visit is in the way, and whose", async () => {
    await book(aBooking(yves, { minutes: 700 }));
    const mine = await book(aBooking(claire));
    expect(await refused(move(mine, { minutes: 690 }))).toMatch(/^Vous avez déjà une visite chez le Dr Yves Le Goff/);
    expect(await refused(move(mine, { minutes: 690 }, julie))).toMatch(
      /^La visite est à Éric Robert, qui en a déjà une chez le Dr Yves Le Goff mercredi 25 novembre/,
    );
    expect(await read(mine)).toMatchObject({ version: 1, sequence: 0 });
  });

  it("is refused once it is over or cancelled", async () => {
    const id = await book(aBooking(claire));
    await as(database, eric, (ctx) => cancelVisit(ctx, id, { by: "delegate", version: 1 }));
    expect(await refused(move(id, { minutes: 660, version: 2 }))).toBe(
      "Cette visite est déjà annulée. Rien n'a été modifié.",
    );
  });
});
