import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { bookVisit } from "~/visits/booking.server";
import { type SettingsAsk, settingsForm } from "~/visits/settings/settings.form";
import { changeSettings, openSettings } from "~/visits/settings/settings.server";
import { insertCover } from "~db/queries/territories";
import { visitById } from "~db/queries/visits";
import { anActor, as, ELSEWHERE, HERE, NOON, testDatabase } from "../../support/database";
import { actorOf } from "../access/people";
import { aBooking, aDelegate, aDoctorIn, aSectorIn } from "./field";

const database = await testDatabase();

let eric: Actor;
let julie: Actor;
let stranger: Actor;
let claire = 0;
let yves = 0;
let far = 0;

beforeAll(async () => {
  const [here, there, elsewhere] = [
    await aSectorIn(database),
    await aSectorIn(database),
    await aSectorIn(database, ELSEWHERE),
  ];
  eric = await aDelegate(database, [here]);
  julie = await aDelegate(database, [there], { name: "Julie Merceron" });
  stranger = await aDelegate(database, [elsewhere], { name: "Yannick Bouvier", fundId: ELSEWHERE });
  await database.pool.query("insert into delegate_sector (account_id, sector_id, fund_id) values ($1, $2, $3)", [
    eric.id,
    here,
    HERE,
  ]);
  claire = await aDoctorIn(database, here);
  yves = await aDoctorIn(database, here, { last_name: "LE GOFF", first_name: "YVES" });
  far = await aDoctorIn(database, there, { last_name: "ROBIN", first_name: "ANNE" });
});

beforeEach(() => database.pool.query("delete from visit; delete from cover; delete from absence"));

type Fields = Readonly<Record<string, unknown>>;
const change = (fields: Fields, who = eric, now = NOON) =>
  as(database, who, (ctx) => changeSettings(ctx, settingsForm.parse(fields) as SettingsAsk), now);
const page = (who = eric, now = NOON) => as(database, who, openSettings, now);
const book = (doctorId: number, at: { day?: string; minutes?: number } = {}, who = eric) =>
  as(database, who, (ctx) => bookVisit(ctx, aBooking(doctorId, at)));
const read = (id: string) => as(database, anActor("manager"), ({ tx }) => visitById(tx, id));
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const refused = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error: Error & { fields?: Record<string, string[]> }) =>
      plain([error.message, ...Object.values(error.fields ?? {}).flat()].join(" ")),
  );

const WEEK = { fromOn: "2026-11-30", toOn: "2026-12-04" };
const note = (given: Fields = {}, who = eric) =>
  change({ intent: "absence", ...WEEK, part: "day", kind: "leave", ...given }, who);
/** Éric away from 30 November to 4 December, Julie standing in: the number of the cover. */
async function standIn(): Promise<string> {
  const { undo } = await change({ intent: "cover", byId: julie.id, ...WEEK });
  return undo!.coverId as string;
}

describe("noting an absence", () => {
  it("lists it, and takes it back", async () => {
    const { done, undo } = await note();
    expect(plain(done)).toBe("Absence notée du 30 novembre au 4 décembre 2026.");
    expect((await page()).coming).toMatchObject([{ ...WEEK, part: "day", kind: "leave", visits: [], covers: [] }]);
    const removed = await change(undo!);
    expect((await page()).coming).toEqual([]);
    await change(removed.undo!);
    expect((await page()).coming).toMatchObject([{ ...WEEK, part: "day", kind: "leave" }]);
  });

  it("tells the journal, without the reason", async () => {
    const { undo } = await note({ kind: "illness" });
    const { rows } = await database.pool.query(
      "select facts from audit_event where account_id = $1 and name = 'absence.noted' order by id desc limit 1",
      [eric.id],
    );
    expect(rows[0].facts).toEqual({ absenceId: undo!.absenceId });
  });

  it("warns of the visits that fall inside, and of no other", async () => {
    const inside = await book(claire, { day: "2026-12-01" });
    await book(yves, { day: "2026-12-07" });
    await book(far, { day: "2026-12-01", minutes: 700 }, julie);
    await note();
    const [absence] = (await page()).coming;
    expect(absence?.visits.map(({ id }) => id)).toEqual([inside]);
    expect(absence?.visits[0]).toMatchObject({ day: "2026-12-01", heldBy: null, doctor: "Dr\u00a0Claire Martin" });
  });

  it("of an afternoon spares the visits of the morning", async () => {
    await book(claire, { day: "2026-12-01", minutes: 9 * 60 });
    const after = await book(yves, { day: "2026-12-01", minutes: 15 * 60 });
    await note({ fromOn: "2026-12-01", toOn: "2026-12-01", part: "afternoon" });
    expect((await page()).coming[0]?.visits.map(({ id }) => id)).toEqual([after]);
  });

  it.each([
    [{ fromOn: "1900-01-01" }, "Choisissez un jour entre"],
    [{ toOn: "9999-12-31" }, "Choisissez un jour entre"],
    [{ toOn: "2026-11-29" }, "Le dernier jour précède le premier"],
  ])("refuses %o", async (given, why) => {
    expect(await refused(note(given))).toContain(why);
    expect((await page()).coming).toEqual([]);
  });

  it("refuses a second one over the first", async () => {
    await note();
    expect(await refused(note({ fromOn: "2026-12-04", toOn: "2026-12-08" }))).toContain(
      "Une absence est déjà notée du 30 novembre au 4 décembre 2026.",
    );
  });

  it("keeps those that are over apart", async () => {
    await note({ fromOn: "2026-11-02", toOn: "2026-11-03" });
    const { coming, past } = await page();
    expect([coming.length, past.length]).toEqual([0, 1]);
  });

  it("is one's own: a colleague finds nothing to remove", async () => {
    const { undo } = await note();
    expect(await refused(change(undo!, julie))).toBe("Absence introuvable.");
    expect(await refused(change(undo!, stranger))).toBe("Absence introuvable.");
    expect((await page()).coming.length).toBe(1);
  });
});

describe("being covered", () => {
  it("lets the colleague see the doctors on these days only", async () => {
    const today = new Date();
    const day = (after: number) => new Date(today.getTime() + after * 86_400_000).toISOString().slice(0, 10);
    const sectors = async () => (await actorOf(database, julie)).sectorIds;
    expect(await sectors()).toEqual([]);
    await change({ intent: "cover", byId: julie.id, fromOn: day(3), toOn: day(9) }, eric, today);
    expect(await sectors()).toEqual([]);
    await change({ intent: "cover", byId: julie.id, fromOn: day(0), toOn: day(1) }, eric, today);
    expect(await sectors()).toEqual(eric.sectorIds);
  });

  it("shows on both pages, and is taken back", async () => {
    await note();
    const coverId = await standIn();
    expect((await page()).coming[0]?.covers).toMatchObject([{ by: "Julie Merceron" }]);
    expect((await page(julie)).covering).toMatchObject([{ absent: "Éric Robert", ...WEEK }]);
    const { undo } = await change({ intent: "uncover", coverId });
    expect((await page()).coming[0]?.covers).toEqual([]);
    await change(undo!);
    expect((await page()).coming[0]?.covers.length).toBe(1);
  });

  it("offers the delegates of one's fund, and says who is away", async () => {
    await note({ fromOn: "2026-12-02", toOn: "2026-12-03" }, julie);
    const { colleagues } = await page();
    expect(colleagues.map(({ id }) => id)).not.toContain(eric.id);
    expect(colleagues.map(({ id }) => id)).not.toContain(stranger.id);
    expect(colleagues.find(({ id }) => id === julie.id)?.away).toEqual([{ fromOn: "2026-12-02", toOn: "2026-12-03" }]);
  });

  it("refuses another fund, oneself, a stranger, days that are over, the same colleague twice", async () => {
    const cover = (given: Fields) => refused(change({ intent: "cover", ...WEEK, ...given }));
    const nobody = "Choisissez un autre délégué de votre caisse.";
    expect(await cover({ byId: stranger.id })).toContain(nobody);
    expect(await cover({ byId: eric.id })).toContain(nobody);
    expect(await cover({ byId: randomUUID() })).toContain(nobody);
    expect(await cover({ byId: julie.id, fromOn: "2026-11-10", toOn: "2026-11-12" })).toContain(
      "Ces jours sont passés",
    );
    await standIn();
    expect(await cover({ byId: julie.id, fromOn: "2026-12-03", toOn: "2026-12-10" })).toContain(
      "Julie Merceron vous remplace déjà du 30 novembre au 4 décembre 2026.",
    );
  });

  it("is arranged for oneself alone: the database refuses a cover of somebody else, or by another fund", async () => {
    const insert = (cover: { absentId: string; byId: string }) =>
      as(database, eric, ({ tx }) => insertCover(tx, { fundId: HERE, ...cover, ...WEEK }));
    await expect(insert({ absentId: julie.id, byId: eric.id })).rejects.toThrow(/row-level security/);
    await expect(insert({ absentId: eric.id, byId: stranger.id })).rejects.toThrow(/row-level security/);
    await expect(insert({ absentId: eric.id, byId: eric.id })).rejects.toThrow(/row-level security/);
  });

  it("is ended by the absent alone", async () => {
    const coverId = await standIn();
    expect(await refused(change({ intent: "uncover", coverId }, julie))).toBe("Remplacement introuvable.");
    expect(await refused(change({ intent: "uncover", coverId }, stranger))).toBe("Remplacement introuvable.");
  });
});

describe("handing visits over", () => {
  it("puts them in the colleague's week, tells the calendars, and takes them back", async () => {
    const [one, other, after] = [
      await book(claire, { day: "2026-12-01" }),
      await book(yves, { day: "2026-12-04" }),
      await book(yves, { day: "2026-12-07" }),
    ];
    const coverId = await standIn();
    const { done, undo, clashes } = await change({ intent: "hand", coverId });
    expect([plain(done), clashes]).toEqual(["2 visites confiées à Julie Merceron.", []]);
    expect(await read(one)).toMatchObject({ delegate_id: julie.id, sequence: 1, version: 2 });
    expect(await read(other)).toMatchObject({ delegate_id: julie.id });
    expect(await read(after)).toMatchObject({ delegate_id: eric.id, sequence: 0 });
    await change(undo!);
    expect(await read(one)).toMatchObject({ delegate_id: eric.id, sequence: 2 });
  });

  it("hands one alone, and leaves the others", async () => {
    const [one, other] = [
      await book(claire, { day: "2026-12-01" }),
      await book(yves, { day: "2026-12-01", minutes: 700 }),
    ];
    const coverId = await standIn();
    await note();
    await change({ intent: "hand", coverId, visitIds: one });
    expect(await read(other)).toMatchObject({ delegate_id: eric.id });
    expect((await page()).coming[0]?.visits.map(({ heldBy }) => heldBy)).toEqual(["Julie Merceron", null]);
  });

  it("says which ones clash, and hands the rest", async () => {
    await book(far, { day: "2026-12-01", minutes: 615 }, julie);
    const [clashing, free] = [
      await book(claire, { day: "2026-12-01", minutes: 600 }),
      await book(yves, { day: "2026-12-01", minutes: 700 }),
    ];
    const coverId = await standIn();
    const { done, clashes } = await change({ intent: "hand", coverId });
    expect(plain(done)).toBe("1 visite confiée à Julie Merceron sur 2.");
    expect(clashes?.map(plain)).toEqual([
      "Dr Claire Martin, mardi 1er décembre de 10 h à 10 h 30 : déjà une visite à cette heure dans l'autre calendrier.",
    ]);
    expect(await read(clashing)).toMatchObject({ delegate_id: eric.id, sequence: 0, version: 1 });
    expect(await read(free)).toMatchObject({ delegate_id: julie.id });
  });

  it("keeps the cover until the visits are taken back", async () => {
    await book(claire, { day: "2026-12-01" });
    const coverId = await standIn();
    const { undo } = await change({ intent: "hand", coverId });
    expect(await refused(change({ intent: "uncover", coverId }))).toBe(
      "1 visite confiée à Julie Merceron dans ces jours : reprenez-les avant de retirer le remplacement.",
    );
    await change(undo!);
    expect(await refused(change({ intent: "uncover", coverId }))).toBe("accepted");
  });

  it("takes back what was handed, never a visit of the colleague's own", async () => {
    const own = await book(far, { day: "2026-12-01" }, julie);
    const coverId = await standIn();
    expect(await refused(change({ intent: "take-back", coverId }))).toBe(
      "Aucune visite n'est plus à reprendre ces jours-là.",
    );
    expect(await refused(change({ intent: "take-back", coverId, visitIds: own }))).toBe("Visite introuvable.");
  });

  it("is done under one's own cover, with one's own visits", async () => {
    const theirs = await book(far, { day: "2026-12-01" }, julie);
    const coverId = await standIn();
    expect(await refused(change({ intent: "hand", coverId }, julie))).toBe("Remplacement introuvable.");
    expect(await refused(change({ intent: "hand", coverId }, stranger))).toBe("Remplacement introuvable.");
    expect(await refused(change({ intent: "hand", coverId, visitIds: theirs }))).toBe("Visite introuvable.");
    expect(await refused(change({ intent: "hand", coverId }))).toBe(
      "Aucune visite n'est plus à confier à Julie Merceron ces jours-là.",
    );
  });
});
