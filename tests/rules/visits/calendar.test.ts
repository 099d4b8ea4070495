import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, weekday } from "~/calendar/day";
import { instantAt } from "~/calendar/zoned";
import { type CalendarFacts, calendarWeeks, countsOf } from "~/visits/calendar/calendar-days";
import { countsInWords, dayLabel, shadeOf, wordOf } from "~/visits/calendar/entry-words";
import { dateAsked, dayByKey, isInside, periodOf, periodTitle, stepped } from "~/visits/calendar/period";

const TODAY = "2026-11-24";
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const anyDay = fc.integer({ min: -3_000, max: 1_500 }).map((after) => addDays(TODAY, after));
const anyView = fc.constantFrom("mois", "semaine");

describe("a period", () => {
  test("is made of whole weeks that follow one another and hold the day asked for", () => {
    fc.assert(
      fc.property(anyView, anyDay, (view, date) => {
        const { weeks } = periodOf(view, date);
        const days = weeks.flat();
        expect(days).toEqual(days.map((_, after) => addDays(days[0]!, after)));
        expect(weekday(days[0]!)).toBe(1);
        expect(days).toContain(date);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(weeks.length).toBeGreaterThanOrEqual(view === "mois" ? 4 : 1);
        expect(weeks.length).toBeLessThanOrEqual(view === "mois" ? 6 : 1);
        expect(weeks.every((week) => week.some((day) => isInside({ view, date }, day)))).toBe(true);
      }),
    );
  });

  test("steps to the one beside it", () => {
    expect(stepped({ view: "mois", date: "2027-01-31" }, 1)).toBe("2027-02-28");
    expect(stepped({ view: "semaine", date: "2027-01-01" }, -1)).toBe("2026-12-25");
  });

  it.each([
    ["mois", "2026-08-15", "Août 2026"],
    ["semaine", "2026-11-24", "Du 23 nov. au 29 novembre 2026"],
    ["semaine", "2027-01-01", "Du 28 déc. au 3 janvier 2027"],
  ] as const)("%s of %s is called", (view, date, title) => {
    expect(plain(periodTitle({ view, date }))).toBe(title);
  });

  it.each(["1900-01-01", "9999-12-31", "2026-02-30", "demain", "", "2026-11-24T10:00", "2016-11-23"])(
    "is not asked for by « %s »",
    (asked) => expect(dateAsked(asked, TODAY)).toBeNull(),
  );

  test("of a reasonable day is shown", () => expect(dateAsked("2028-02-29", TODAY)).toBe("2028-02-29"));
});

test("each arrow leads back by the opposite one, and Home and End stay in their week", () => {
  const opposite = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft", ArrowUp: "ArrowDown", ArrowDown: "ArrowUp" };
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...(Object.keys(opposite) as (keyof typeof opposite)[])), (day, key) => {
      expect(dayByKey(opposite[key], dayByKey(key, day)!)).toBe(day);
      expect([dayByKey("Home", day)!, dayByKey("End", day)!].map(weekday)).toEqual([1, 7]);
    }),
  );
  expect(dayByKey("PageDown", "2027-01-31")).toBe("2027-02-28");
  expect(dayByKey("a", TODAY)).toBeNull();
});

type Visit = CalendarFacts["visits"][number];
function aVisit(day: string, minutes: number, given: Partial<Visit> = {}): Visit {
  const zone = given.zone ?? "Europe/Paris";
  const starts_at = instantAt(day, minutes, zone);
  return {
    id: `${day} ${minutes}`,
    starts_at,
    ends_at: new Date(starts_at.getTime() + 30 * 60_000),
    zone,
    state: "booked",
    firmness: "fixed",
    last_name: "LE GOFF",
    first_name: "ANNE",
    town: "SAINT-NAZAIRE",
    giver: null,
    ...given,
  };
}
const facts = (given: Partial<CalendarFacts> = {}): CalendarFacts => ({
  department: "44",
  today: TODAY,
  ownerId: "me",
  visits: [],
  absences: [],
  covers: [],
  ...given,
});
const dayOf = (given: Partial<CalendarFacts>, day: string, view: "mois" | "semaine" = "semaine") =>
  calendarWeeks(periodOf(view, day), facts(given))
    .flat()
    .find((each) => each.day === day)!;

describe("a day of the calendar", () => {
  it("holds its visits in order, on the wall of the practice", () => {
    const visits = [aVisit(TODAY, 540), aVisit(TODAY, 870, { state: "done" })];
    const [first, second] = dayOf({ visits }, TODAY).visits;
    expect(first).toMatchObject({ from: 540, to: 570, doctor: "Dr\u00a0Anne Le Goff", town: "Saint-Nazaire" });
    expect(second).toMatchObject({ from: 870, state: "done" });
  });

  it("is the day of the practice: an evening in La Réunion is not the afternoon of Paris", () => {
    const visit = aVisit("2026-11-25", 60, { zone: "Indian/Reunion" });
    expect(dayOf({ visits: [visit] }, "2026-11-25").visits).toMatchObject([{ from: 60, to: 90 }]);
    expect(dayOf({ visits: [visit] }, "2026-11-24").visits).toEqual([]);
  });

  it("keeps its length on the day the clocks change", () => {
    const visits = [aVisit("2027-03-28", 540), aVisit("2026-10-25", 540)];
    expect(dayOf({ visits }, "2027-03-28").visits).toMatchObject([{ from: 540, to: 570 }]);
    expect(dayOf({ visits }, "2026-10-25").visits).toMatchObject([{ from: 540, to: 570 }]);
  });

  it("names the holiday of its département, and only there", () => {
    expect(dayOf({ department: "67" }, "2026-12-26").holiday).toBe("Saint-Étienne");
    expect(dayOf({ department: "44" }, "2026-12-26").holiday).toBeNull();
    expect(dayOf({ department: "974" }, "2026-12-20").holiday).toBe("Abolition de l'esclavage");
  });

  it("says who is away and who stands in for whom", () => {
    const days = { fromOn: "2026-11-23", toOn: TODAY };
    const day = dayOf(
      {
        absences: [{ ...days, part: "morning" }],
        covers: [
          { ...days, absentId: "me", absent: "Moi", by: "Julie" },
          { ...days, absentId: "her", absent: "Anne", by: "Moi" },
        ],
      },
      TODAY,
    );
    expect(day.absence).toBe("Absence le matin");
    expect(day.covers).toEqual(["Remplacement par Julie", "Remplacement de Anne"]);
    expect(plain(dayLabel(day))).toBe(
      "mardi 24 novembre, aujourd'hui, absence le matin, remplacement par Julie, remplacement de Anne",
    );
  });

  it("shows a visit handed over before its doctor may be read", () => {
    const visit = aVisit(TODAY, 540, { last_name: null, first_name: null, town: null, giver: "Éric Robert" });
    expect(dayOf({ visits: [visit] }, TODAY).visits).toMatchObject([
      { doctor: "Visite confiée", town: null, giver: "Éric Robert" },
    ]);
  });

  it("counts cancelled visits without showing them, and days of neighbouring months not at all", () => {
    const visits = [
      aVisit(TODAY, 540),
      aVisit(TODAY, 600, { state: "cancelled" }),
      aVisit(TODAY, 700, { state: "missed" }),
      aVisit("2026-12-01", 540),
    ];
    const weeks = calendarWeeks(periodOf("mois", TODAY), facts({ visits }));
    expect(countsOf(weeks)).toEqual({ proposed: 0, booked: 1, done: 0, missed: 1, cancelled: 1 });
    expect(plain(countsInWords(countsOf(weeks)))).toBe("1 prévue · 1 manquée · 1 annulée");
    expect(weeks.flat().find(({ day }) => day === "2026-12-01")?.visits.length).toBe(1);
    expect(countsInWords(countsOf(calendarWeeks(periodOf("mois", "2026-08-01"), facts())))).toBe("Aucune visite");
  });
});

test("each state and firmness has a look and a word of its own", () => {
  const cases = [
    ["booked", "fixed"],
    ["booked", "day"],
    ["booked", "week"],
    ["proposed", "suggestion"],
    ["done", "fixed"],
    ["missed", "fixed"],
  ] as const;
  const looks = cases.map(([state, firmness]) => shadeOf({ state, firmness }));
  const words = cases.map(([state, firmness]) => wordOf({ state, firmness }));
  expect(new Set(looks).size).toBe(cases.length);
  expect(new Set(words).size).toBe(cases.length);
});
