import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { bookVisit, cancelVisit } from "~/visits/booking.server";
import { openCalendar } from "~/visits/calendar/calendar.server";
import { changeFeed } from "~/visits/feed/feed.server";
import { loader } from "~/visits/feed.route";
import { type SettingsAsk, settingsForm } from "~/visits/settings/settings.form";
import { changeSettings } from "~/visits/settings/settings.server";
import { visitById } from "~db/queries/visits";
import { as, HERE, testDatabase } from "../../support/database";
import { aDesk } from "../access/people";
import { aBooking, aDelegate, aDoctorIn, aSectorIn } from "./field";

const database = await testDatabase();

let eric: Actor;
let julie: Actor;
let claire = 0;
let far = 0;

beforeAll(async () => {
  const [here, there] = [await aSectorIn(database), await aSectorIn(database)];
  eric = await aDelegate(database, [here]);
  julie = await aDelegate(database, [there], { name: "Julie Merceron" });
  const insert = "insert into delegate_sector (account_id, sector_id, fund_id) values ($1, $2, $3)";
  await database.pool.query(insert, [eric.id, here, HERE]);
  await database.pool.query(insert, [julie.id, there, HERE]);
  claire = await aDoctorIn(database, here);
  far = await aDoctorIn(database, there, { last_name: "ROBIN", first_name: "ANNE", town: "Guérande" });
});

const CLEAN =
  "delete from visit; delete from cover; delete from absence; delete from calendar_feed; delete from sign_in_attempt";
beforeEach(() => database.pool.query(`${CLEAN}; update account set disabled_at = null`));

const DAY_MS = 86_400_000;
/** The feed looks at the clock, so the visits of these tests are near the day it is. */
const day = (after: number) => new Date(Date.now() + after * DAY_MS).toISOString().slice(0, 10);
const book = (doctorId: number, after: number, who = eric, given = {}) =>
  as(database, who, (ctx) => bookVisit(ctx, aBooking(doctorId, { day: day(after), ...given })), new Date());
const addressOf = async (who = eric) =>
  (await as(database, who, (ctx) => changeFeed(ctx, "make", "https://tandem.example"))).address!;

async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(address);
  const { context } = aDesk(database, { publicUrl: "https://tandem.example" });
  const params = { file: url.pathname.split("/").at(-1)! };
  const asked = loader({ request: new Request(url, init), params, context });
  return asked.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
}

async function eventsAt(address: string) {
  const response = await ask(address);
  expect(response.status).toBe(200);
  return new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents("vevent").map((event) => ({
    uid: String(event.getFirstPropertyValue("uid")),
    summary: String(event.getFirstPropertyValue("summary")),
    status: String(event.getFirstPropertyValue("status")),
    sequence: event.getFirstPropertyValue("sequence"),
  }));
}

describe("the secret address", () => {
  it("is kept as a hash, shown once, and ends the one before", async () => {
    const first = await addressOf();
    expect(first).toMatch(/^https:\/\/tandem\.example\/agenda\/[\w-]{43}\.ics$/);
    const { rows } = await database.pool.query("select token_hash from calendar_feed");
    expect(rows.length).toBe(1);
    expect(first).not.toContain(rows[0].token_hash.toString("base64url"));
    const second = await addressOf();
    expect(second).not.toBe(first);
    expect((await ask(first)).status).toBe(404);
    expect((await ask(second)).status).toBe(200);
  });

  it("tells when it was last read, by a reader and not by a look at its head", async () => {
    const feed = async () => (await as(database, eric, (ctx) => openCalendar(ctx, { vue: "mois" }))).feed;
    expect(await feed()).toBeNull();
    const address = await addressOf();
    expect((await feed())?.readAt).toBeNull();
    await ask(address, { method: "HEAD" });
    expect((await feed())?.readAt).toBeNull();
    await ask(address);
    expect((await feed())?.readAt).toBeInstanceOf(Date);
  });

  it("is revoked at once; there is nothing left to revoke then", async () => {
    const address = await addressOf();
    await as(database, eric, (ctx) => changeFeed(ctx, "revoke", ""));
    expect((await ask(address)).status).toBe(404);
    await expect(as(database, eric, (ctx) => changeFeed(ctx, "revoke", ""))).rejects.toThrow("introuvable");
  });

  it("is one's own: a colleague can neither read nor revoke it", async () => {
    const address = await addressOf();
    await expect(as(database, julie, (ctx) => changeFeed(ctx, "revoke", ""))).rejects.toThrow("introuvable");
    expect((await as(database, julie, (ctx) => openCalendar(ctx, { vue: "mois" }))).feed).toBeNull();
    expect((await ask(address)).status).toBe(200);
  });

  it("answers all that is not one alike: unknown, revoked, malformed, of a disabled account", async () => {
    const disabled = await addressOf();
    await database.pool.query("update account set disabled_at = now() where id = $1", [eric.id]);
    const wrong = [
      disabled,
      disabled.replace(/\.ics$/, ""),
      `${disabled}.ics`,
      "https://tandem.example/agenda/.ics",
      `https://tandem.example/agenda/${randomUUID()}.ics`,
      "https://tandem.example/agenda/%00'--.ics",
      `https://tandem.example/agenda/${"a".repeat(4_000)}.ics`,
    ];
    const answers = new Set<string>();
    for (const address of wrong) {
      const response = await ask(address);
      answers.add(`${response.status} ${[...response.headers]} ${await response.text()}`);
    }
    expect([...answers]).toEqual(["404 content-type,text/plain; charset=utf-8 Calendrier introuvable.\n"]);
  });

  it("asks a reader out of order to come back later", async () => {
    const address = await addressOf();
    const status = [];
    for (let read = 0; read < 61; read++) status.push((await ask(address)).status);
    expect(status.slice(0, 60).every((each) => each === 200)).toBe(true);
    expect(status[60]).toBe(429);
    expect((await ask(await addressOf(julie))).status).toBe(200);
  });

  it("is not read again when nothing changed", async () => {
    await book(claire, 3);
    const address = await addressOf();
    const first = await ask(address);
    const etag = first.headers.get("etag")!;
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8; method=PUBLISH");
    const again = await ask(address, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    await book(claire, 4);
    expect((await ask(address, { headers: { "if-none-match": etag } })).status).toBe(200);
  });
});

describe("what is inside", () => {
  it("is one's own visits, and nobody else's", async () => {
    const own = await book(claire, 3);
    await book(far, 3, julie);
    expect(await eventsAt(await addressOf())).toEqual([
      { uid: `${own}@tandem`, summary: "Dr\u00a0Claire Martin", status: "CONFIRMED", sequence: 0 },
    ]);
  });

  it("tells a cancelled visit for sixty days, then forgets it", async () => {
    const visit = await book(claire, 3);
    const address = await addressOf();
    await as(database, eric, (ctx) => cancelVisit(ctx, visit, { by: "doctor", version: 1 }), new Date());
    expect(await eventsAt(address)).toEqual([
      { uid: `${visit}@tandem`, summary: "Annulée\u00a0: Dr\u00a0Claire Martin", status: "CANCELLED", sequence: 1 },
    ]);
    await database.pool.query("update visit set updated_at = now() - interval '61 days'");
    expect(await eventsAt(address)).toEqual([]);
  });

  it("leaves out what was only proposed, and what is too far", async () => {
    const visit = await book(claire, 3);
    const address = await addressOf();
    const count = async (change: string) => {
      await database.pool.query(`update visit set ${change} where id = $1`, [visit]);
      return (await eventsAt(address)).length;
    };
    expect(await count("state = 'proposed', firmness = 'suggestion'")).toBe(0);
    expect(await count("state = 'cancelled'")).toBe(0);
    expect(await count("state = 'done', firmness = 'day'")).toBe(1);
    const moved = (days: number) =>
      count(`starts_at = now() + interval '${days} days', ends_at = now() + interval '${days} days 30 minutes'`);
    expect([await moved(364), await moved(366), await moved(-59), await moved(-61)]).toEqual([1, 0, 1, 0]);
  });

  it("has absences as whole days, and no longer when they are removed", async () => {
    const address = await addressOf();
    const change = (fields: object) =>
      as(database, eric, (ctx) => changeSettings(ctx, settingsForm.parse(fields) as SettingsAsk), new Date());
    const { undo } = await change({ intent: "absence", fromOn: day(5), toOn: day(6), part: "day", kind: "illness" });
    const text = await (await ask(address)).text();
    expect(text).toContain(`DTSTART;VALUE=DATE:${day(5).replaceAll("-", "")}\r\n`);
    expect(text).toContain(`DTEND;VALUE=DATE:${day(7).replaceAll("-", "")}\r\n`);
    expect(text).not.toMatch(/arrêt|maladie|illness/i);
    await change(undo!);
    expect(await eventsAt(address)).toEqual([]);
  });

  it("follows a visit handed over: cancelled here, there without a name until the cover begins", async () => {
    const visit = await book(claire, 3);
    const [mine, hers] = [await addressOf(), await addressOf(julie)];
    const change = (fields: object) =>
      as(database, eric, (ctx) => changeSettings(ctx, settingsForm.parse(fields) as SettingsAsk), new Date());
    const { undo } = await change({ intent: "cover", byId: julie.id, fromOn: day(2), toOn: day(4) });
    const handed = await change({ intent: "hand", coverId: undo!.coverId });
    const uid = `${visit}@tandem`;
    expect(await eventsAt(mine)).toMatchObject([{ uid, status: "CANCELLED", sequence: 1 }]);
    expect(await eventsAt(hers)).toMatchObject([{ uid, status: "CONFIRMED", summary: "Visite confiée", sequence: 1 }]);
    await database.pool.query("update cover set from_on = current_date - 1");
    expect(await eventsAt(hers)).toMatchObject([{ uid, summary: "Dr\u00a0Claire Martin" }]);
    await change(handed.undo!);
    expect(await eventsAt(mine)).toMatchObject([{ uid, status: "CONFIRMED", sequence: 2 }]);
    expect(await eventsAt(hers)).toEqual([]);
    expect((await as(database, eric, ({ tx }) => visitById(tx, visit)))?.delegate_id).toBe(eric.id);
  });
});
