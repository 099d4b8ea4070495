import { expect, it, test } from "vitest";
import { addWorkingDays, easter, holidayOn, isWorkingDay, nextWorkingDay } from "~/calendar/holidays";

it.each([
  [2024, "2024-03-31"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
])("Easter %i is %s", (year, day) => expect(easter(year)).toBe(day));

it.each([
  ["2026-04-06", "Lundi de Pâques"],
  ["2026-05-14", "Ascension"],
  ["2026-05-25", "Lundi de Pentecôte"],
  ["2026-07-14", "Fête nationale"],
  ["2026-11-24", null],
  ["2026-04-03", null],
])("%s is %s", (day, name) => expect(holidayOn(day)).toBe(name));

test("weekends and holidays are not working days", () => {
  expect(isWorkingDay("2026-11-24")).toBe(true);
  expect(isWorkingDay("2026-11-28")).toBe(false);
  expect(isWorkingDay("2026-11-11")).toBe(false);
});

test("working days are counted over bridges and weekends", () => {
  expect(nextWorkingDay("2026-12-25")).toBe("2026-12-28");
  expect(nextWorkingDay("2026-11-24")).toBe("2026-11-24");
  expect(addWorkingDays("2026-05-13", 1)).toBe("2026-05-15");
  expect(addWorkingDays("2026-05-18", -2)).toBe("2026-05-13");
  expect(addWorkingDays("2026-11-28", 0)).toBe("2026-11-28");
});
