import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { placingForm } from "~/visits/placing/placing.form";
import { openPlacing, placePractice } from "~/visits/placing/placing.server";
import { visitDoctorsOf } from "~db/queries/visit-doctors";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "./field";

const database = await testDatabase();
const KEY = "12 rue de la paix|44600";
const SECOND = "3 place du marche|44117";

let eric: Actor;
let julie: Actor;
let stranger: Actor;
const ids = { claire: 0, yves: 0, alone: 0, far: 0, second: 0 };

beforeAll(async () => {
  const [here, there] = [await aSectorIn(database), await aSectorIn(database)];
  eric = await aDelegate(database, [here]);
  julie = await aDelegate(database, [there], { name: "Julie Merceron" });
  stranger = await aDelegate(database, [await aSectorIn(database, ELSEWHERE)], { fundId: ELSEWHERE });
  ids.claire = await aDoctorIn(database, here, { practice_key: KEY });
  ids.yves = await aDoctorIn(database, here, { last_name: "LE GOFF", practice_key: KEY });
  ids.alone = await aDoctorIn(database, here, { last_name: "SANS", practice_key: null });
  ids.far = await aDoctorIn(database, there, { last_name: "LOIN", practice_key: "9 rue du bout|44110" });
  const { rows } = await database.pool.query<{ id: number }>(
    `insert into place (fund_id, doctor_id, place_key, practice_key, address, postcode, town, commune_code, content_hash, source, source_on)
     values ($1, $2, 'k2', $3, '3 place du Marché', '44117', 'Saint-André-des-Eaux', '44151', '\\x00', 'rpps', '2026-11-01') returning id`,
    [HERE, ids.claire, SECOND],
  );
  ids.second = Number(rows[0]!.id);
});

beforeEach(() => database.pool.query("delete from practice_point; delete from audit_event"));

const place = (position: string, who = eric, doctor = ids.claire, given: Record<string, string> = {}) =>
  as(database, who, (ctx) =>
    placePractice(ctx, doctor, null, placingForm.parse({ intent: "place", position, ...given })),
  );
const remove = (who = eric, doctor = ids.claire) =>
  as(database, who, (ctx) => placePractice(ctx, doctor, null, { intent: "remove" }));
const open = (who = eric, doctor: number | null = ids.claire, placeId: number | null = null) =>
  as(database, who, (ctx) => openPlacing(ctx, doctor, placeId));
const points = async () =>
  (
    await database.pool.query(
      "select practice_key, latitude, longitude, source, placed_by from practice_point order by 1",
    )
  ).rows;
const events = async () =>
  (await database.pool.query("select name, facts from audit_event order by id")).rows.map(({ name, facts }) => [
    name,
    facts,
  ]);

describe("placing a practice", () => {
  it("places every doctor who works there, tells by whom, and keeps a trace", async () => {
    expect(await place("47,2801 -2,2105")).toEqual({ before: null, doctors: 2, isPlaced: true });
    expect(await points()).toEqual([
      { practice_key: KEY, latitude: 47.2801, longitude: -2.2105, source: "placé par Éric Robert", placed_by: eric.id },
    ]);
    const seen = await as(database, eric, ({ tx }) => visitDoctorsOf(tx, [ids.claire, ids.yves]));
    expect(seen.map(({ latitude, is_placed }) => [latitude, is_placed])).toEqual([
      [47.2801, true],
      [47.2801, true],
    ]);
    expect(await events()).toEqual([["practice.placed", { doctorId: ids.claire }]]);
    expect(await open(eric, ids.yves)).toMatchObject({
      point: { latitude: 47.2801, longitude: -2.2105 },
      source: { words: "placé par Éric Robert" },
      doctors: 2,
      commune: { name: "Saint-Nazaire" },
    });
  });

  it("gives back what was before, so that it can be undone", async () => {
    await place("47.2801, -2.2105");
    expect(await place("47.2900, -2.2200")).toMatchObject({ before: { latitude: 47.2801, longitude: -2.2105 } });
    expect(await remove()).toEqual({ before: { latitude: 47.29, longitude: -2.22 }, doctors: 2, isPlaced: false });
    expect(await points()).toEqual([]);
    expect((await events()).map(([name]) => name)).toEqual(["practice.placed", "practice.placed", "practice.unplaced"]);
  });

  it("to where it was already, or taken off twice, is no fault", async () => {
    await remove();
    await place("47.2801, -2.2105");
    await place("47.2801, -2.2105");
    expect(await points()).toHaveLength(1);
    expect((await events()).map(([name]) => name)).toEqual(["practice.placed", "practice.placed"]);
  });

  it("far from its commune asks first", async () => {
    await expect(place("48.8566, 2.3522")).rejects.toMatchObject({
      refusal: "invalid",
      fields: { confirmed: [expect.stringMatching(/^Ce point est à 38\d.km de Saint-Nazaire\. Cochez/)] },
    });
    expect(await points()).toEqual([]);
    await place("48.8566, 2.3522", eric, ids.claire, { confirmed: "on" });
    expect(await points()).toHaveLength(1);
  });

  it("of somebody without an address is refused", async () => {
    expect(await open(eric, ids.alone)).toMatchObject({ hasPractice: false, point: null, doctors: 0 });
    await expect(place("47.2801, -2.2105", eric, ids.alone)).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("concerns the other place of the doctor when that one is named", async () => {
    const ask = placingForm.parse({ intent: "place", position: "47.31, -2.31" });
    expect(await open(eric, ids.claire, ids.second)).toMatchObject({
      address: "3 place du Marché, 44117 Saint-André-des-Eaux",
      commune: { name: "Saint-André-des-Eaux" },
      doctors: 0,
    });
    await as(database, eric, (ctx) => placePractice(ctx, ids.claire, ids.second, ask));
    expect((await points()).map(({ practice_key }) => practice_key)).toEqual([SECOND]);
    await expect(open(eric, ids.yves, ids.second)).rejects.toMatchObject({ refusal: "not-found" });
  });
});

describe("another sector or fund", () => {
  it("finds no such practice", async () => {
    for (const who of [julie, stranger]) {
      await expect(open(who)).rejects.toMatchObject({ refusal: "not-found", message: "Cabinet introuvable." });
      await expect(place("47.2801, -2.2105", who)).rejects.toMatchObject({ refusal: "not-found" });
      await expect(remove(who)).rejects.toMatchObject({ refusal: "not-found" });
    }
    await expect(open(eric, null)).rejects.toMatchObject({ refusal: "not-found" });
    await expect(open(eric, 999_999)).rejects.toMatchObject({ refusal: "not-found" });
  });

  it("cannot write, move or erase its point even in SQL", async () => {
    await place("47.2801, -2.2105");
    const insert = sql`insert into practice_point (fund_id, practice_key, latitude, longitude, source)
      values (${HERE}, '9 rue du bout|44110', 47, -2, 'x')`;
    await expect(as(database, eric, ({ tx }) => insert.execute(tx))).rejects.toThrow(/row-level security/);
    const change = (who: Actor, what: ReturnType<typeof sql>) =>
      as(database, who, async ({ tx }) => (await what.execute(tx)).numAffectedRows);
    expect(await change(julie, sql`update practice_point set latitude = 1`)).toBe(0n);
    expect(await change(julie, sql`delete from practice_point`)).toBe(0n);
    expect(await change(anActor("manager"), sql`update practice_point set latitude = 47.3`)).toBe(1n);
  });
});
