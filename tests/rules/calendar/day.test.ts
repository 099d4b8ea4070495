import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  dayOf,
  daysBetween,
  firstOfMonth,
  isDay,
  lastOfMonth,
  parseDay,
  weekday,
} from "~/calendar/day";

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays("2000-01-01", count));

describe("reading a day", () => {
  it.each(["2026-11-24", "2028-02-29", "1999-12-31"])("accepts %s", (text) => expect(isDay(text)).toBe(true));
  it.each(["2026-02-29", "2026-13-01", "2026-11-31", "24/11/2026", "2026-1-4", "", "2026-11-24T10:00"])(
    "rejects « %s »",
    (text) => expect(isDay(text)).toBe(false),
  );
  it("reads the French order, with one digit or two", () => {
    expect(parseDay(" 4/1/2026 ")).toBe("2026-01-04");
    expect(parseDay("24-11-2026")).toBe("2026-11-24");
    expect(parseDay("31/02/2026")).toBeNull();
    expect(parseDay("11/24/2026")).toBeNull();
  });
});

describe("moving", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-03-31", -13, "2025-02-28"],
  ])("%s and %i months is %s", (day, count, expected) => expect(addMonths(day, count)).toBe(expected));

  it("moves the anniversary of 29 February to the 28th", () => {
    expect(addYears("2028-02-29", 5)).toBe("2033-02-28");
    expect(addYears("2028-02-29", 4)).toBe("2032-02-29");
  });

  it("does not lose a day when clocks change", () => {
    expect(addDays("2026-03-28", 1)).toBe("2026-03-29");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  });

  it("knows the ends of a month", () => {
    expect(firstOfMonth("2028-02-17")).toBe("2028-02-01");
    expect(lastOfMonth("2028-02-17")).toBe("2028-02-29");
  });

  test("going there and back returns to the same day, and every day is valid", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const there = addDays(day, count);
        expect(isDay(there)).toBe(true);
        expect(addDays(there, -count)).toBe(day);
        expect(daysBetween(day, there)).toBe(count);
        expect(compareDays(day, there)).toBe(Math.sign(-count) || 0);
      }),
    );
  });

  test("months never change the day of the month except to clamp it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const there = addMonths(day, count);
        expect(isDay(there)).toBe(true);
        expect(there.slice(8) === day.slice(8) || there === lastOfMonth(there)).toBe(true);
      }),
    );
  });
});

test("Monday is 1 and Sunday is 7", () => {
  expect(["2026-11-23", "2026-11-24", "2026-11-29"].map(weekday)).toEqual([1, 2, 7]);
});

test("a moment belongs to the day it is in Paris", () => {
  expect(dayOf("2026-11-23T23:30:00Z")).toBe("2026-11-24");
  expect(dayOf(new Date("2026-07-23T21:59:59Z"))).toBe("2026-07-23");
  expect(dayOf("2026-07-23T22:00:00Z")).toBe("2026-07-24");
});
