import { describe, expect, it, test } from "vitest";
import {
  clockTime,
  dayAndTime,
  dayMonthYear,
  fullDay,
  longDay,
  monthAndYear,
  numericDay,
  numericDayAndTime,
  relativeDay,
  relativeTime,
  shortDay,
  timeOf,
} from "~/format/dates";

const seen = (text: string) => text.replaceAll("\u00a0", " ");

describe("days", () => {
  test("every width of the same day", () => {
    const day = "2026-11-24";
    expect(
      [longDay, fullDay, dayMonthYear, shortDay, numericDay, monthAndYear].map((write) => seen(write(day))),
    ).toEqual([
      "mardi 24 novembre",
      "mardi 24 novembre 2026",
      "24 novembre 2026",
      "24 nov.",
      "24/11/2026",
      "novembre 2026",
    ]);
  });
  test("the first is an ordinal", () => expect(seen(longDay("2026-12-01"))).toBe("mardi 1er décembre"));
  it.each([
    ["2026-11-24", "aujourd'hui"],
    ["2026-11-23", "hier"],
    ["2026-11-25", "demain"],
    ["2026-11-21", "il y a 3 jours"],
    ["2026-10-10", "il y a 45 jours"],
    ["2026-08-01", "il y a 3 mois"],
    ["2023-11-01", "il y a 3 ans"],
    ["2027-11-30", "dans 12 mois"],
  ])("%s is %s", (day, text) => expect(seen(relativeDay(day, "2026-11-24"))).toBe(text));
});

describe("moments, in Paris", () => {
  it.each([
    ["2026-11-24T13:30:00Z", "14 h 30"],
    ["2026-07-24T12:30:00Z", "14 h 30"],
    ["2026-11-24T08:00:00Z", "9 h"],
    ["2026-11-24T08:05:00Z", "9 h 05"],
    ["2026-11-23T23:00:00Z", "0 h"],
  ])("%s reads « %s »", (instant, text) => expect(seen(timeOf(instant))).toBe(text));

  test("day and time together", () => {
    expect(seen(dayAndTime("2026-11-23T23:30:00Z"))).toBe("mardi 24 novembre à 0 h 30");
    expect(seen(numericDayAndTime(new Date("2026-11-24T13:30:00Z")))).toBe("24/11/2026 à 14 h 30");
    expect(seen(clockTime("09:00"))).toBe("9 h");
  });

  it.each([
    ["2026-11-24T13:29:40Z", "à l'instant"],
    ["2026-11-24T13:25:00Z", "il y a 5 min"],
    ["2026-11-24T10:00:00Z", "il y a 3 h"],
    ["2026-11-23T22:30:00Z", "hier"],
    ["2026-11-21T10:00:00Z", "il y a 3 jours"],
    ["2026-11-24T14:00:00Z", "dans 30 min"],
    ["2026-11-26T08:00:00Z", "dans 2 jours"],
  ])("%s, at half past two, reads « %s »", (instant, text) =>
    expect(seen(relativeTime(instant, "2026-11-24T13:30:00Z"))).toBe(text),
  );

  test("a few minutes over midnight stay minutes", () =>
    expect(seen(relativeTime("2026-11-23T22:50:00Z", "2026-11-23T23:10:00Z"))).toBe("il y a 20 min"));
});
