import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { hhmm } from "~/calendar/zoned";
import { USUAL_SETTING } from "~/visits/setting";
import { readLunch, readWeek } from "~/visits/settings/setting-problems";
import { settingsForm } from "~/visits/settings/settings.form";

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, " ");

function aWeek(works: string, from: Record<number, string> = {}, to: Record<number, string> = {}) {
  return {
    works: works.split(""),
    from: [1, 2, 3, 4, 5, 6, 7].map((day) => from[day] ?? "08:30"),
    to: [1, 2, 3, 4, 5, 6, 7].map((day) => to[day] ?? "17:30"),
  };
}

describe("the hours of a week", () => {
  it("reads the usual one as it is kept", () => {
    expect(readWeek(aWeek("12345"))).toEqual({ value: USUAL_SETTING.hours, problems: {} });
  });

  it("forgets the hours of a day that is not worked, however they read", () => {
    expect(readWeek(aWeek("1", { 2: "soir" }, { 2: "" }))).toEqual({
      value: [[510, 1050], null, null, null, null, null, null],
      problems: {},
    });
  });

  it.each([
    ["from after to", aWeek("1", { 1: "18:00" }), "to-1", "Lundi : la fin doit venir après 18 h."],
    ["from and to alike", aWeek("3", { 3: "17:30" }), "to-3", "Mercredi : la fin doit venir après 17 h 30."],
    ["no beginning", aWeek("5", { 5: "" }), "from-5", "Vendredi : indiquez l'heure de début, par exemple 08:30."],
    ["no end", aWeek("5", {}, { 5: "25:00" }), "to-5", "Vendredi : indiquez l'heure de fin, par exemple 17:30."],
    [
      "half an hour",
      aWeek("6", {}, { 6: "09:00" }),
      "to-6",
      "Samedi : laissez au moins une heure, ou décochez ce jour.",
    ],
    [
      "nothing at all",
      aWeek(""),
      "works-1",
      "Cochez au moins un jour. Pour une période entière sans visite, notez une absence.",
    ],
  ])("says what is wrong: %s", (_, asked, field, sentence) => {
    const { problems } = readWeek(asked);
    expect(Object.keys(problems)).toEqual([field]);
    expect(plain(problems[field]?.[0])).toBe(sentence);
  });

  test("is refused, or holds spans of an hour at least that begin before they end", () => {
    const time = fc.oneof(fc.integer({ min: 0, max: 1439 }).map(hhmm), fc.string({ maxLength: 5 }));
    const times = fc.array(time, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.subarray(["1", "2", "3", "4", "5", "6", "7"]), times, times, (works, from, to) => {
        const { value, problems } = readWeek({ works, from, to });
        if (Object.keys(problems).length > 0) return;
        expect(value.length).toBe(7);
        expect(value.some((span) => span !== null)).toBe(true);
        for (const span of value) if (span) expect(span[1] - span[0]).toBeGreaterThanOrEqual(60);
      }),
    );
  });
});

describe("the lunch", () => {
  const asked = { lunchFrom: "12:00", lunchTo: "14:00", lunchMinutes: 45 };

  it("reads a window and a length", () => {
    expect(readLunch(asked)).toEqual({ value: { from: 720, to: 840, minutes: 45 }, problems: {} });
    expect(readLunch({ ...asked, lunchMinutes: 0 }).problems).toEqual({});
    expect(readLunch({ ...asked, lunchMinutes: 120 }).problems).toEqual({});
  });

  it.each([
    [{ lunchMinutes: 121 }, "lunchMinutes", "Une pause de 2 h 01 ne tient pas entre 12 h et 14 h."],
    [{ lunchMinutes: -5 }, "lunchMinutes", "Indiquez une durée entre 0 et 180 minutes."],
    [{ lunchMinutes: 12.5 }, "lunchMinutes", "Indiquez une durée entre 0 et 180 minutes."],
    [{ lunchTo: "11:30" }, "lunchTo", "La fin doit venir après 12 h."],
    [{ lunchFrom: "midi" }, "lunchFrom", "Indiquez à partir de quelle heure, par exemple 12:00."],
  ])("says what is wrong with %o", (change, field, sentence) => {
    const { problems } = readLunch({ ...asked, ...change });
    expect(Object.keys(problems)).toEqual([field]);
    expect(plain(problems[field]?.[0])).toBe(sentence);
  });
});

describe("what the page may send", () => {
  it.each([
    [{ intent: "visits", visitMinutes: "", mostVisits: "8", safetyPercent: "10" }, "visitMinutes"],
    [{ intent: "visits", visitMinutes: "9", mostVisits: "8", safetyPercent: "10" }, "visitMinutes"],
    [{ intent: "visits", visitMinutes: "30", mostVisits: "31", safetyPercent: "10" }, "mostVisits"],
    [{ intent: "visits", visitMinutes: "30", mostVisits: "8", safetyPercent: "1e309" }, "safetyPercent"],
    [{ intent: "visits", visitMinutes: "30", mostVisits: "8,5", safetyPercent: "10" }, "mostVisits"],
    [{ intent: "point", latitude: "91", longitude: "0", label: "" }, "latitude"],
    [{ intent: "point", latitude: "NaN", longitude: "0", label: "" }, "latitude"],
    [{ intent: "base", commune: "Nantes", code: "", label: "Bureau\u202e" }, "label"],
    [{ intent: "base", commune: "Nantes", code: "", label: "x".repeat(121) }, "label"],
    [{ intent: "hours", works: "1", from: ["08:30"], to: ["17:30"] }, "from"],
    [{ intent: "absence", fromOn: "2026-02-30", toOn: "2026-03-01", part: "day", kind: "leave" }, "fromOn"],
    [{ intent: "absence", fromOn: "2026-03-01", toOn: "2026-03-01", part: "day", kind: "strike" }, "kind"],
  ])("refuses %o", (fields, field) => {
    const read = settingsForm.safeParse(fields);
    expect(read.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it("takes one ticked day as a list of one", () => {
    const times = Array(7).fill("08:30");
    expect(settingsForm.parse({ intent: "hours", works: "3", from: times, to: times })).toMatchObject({ works: ["3"] });
    expect(settingsForm.parse({ intent: "hours", from: times, to: times })).toMatchObject({ works: [] });
  });
});
