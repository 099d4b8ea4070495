import { expect, it, test } from "vitest";
import { addWeeks, isoWeek, mondayOf, weekdaysOf } from "~/calendar/week";

test("a week is named by its Monday", () => {
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
  expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  expect(weekdaysOf("2026-12-31")).toEqual(["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"]);
  expect(addWeeks("2026-11-23", -1)).toBe("2026-11-16");
});

it.each([
  ["2026-01-01", 2026, 1],
  ["2026-12-31", 2026, 53],
  ["2027-01-03", 2026, 53],
  ["2027-01-04", 2027, 1],
  ["2024-12-30", 2025, 1],
])("%s is in week %i-%i", (day, year, week) => expect(isoWeek(day)).toEqual({ year, week }));
