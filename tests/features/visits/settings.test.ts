import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { USUAL_SETTING } from "~/visits/setting";
import { suggestCommunes } from "~/visits/settings/base.server";
import { settingsForm } from "~/visits/settings/settings.form";
import { changeSettings, openSettings } from "~/visits/settings/settings.server";
import { settingOf } from "~db/queries/delegate-settings";
import { anActor, as, testDatabase } from "../../support/database";
import { aDelegate } from "./field";

const database = await testDatabase();

let eric: Actor;
let julie: Actor;

beforeAll(async () => {
  eric = await aDelegate(database, []);
  julie = await aDelegate(database, [], { name: "Julie Merceron" });
});

beforeEach(() => database.pool.query("delete from delegate_setting"));

type Fields = Readonly<Record<string, string | readonly string[]>>;
const change = (fields: Fields, who = eric) =>
  as(database, who, (ctx) => changeSettings(ctx, settingsForm.parse(fields)));
const read = (who = eric) => as(database, who, ({ tx, actor }) => settingOf(tx, actor.id));
const problems = (fields: Fields) =>
  change(fields).then(
    () => ({}),
    (error: { fields: Record<string, string[]> }) => error.fields,
  );

describe("the point of departure", () => {
  it("is the middle of a commune, named as one likes", async () => {
    const { done, undo } = await change({ intent: "base", commune: "saint nazaire", code: "44184", label: "Bureau" });
    const base = (await read())?.base;
    expect(base?.label).toBe("Bureau, Saint-Nazaire");
    expect(base?.latitude).toBeCloseTo(47.28, 1);
    expect(base?.longitude).toBeCloseTo(-2.21, 1);
    expect(done).toContain("Bureau, Saint-Nazaire");
    await change(undo!);
    expect((await read())?.base).toBeNull();
  });

  it("is found by its name alone when one commune has it", async () => {
    await change({ intent: "base", commune: "St-Herblain", code: "", label: "" });
    expect((await read())?.base?.label).toBe("Saint-Herblain");
  });

  it.each([
    ["Sainte-Colombe", "Plusieurs communes portent ce nom"],
    ["Nulle-Part-sur-Mer", "Aucune commune ne s'appelle ainsi"],
    ["", "Indiquez la commune d'où vous partez."],
    ["%", "Aucune commune ne s'appelle ainsi"],
  ])("refuses « %s » beside the field", async (commune, why) => {
    const { commune: told } = (await problems({ intent: "base", commune, code: "", label: "" })) as {
      commune: string[];
    };
    expect(told[0]).toContain(why);
    expect(await read()).toBeNull();
  });

  it("is a position rounded to a hundred metres, named by the nearest commune", async () => {
    await change({ intent: "point", latitude: "47.281234567", longitude: "-2.211234567", label: "" });
    expect((await read())?.base).toEqual({ label: "Près de Saint-Nazaire", latitude: 47.281, longitude: -2.211 });
  });

  it.each([
    ["in the sea", "47", "-12"],
    ["in another country", "40.4", "-3.7"],
    ["with its coordinates swapped", "-2.2", "47.3"],
  ])("is not a point %s", async (_, latitude, longitude) => {
    expect(await problems({ intent: "point", latitude, longitude, label: "" })).toHaveProperty("label");
    expect(await read()).toBeNull();
  });

  it("is put back as it was after being erased", async () => {
    await change({ intent: "base", commune: "Nantes", code: "44109", label: "12 rue des Lilas" });
    const before = (await read())?.base;
    const { undo } = await change({ intent: "forget-base" });
    expect((await read())?.base).toBeNull();
    await change(undo!);
    const after = (await read())?.base;
    expect(after?.label).toBe("12 rue des Lilas, Nantes");
    expect(after?.latitude).toBeCloseTo(before!.latitude, 3);
  });

  it("is read by nobody else: colleague, manager, administrator, Tandem itself", async () => {
    await change({ intent: "base", commune: "Nantes", code: "44109", label: "Maison" });
    const asSomebody = (actor: Actor) => as(database, actor, ({ tx }) => settingOf(tx, eric.id));
    expect(await asSomebody(julie)).toBeNull();
    expect(await asSomebody(anActor("manager"))).toBeNull();
    await expect(asSomebody(anActor("administrator"))).rejects.toThrow(/permission denied/);
    await expect(asSomebody(anActor("system"))).rejects.toThrow(/permission denied/);
  });
});

describe("communes under the field", () => {
  const names = async (typed: string) =>
    (await as(database, eric, (ctx) => suggestCommunes(ctx, typed))).map(
      ({ name, department }) => `${name} ${department}`,
    );

  it("begin with those of the fund", async () => {
    expect((await names("saint-na"))[0]).toBe("Saint-Nazaire 44");
    expect(await names("44600")).toContain("Saint-Nazaire 44");
    expect((await names("st denis"))[0]).toMatch(/^Saint-Denis/);
    expect(await names("Fort-de-F")).toEqual(["Fort-de-France 972"]);
  });

  it.each(["", "n", "%%", "'; drop table commune", "\\"])("are none for « %s »", async (typed) => {
    expect(await names(typed)).toEqual([]);
  });
});

describe("hours, lunch and rhythm", () => {
  const times = (value: string) => Array(7).fill(value) as string[];

  it("are the usual ones until one says otherwise", async () => {
    const page = await as(database, eric, openSettings);
    expect(page).toMatchObject({ setting: USUAL_SETTING, isUsual: true, zonePlace: null });
    await change({ intent: "lunch", lunchFrom: "12:30", lunchTo: "13:30", lunchMinutes: "30" });
    expect(await as(database, eric, openSettings)).toMatchObject({
      isUsual: false,
      setting: { ...USUAL_SETTING, lunch: { from: 750, to: 810, minutes: 30 } },
    });
  });

  it("change one part at a time, and each change can be taken back", async () => {
    await change({ intent: "base", commune: "Nantes", code: "44109", label: "" });
    const asks: Fields[] = [
      { intent: "hours", works: ["1", "2"], from: times("09:00"), to: times("16:00") },
      { intent: "lunch", lunchFrom: "11:30", lunchTo: "13:00", lunchMinutes: "60" },
      { intent: "visits", visitMinutes: "45", mostVisits: "5", safetyPercent: "0" },
    ];
    const undos = [];
    const before = await read();
    for (const ask of asks) undos.push((await change(ask)).undo!);
    expect(await read()).toEqual({
      base: before!.base,
      hours: [[540, 960], [540, 960], null, null, null, null, null],
      lunch: { from: 690, to: 780, minutes: 60 },
      visitMinutes: 45,
      mostVisits: 5,
      safetyPercent: 0,
    });
    for (const undo of undos.reverse()) await change(undo);
    expect(await read()).toEqual(before);
  });

  it("are refused beside their fields, and nothing is written", async () => {
    expect(await problems({ intent: "hours", works: "1", from: times("18:00"), to: times("08:00") })).toHaveProperty(
      "to-1",
    );
    expect(
      await problems({ intent: "lunch", lunchFrom: "12:00", lunchTo: "12:30", lunchMinutes: "45" }),
    ).toHaveProperty("lunchMinutes");
    expect(await read()).toBeNull();
  });
});
