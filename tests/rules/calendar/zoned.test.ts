import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays } from "~/calendar/day";
import { dayIn, hhmm, instantAt, minutesOf, wallAt } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";

const MIQUELON = "America/Miquelon";
const STILL = {
  "America/Guadeloupe": -4,
  "America/Martinique": -4,
  "America/Cayenne": -3,
  "Indian/Reunion": 4,
  "Indian/Mayotte": 3,
} as const;
const ZONES = [PARIS, MIQUELON, ...Object.keys(STILL)];
const HOUR = 3_600_000;

const anyZone = fc.constantFrom(...ZONES);
const anyDay = fc.integer({ min: 0, max: 365 * 12 }).map((count) => addDays("2024-01-01", count));
const anyMinute = fc.integer({ min: 0, max: 1439 });

/** Clock changes as tables give them: the instant, and the minutes of the wall before and after. */
const CHANGES = [
  [PARIS, "2026-03-29T01:00:00Z", "2026-03-29", 120, 180],
  [PARIS, "2026-10-25T01:00:00Z", "2026-10-25", 180, 120],
  [PARIS, "2027-03-28T01:00:00Z", "2027-03-28", 120, 180],
  [PARIS, "2027-10-31T01:00:00Z", "2027-10-31", 180, 120],
  [PARIS, "2028-03-26T01:00:00Z", "2028-03-26", 120, 180],
  [PARIS, "2028-10-29T01:00:00Z", "2028-10-29", 180, 120],
  [PARIS, "2029-03-25T01:00:00Z", "2029-03-25", 120, 180],
  [PARIS, "2029-10-28T01:00:00Z", "2029-10-28", 180, 120],
  [MIQUELON, "2026-03-08T05:00:00Z", "2026-03-08", 120, 180],
  [MIQUELON, "2026-11-01T04:00:00Z", "2026-11-01", 120, 60],
  [MIQUELON, "2027-03-14T05:00:00Z", "2027-03-14", 120, 180],
  [MIQUELON, "2027-11-07T04:00:00Z", "2027-11-07", 120, 60],
  [MIQUELON, "2028-03-12T05:00:00Z", "2028-03-12", 120, 180],
  [MIQUELON, "2028-11-05T04:00:00Z", "2028-11-05", 120, 60],
  [MIQUELON, "2029-03-11T05:00:00Z", "2029-03-11", 120, 180],
  [MIQUELON, "2029-11-04T04:00:00Z", "2029-11-04", 120, 60],
] as const;

describe("clock changes of 2026 to 2029", () => {
  it.each(CHANGES)("%s at %s", (zone, at, day, before, after) => {
    const minuteBefore = new Date(Date.parse(at) - 60_000);
    expect(wallAt(minuteBefore, zone)).toEqual({ day, minutes: before - 1 });
    expect(wallAt(at, zone)).toEqual({ day, minutes: after });
  });

  it.each(CHANGES.filter(([, , , before, after]) => after > before))(
    "%s at %s: the hour that is skipped is shown an hour later",
    (zone, at, day, before) => {
      expect(instantAt(day, before + 30, zone)).toEqual(new Date(Date.parse(at) + HOUR / 2));
      expect(wallAt(instantAt(day, before + 30, zone), zone)).toEqual({ day, minutes: before + 90 });
    },
  );

  it.each(CHANGES.filter(([, , , before, after]) => after < before))(
    "%s at %s: of the hour that comes twice, the first",
    (zone, at, day, before) => {
      const twice = before - 30;
      expect(instantAt(day, twice, zone)).toEqual(new Date(Date.parse(at) - HOUR / 2));
      expect(wallAt(new Date(Date.parse(at) + HOUR / 2), zone)).toEqual({ day, minutes: twice });
    },
  );

  it.each(CHANGES)("%s at %s: 9:00 is 9:00 on the day before, the day and the day after", (zone, _at, day) => {
    for (const each of [addDays(day, -1), day, addDays(day, 1)]) {
      expect(wallAt(instantAt(each, 540, zone), zone)).toEqual({ day: each, minutes: 540 });
    }
  });
});

test("the five other zones never change", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.entries(STILL)), anyDay, anyMinute, ([zone, hours], day, minutes) => {
      const midnight = Date.parse(`${day}T00:00:00Z`);
      expect(instantAt(day, minutes, zone).getTime()).toBe(midnight + minutes * 60_000 - hours * HOUR);
    }),
  );
});

test("what the wall shows leads back to the same instant, outside the hour that comes twice", () => {
  const doubled = CHANGES.filter(([, , , before, after]) => after < before);
  fc.assert(
    fc.property(anyZone, anyDay, anyMinute, (zone, day, minutes) => {
      const instant = instantAt(day, minutes, zone);
      const wall = wallAt(instant, zone);
      expect(instantAt(wall.day, wall.minutes, zone)).toEqual(instant);
      const skipped = CHANGES.some(
        ([where, , when, before, after]) =>
          where === zone && when === day && after > before && minutes >= before && minutes < after,
      );
      const inTable = day >= "2026-01-01" && day < "2030-01-01";
      if (inTable && !skipped) expect(wall).toEqual({ day, minutes });
    }),
  );
  for (const [zone, at] of doubled) {
    const second = new Date(Date.parse(at) + HOUR / 2);
    const { day, minutes } = wallAt(second, zone);
    expect(instantAt(day, minutes, zone).getTime()).toBe(second.getTime() - HOUR);
  }
});

test("instants keep their order on the wall of a day without a change", () => {
  fc.assert(
    fc.property(anyZone, anyMinute, anyMinute, (zone, a, b) => {
      const [one, other] = [instantAt("2026-07-14", a, zone), instantAt("2026-07-14", b, zone)];
      expect(one.getTime() - other.getTime()).toBe((a - b) * 60_000);
    }),
  );
});

test("minutes past midnight, before or after, are those of the neighbouring day", () => {
  expect(instantAt("2026-12-31", 1440, PARIS)).toEqual(instantAt("2027-01-01", 0, PARIS));
  expect(instantAt("2026-11-24", 1440 + 90, PARIS)).toEqual(instantAt("2026-11-25", 90, PARIS));
  expect(instantAt("2026-11-24", 3 * 1440, PARIS)).toEqual(instantAt("2026-11-27", 0, PARIS));
  expect(instantAt("2027-01-01", -30, PARIS)).toEqual(instantAt("2026-12-31", 1410, PARIS));
  fc.assert(
    fc.property(anyZone, anyDay, anyMinute, fc.integer({ min: -9, max: 9 }), (zone, day, minutes, days) => {
      expect(instantAt(day, minutes + days * 1440, zone)).toEqual(instantAt(addDays(day, days), minutes, zone));
    }),
  );
});

test("the day is that of the zone", () => {
  expect(dayIn("Indian/Reunion", "2026-11-24T20:30:00Z")).toBe("2026-11-25");
  expect(dayIn("America/Martinique", "2026-11-25T03:30:00Z")).toBe("2026-11-24");
  expect(dayIn(PARIS, "2026-11-24T23:30:00Z")).toBe("2026-11-25");
});

test("times of a day are written and read alike", () => {
  fc.assert(
    fc.property(anyMinute, (minutes) => {
      expect(minutesOf(hhmm(minutes))).toBe(minutes);
    }),
  );
  expect(minutesOf(" 9:05 ")).toBe(545);
  for (const wrong of ["24:00", "9h05", "9:5", "", "12:60", "-1:00", "12:00:00"]) expect(minutesOf(wrong)).toBeNull();
});
