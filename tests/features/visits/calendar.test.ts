import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { bookVisit, cancelVisit } from "~/visits/booking.server";
import type { CalendarSearch } from "~/visits/calendar/calendar.form";
import { openCalendar } from "~/visits/calendar/calendar.server";
import { insertAbsence } from "~db/queries/absences";
import { anActor, as, ELSEWHERE, HERE, NOON, testDatabase } from "../../support/database";
import { aBooking, aDelegate, aDoctorIn, aSectorIn } from "./field";

const REUNION = 974;
const database = await testDatabase();

let eric: Actor;
let julie: Actor;
let stranger: Actor;
let claire = 0;

beforeAll(async () => {
  const sector = await aSectorIn(database);
  eric = await aDelegate(database, [sector]);
  julie = await aDelegate(database, [sector], { name: "Julie Merceron" });
  stranger = await aDelegate(database, [], { name: "Yannick Bouvier", fundId: ELSEWHERE });
  claire = await aDoctorIn(database, sector);
});

beforeEach(() => database.pool.query("delete from visit; delete from absence"));

const open = (search: Partial<CalendarSearch> = {}, who = eric, now = NOON) =>
  as(database, who, (ctx) => openCalendar(ctx, { vue: "mois", ...search }), now);
const book = (given: Parameters<typeof aBooking>[1] = {}, who = eric) =>
  as(database, who, (ctx) => bookVisit(ctx, aBooking(claire, given)));
const dayIn = (page: Awaited<ReturnType<typeof open>>, day: string) =>
  page.weeks.flat().find((each) => each.day === day);

describe("one's calendar", () => {
  it("is the month it is, with its visits, its absences and its counts", async () => {
    const visit = await book({ day: "2026-11-25", minutes: 600, firmness: "day" });
    const off = await book({ day: "2026-11-26" });
    await as(database, eric, (ctx) => cancelVisit(ctx, off, { by: "delegate", version: 1 }));
    await as(database, eric, ({ tx }) =>
      insertAbsence(
        tx,
        { id: eric.id, fundId: HERE },
        { fromOn: "2026-11-27", toOn: "2026-11-27", part: "day", kind: "leave" },
      ),
    );
    const page = await open();
    expect(page).toMatchObject({ date: "2026-11-24", today: "2026-11-24", isOwn: true, isOutOfReach: false });
    expect(page.counts).toEqual({ proposed: 0, booked: 1, done: 0, missed: 0, cancelled: 1 });
    expect(dayIn(page, "2026-11-25")?.visits).toMatchObject([
      { id: visit, from: 600, firmness: "day", state: "booked" },
    ]);
    expect(dayIn(page, "2026-11-26")).toMatchObject({ visits: [], cancelled: 1 });
    expect(dayIn(page, "2026-11-27")?.absence).toBe("Absence");
    expect(dayIn(page, "2026-11-11")?.holiday).toBe("Armistice de 1918");
  });

  it("does not show a colleague's visits to the same doctors", async () => {
    await book({ day: "2026-11-25" }, julie);
    expect((await open()).counts.booked).toBe(0);
  });

  it.each(["1900-01-01", "9999-12-31", "n'importe quoi"])("asked for « %s », shows today and says so", async (date) => {
    expect(await open({ date })).toMatchObject({ isOutOfReach: true, date: "2026-11-24" });
  });

  it("overseas is in the hours of the practices, which is said, with the holidays of the place", async () => {
    const sector = await aSectorIn(database, REUNION);
    const far = await aDelegate(database, [sector], { name: "Marie Hoarau", fundId: REUNION });
    const doctor = await aDoctorIn(database, sector, { fund_id: REUNION, commune_code: "97411", postcode: "97400" });
    await as(database, far, (ctx) => bookVisit(ctx, aBooking(doctor, { day: "2026-12-21", minutes: 9 * 60 })));
    const page = await open({ vue: "semaine", date: "2026-12-20" }, far, new Date("2026-12-19T21:00:00Z"));
    expect(page).toMatchObject({ today: "2026-12-20", zonePlaces: ["La Réunion"] });
    expect(dayIn(page, "2026-12-20")?.holiday).toBe("Abolition de l'esclavage");
    const next = await open({ vue: "semaine", date: "2026-12-21" }, far);
    expect(dayIn(next, "2026-12-21")?.visits).toMatchObject([{ from: 540, to: 570 }]);
  });
});

describe("a delegate's calendar, for who leads them", () => {
  const manager = anActor("manager");

  it("is chosen among the delegates of the fund", async () => {
    const page = await open({}, manager);
    expect(page).toMatchObject({ delegateId: null, isOwn: false, feed: null });
    const names = page.delegates.map(({ name }) => name);
    expect(names).toContain("Julie Merceron");
    expect(names).not.toContain("Yannick Bouvier");
  });

  it("shows visits and absences, never the reason nor where the days begin", async () => {
    await book({ day: "2026-11-25" });
    await as(database, eric, ({ tx }) =>
      insertAbsence(
        tx,
        { id: eric.id, fundId: HERE },
        { fromOn: "2026-11-27", toOn: "2026-11-27", part: "day", kind: "illness" },
      ),
    );
    const page = await open({ delegue: eric.id }, manager);
    expect(page.counts.booked).toBe(1);
    expect(dayIn(page, "2026-11-27")?.absence).toBe("Absence");
    expect(JSON.stringify(page)).not.toMatch(/illness|base_|latitude/);
  });

  it("of another fund, of nobody, or a colleague's, is not to be found", async () => {
    await expect(open({ delegue: stranger.id }, manager)).rejects.toThrow("Calendrier introuvable.");
    await expect(open({ delegue: randomUUID() }, manager)).rejects.toThrow("Calendrier introuvable.");
    await expect(open({ delegue: "%" }, manager)).rejects.toThrow("Calendrier introuvable.");
    await expect(open({ delegue: julie.id })).rejects.toThrow("Calendrier introuvable.");
  });
});
