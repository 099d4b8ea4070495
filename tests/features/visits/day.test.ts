import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { workOnDay } from "~/visits/day/acts.server";
import { openDay } from "~/visits/day/day.server";
import { glance } from "~/visits/day/glance.server";
import { markMissed } from "~/visits/day/missed.server";
import { USUAL_SETTING } from "~/visits/setting";
import { saveSetting } from "~db/queries/delegate-settings";
import { anActor, as, ELSEWHERE, HERE, NOON, testDatabase } from "../../support/database";
import { aScore } from "../../support/factories";
import { aDelegate, aDoctorIn, aSectorIn } from "./field";
import { aVisit, report } from "./report-scene";

const database = await testDatabase();
const DAY = "2026-11-25";
const at = (clock: string, day = DAY) => new Date(`${day}T${clock}:00+01:00`);

let sector = 0;
let anne: Actor;
let doctors: number[] = [];

/** Six doctors around Saint-Nazaire, worth a visit, and a delegate who starts there. */
beforeEach(async () => {
  sector = await aSectorIn(database);
  anne = await aDelegate(database, [sector], { name: "Anne Roy" });
  doctors = [];
  for (let rank = 0; rank < 6; rank++) {
    const id = await aDoctorIn(database, sector, {
      last_name: `MARTIN${rank}`,
      practice_key: `rue ${rank}|44600`,
      phone: "0240000000",
    });
    await as(database, anActor("system"), (ctx) => aScore(ctx, id, { sector_id: sector, priority: 100 + rank }));
    await database.pool.query(
      "insert into practice_point (fund_id, practice_key, latitude, longitude, source) values ($1, $2, $3, $4, 'test') on conflict do nothing",
      [HERE, `rue ${rank}|44600`, 47.27 + rank / 100, -2.21],
    );
    doctors.push(id);
  }
  const base = { label: "CPAM, Saint-Nazaire", latitude: 47.27, longitude: -2.21 };
  await as(database, anne, (ctx) => saveSetting(ctx.tx, { id: anne.id, fundId: HERE }, { ...USUAL_SETTING, base }));
});

const open = (
  search: Parameters<typeof openDay>[1] = { jour: DAY, remplacer: undefined, absent: undefined },
  who = anne,
) => as(database, who, (ctx) => openDay(ctx, search));
const act = (ask: Parameters<typeof workOnDay>[1], who = anne) => as(database, who, (ctx) => workOnDay(ctx, ask));
const stateOf = async (id: string) =>
  (
    await database.pool.query<{ state: string; version: number }>("select state, version from visit where id = $1", [
      id,
    ])
  ).rows[0];

describe("a day", () => {
  it("has its stops in order, with hours, roads and what is known of the door", async () => {
    const second = await aVisit(database, anne, doctors[1]!, { startsAt: at("11:00"), firmness: "day" });
    const first = await aVisit(database, anne, doctors[0]!, { startsAt: at("09:00") });
    const page = await open();
    expect(page.stops.map(({ visits }) => visits[0]!.id)).toEqual([first, second]);
    expect(page.stops[1]).toMatchObject({
      leg: { minutes: expect.any(Number), missing: 0 },
      isApproximate: false,
      visits: [
        {
          from: "11\u00a0h",
          to: "11\u00a0h\u00a030",
          hours: "9\u00a0h – 12\u00a0h, 14\u00a0h – 18\u00a0h",
          hoursAreAssumed: true,
          phone: "0240000000",
        },
      ],
    });
    expect(page).toMatchObject({
      previous: "2026-11-24",
      next: "2026-11-26",
      lateness: null,
      progress: { done: 0, total: 2 },
    });
  });

  it("makes one stop of one address", async () => {
    const together = await aDoctorIn(database, sector, { last_name: "PETIT", practice_key: "rue 0|44600" });
    await aVisit(database, anne, doctors[0]!, { startsAt: at("09:00") });
    await aVisit(database, anne, together, { startsAt: at("09:30") });
    expect((await open()).stops.map(({ visits }) => visits.length)).toEqual([2]);
  });

  it("says by how much a promised hour will be missed", async () => {
    await database.pool.query("update practice_point set latitude = 47.9 where practice_key = 'rue 5|44600'");
    await aVisit(database, anne, doctors[0]!, { startsAt: at("09:00") });
    await aVisit(database, anne, doctors[5]!, { startsAt: at("09:40") });
    const { lateness } = await open();
    expect(lateness).toMatchObject({ name: "Dr\u00a0Claire Martin5" });
    expect(lateness!.minutes).toBeGreaterThan(20);
    await database.pool.query("update practice_point set latitude = 47.32 where practice_key = 'rue 5|44600'");
  });

  it("without a base has hours and no roads", async () => {
    await database.pool.query("delete from delegate_setting where account_id = $1", [anne.id]);
    await aVisit(database, anne, doctors[0]!, { startsAt: at("09:00") });
    expect(await open()).toMatchObject({ hasBase: false, driving: null, stops: [{ leg: null }] });
  });

  it("on which the clocks change keeps the hour of the wall", async () => {
    await aVisit(database, anne, doctors[0]!, { startsAt: new Date("2026-10-25T08:00:00Z") });
    const { stops } = await open({ jour: "2026-10-25", remplacer: undefined, absent: undefined });
    expect(stops[0]?.visits[0]?.from).toBe("9\u00a0h");
  });

  it("is one's own: nobody sees another's", async () => {
    await aVisit(database, anne, doctors[0]!, { startsAt: at("09:00") });
    const colleague = await aDelegate(database, [sector]);
    expect((await open(undefined, colleague)).stops).toEqual([]);
  });
});

describe("an empty day", () => {
  it("is filled with five proposals in the order of the road, and accepted at once", async () => {
    expect(await act({ intent: "fill", day: DAY })).toEqual({ day: DAY, done: "proposee" });
    const { stops } = await open();
    expect(stops.flatMap(({ visits }) => visits.map(({ state }) => state))).toEqual(Array(5).fill("proposed"));
    await expect(act({ intent: "fill", day: DAY })).rejects.toMatchObject({ refusal: "conflict" });
    const [one, other] = stops.map(({ visits }) => visits[0]!.id);
    await act({ intent: "drop", visitId: one! });
    await act({ intent: "accept", visitId: other! });
    expect(await act({ intent: "accept-all", day: DAY })).toEqual({ day: DAY, done: "prevues" });
    expect((await open()).stops.flatMap(({ visits }) => visits.map(({ state }) => state))).toEqual(
      Array(4).fill("booked"),
    );
  });

  it("gives the same five for the same day", async () => {
    await act({ intent: "fill", day: DAY });
    const names = async () => (await open()).stops.map(({ visits }) => [visits[0]!.name, visits[0]!.from]);
    const before = await names();
    await database.pool.query("delete from visit where delegate_id = $1", [anne.id]);
    await act({ intent: "fill", day: DAY });
    expect(await names()).toEqual(before);
  });

  it.each([
    ["2026-11-23", "Ce jour est passé."],
    ["2026-11-28", "Vous ne travaillez pas ce jour-là"],
    ["2026-12-25", "Vous ne travaillez pas ce jour-là"],
  ])("is not filled on %s", async (day, words) => {
    await expect(act({ intent: "fill", day })).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringContaining(words),
    });
  });

  it("is not filled without a base", async () => {
    await database.pool.query("delete from delegate_setting where account_id = $1", [anne.id]);
    await expect(act({ intent: "fill", day: DAY })).rejects.toMatchObject({
      message: expect.stringContaining("point de départ"),
    });
  });
});

describe("a cancelled visit", () => {
  it("leaves a hole that three doctors fit, each by one tap that books once", async () => {
    await aVisit(database, anne, doctors[0]!, { startsAt: at("09:00") });
    const gone = await aVisit(database, anne, doctors[1]!, { startsAt: at("10:00") });
    await aVisit(database, anne, doctors[2]!, { startsAt: at("11:30") });
    const acted = await act({ intent: "cancel", visitId: gone, version: 1, by: "doctor" });
    expect(acted).toEqual({ day: DAY, done: "annulee", hole: gone });
    const { replacing } = await open({ jour: DAY, remplacer: gone, absent: undefined });
    expect(replacing?.offers).toHaveLength(3);
    for (const offer of replacing!.offers) {
      expect(offer.doctorId).not.toBe(doctors[1]);
      expect(offer.minutes).toBeGreaterThanOrEqual(9.5 * 60);
      expect(offer.minutes + offer.length).toBeLessThanOrEqual(11.5 * 60);
      expect(offer.drivingMinutes).toBeGreaterThan(0);
      expect(offer.reason).not.toBe("");
    }
    const { bookingId: id, doctorId, minutes, length, reason } = replacing!.offers[0]!;
    const take = { intent: "take", id, doctorId, day: DAY, minutes, length, reason } as const;
    for (let i = 0; i < 2; i++) expect(await act(take)).toEqual({ day: DAY, done: "prevue" });
    expect((await open()).stops).toHaveLength(3);
  });

  it("in a day that cannot be kept still finds who fits between its neighbours", async () => {
    await aVisit(database, anne, doctors[0]!, { startsAt: at("09:00") });
    await aVisit(database, anne, doctors[1]!, { startsAt: at("09:30") });
    await aVisit(database, anne, doctors[2]!, { startsAt: at("10:00") });
    const gone = await aVisit(database, anne, doctors[3]!, { startsAt: at("15:00") });
    await act({ intent: "cancel", visitId: gone, version: 1, by: "delegate" });
    const { replacing } = await open({ jour: DAY, remplacer: gone, absent: undefined });
    expect(replacing?.offers.length).toBeGreaterThan(0);
  });

  it("of somebody else is not a hole of mine", async () => {
    const gone = await aVisit(database, anne, doctors[1]!, { startsAt: at("10:00"), state: "cancelled" });
    const colleague = await aDelegate(database, [sector]);
    expect((await open({ jour: DAY, remplacer: gone, absent: undefined }, colleague)).replacing).toBeNull();
    const stranger = await aDelegate(database, [await aSectorIn(database, ELSEWHERE)], { fundId: ELSEWHERE });
    await expect(act({ intent: "cancel", visitId: gone, version: 1, by: "doctor" }, stranger)).rejects.toMatchObject({
      refusal: "not-found",
    });
  });
});

describe("a closed door", () => {
  const miss = (visitId: string, who = anne) => as(database, who, (ctx) => markMissed(ctx, visitId));

  it("is one tap, counted once, promised again, and undone", async () => {
    const visit = await aVisit(database, anne, doctors[0]!);
    await Promise.all([miss(visit), miss(visit)]);
    expect(await stateOf(visit)).toMatchObject({ state: "missed" });
    const promises = async () =>
      (await database.pool.query("select kind, due_on::text, state from follow_up where doctor_id = $1", [doctors[0]]))
        .rows;
    expect(await promises()).toEqual([{ kind: "visit", due_on: "2026-12-08", state: "open" }]);
    const { absent } = await open({ jour: "2026-11-24", remplacer: undefined, absent: visit });
    expect(absent).toMatchObject({ againOn: "2026-12-08", mayUndo: true });
    await act({ intent: "undo-missed", visitId: visit });
    expect(await stateOf(visit)).toMatchObject({ state: "booked" });
    expect(await promises()).toEqual([]);
    await expect(act({ intent: "undo-missed", visitId: visit })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("may have its report afterwards, and cannot be undone then", async () => {
    const visit = await aVisit(database, anne, doctors[0]!);
    await miss(visit);
    await report(database, anne, visit, { result: "absent", note: "Le cabinet déménage." });
    expect(await stateOf(visit)).toMatchObject({ state: "missed" });
    await expect(act({ intent: "undo-missed", visitId: visit })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("is not one before the hour, after a report, or of another sector", async () => {
    const ahead = await aVisit(database, anne, doctors[0]!, { startsAt: at("10:00") });
    await expect(miss(ahead)).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringContaining("prévue"),
    });
    const done = await aVisit(database, anne, doctors[1]!);
    await report(database, anne, done, { result: "later" });
    await expect(miss(done)).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringContaining("déjà faite"),
    });
    const stranger = await aDelegate(database, [await aSectorIn(database)]);
    await expect(miss(ahead, stranger)).rejects.toMatchObject({ refusal: "not-found" });
    await expect(miss(randomUUID())).rejects.toMatchObject({ refusal: "not-found" });
  });
});

it("a glance tells the next door, the reports that wait and the promises that are due", async () => {
  const late = await aVisit(database, anne, doctors[0]!, { startsAt: new Date(NOON.getTime() - 26 * 3_600_000) });
  await aVisit(database, anne, doctors[1]!, { startsAt: at("10:00") });
  await database.pool.query(
    "insert into follow_up (fund_id, doctor_id, delegate_id, kind, due_on) values (441, $1, $2, 'call', '2026-11-24'), (441, $1, $2, 'call', '2026-11-25')",
    [doctors[2], anne.id],
  );
  const told = await as(database, anne, (ctx) => glance(ctx));
  expect(told).toMatchObject({
    next: { when: "mercredi 25\u00a0novembre à 10\u00a0h", day: DAY },
    toReport: [{ visitId: late }],
    due: 1,
  });
});
