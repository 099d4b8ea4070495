import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, weekday } from "~/calendar/day";
import { easter, holidayIn, holidayOn } from "~/calendar/holidays";
import { isOverseas, PARIS, placeOfZone, zoneOf } from "~/calendar/zones";

const OVERSEAS = ["971", "972", "973", "974", "975", "976", "977", "978"];
const ALSACE_MOSELLE = ["57", "67", "68"];
const MAINLAND = ["01", "2A", "2B", "44", "54", "75", "88", "95"];
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays("2000-01-01", count));

describe("holidays of Alsace-Moselle (article L3134-13)", () => {
  it.each(ALSACE_MOSELLE)("%s rests on Good Friday and on the second day of Christmas", (department) => {
    expect(holidayIn(department, "2026-04-03")).toBe("Vendredi saint");
    expect(holidayIn(department, "2027-03-26")).toBe("Vendredi saint");
    expect(holidayIn(department, "2028-04-14")).toBe("Vendredi saint");
    expect(holidayIn(department, "2026-12-26")).toBe("Saint-Étienne");
  });

  it.each([...MAINLAND, ...OVERSEAS])("%s works on both", (department) => {
    expect(holidayIn(department, "2026-04-03")).toBeNull();
    expect(holidayIn(department, "2026-12-26")).toBeNull();
  });
});

describe("the abolition of slavery (article L3422-2)", () => {
  it.each([
    ["971", "2026-05-27"],
    ["972", "2026-05-22"],
    ["973", "2026-06-10"],
    ["974", "2026-12-20"],
    ["976", "2026-04-27"],
    ["977", "2026-10-09"],
    ["978", "2026-05-28"],
  ])("%s remembers it on %s, and nobody else does", (department, day) => {
    const resting = [...OVERSEAS, ...MAINLAND, ...ALSACE_MOSELLE].filter((each) => holidayIn(each, day) !== null);
    expect(resting).toEqual([department]);
    expect(holidayIn(department, day)).toBe("Abolition de l'esclavage");
  });

  it("has no day of its own in Saint-Pierre-et-Miquelon", () => {
    const days = Array.from({ length: 365 }, (_, after) => addDays("2026-01-01", after));
    expect(days.filter((day) => holidayIn("975", day) !== holidayOn(day))).toEqual([]);
  });
});

test("a holiday of the whole country is one everywhere, by the same name", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...OVERSEAS, ...ALSACE_MOSELLE, ...MAINLAND), (day, department) => {
      const national = holidayOn(day);
      if (national) expect(holidayIn(department, day)).toBe(national);
    }),
  );
});

test("Easter is a Sunday between 22 March and 25 April, and eleven national holidays stand in every year", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2099 }), (year) => {
      const sunday = easter(year);
      expect(weekday(sunday)).toBe(7);
      expect(sunday >= `${year}-03-22` && sunday <= `${year}-04-25`).toBe(true);
      const days = Array.from({ length: 366 }, (_, after) => addDays(`${year}-01-01`, after));
      const named = days.filter((day) => day.startsWith(`${year}`) && holidayOn(day) !== null);
      // In 2008 Ascension fell on the first of May, in 1997 on the eighth: two holidays, one day.
      expect(named.length).toBe(["05-01", "05-08"].includes(addDays(sunday, 39).slice(5)) ? 10 : 11);
    }),
  );
});

test("practices live in seven zones", () => {
  const zones = new Set([...MAINLAND, ...OVERSEAS].map(zoneOf));
  expect([...zones].sort()).toEqual([
    "America/Cayenne",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Miquelon",
    "Europe/Paris",
    "Indian/Mayotte",
    "Indian/Reunion",
  ]);
  expect(zoneOf("977")).toBe(zoneOf("971"));
  expect(zoneOf("978")).toBe(zoneOf("971"));
  expect(zoneOf("2A")).toBe(PARIS);
});

test("an hour that is not of Paris is said", () => {
  for (const department of OVERSEAS) {
    expect(isOverseas(zoneOf(department))).toBe(true);
    expect(placeOfZone(zoneOf(department))).not.toBe(placeOfZone(PARIS));
  }
  expect(isOverseas(PARIS)).toBe(false);
  expect(placeOfZone("Indian/Reunion")).toBe("La Réunion");
});
