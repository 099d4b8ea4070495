import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/calendar/day";
import { instantAt } from "~/calendar/zoned";
import { holdOf } from "~/visits/hold";
import { violations } from "~/visits/planner/checker";
import type { Plan } from "~/visits/planner/itinerary";
import { plan } from "~/visits/planner/plan";
import { type PlanInput, problemOf, type Seeable, startWindows } from "~/visits/problem-of";
import type { Span } from "~/visits/setting";
import { USUAL_SETTING } from "~/visits/setting";
import { visitValue } from "~/visits/urgency";
import { workingSpan } from "~/visits/working-days";

const MONDAY = "2026-11-30";
const DAYS = [0, 1, 2, 3, 4].map((after) => addDays(MONDAY, after));
const PLACES = 12;

const span = (min: number, max: number) =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min: 30, max: 240 }))
    .map(([from, length]): Span => [from, from + length]);
const openings = fc.array(
  fc.oneof(
    fc.constant([]),
    span(480, 600).map((morning) => [morning]),
    fc.tuple(span(480, 600), span(860, 900)),
  ),
  {
    minLength: 5,
    maxLength: 5,
  },
);
const hold = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      day: fc.integer({ min: 0, max: 4 }),
      minutes: fc.integer({ min: 96, max: 220 }).map((n) => n * 5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ day: fc.integer({ min: 0, max: 4 }), minutes: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.constant({ day: null }) },
);
const seeable = fc.record({
  value: fc.integer({ min: 0, max: 100 }),
  minutes: fc.constantFrom(20, 30, 45),
  place: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: PLACES }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  openings,
  hold,
});
const input = fc
  .record({
    spans: fc.array(
      fc.oneof({ weight: 5, arbitrary: fc.constant([510, 1050] as Span) }, { weight: 1, arbitrary: fc.constant(null) }),
      { minLength: 5, maxLength: 5 },
    ),
    seeable: fc.array(seeable, { maxLength: 25 }),
    legs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: (PLACES + 1) ** 2, maxLength: (PLACES + 1) ** 2 }),
    mostVisits: fc.integer({ min: 1, max: 8 }),
    lunchMinutes: fc.constantFrom(0, 45, 60),
  })
  .map(({ spans, seeable: seen, legs, mostVisits, lunchMinutes }): PlanInput => {
    const size = PLACES + 1;
    return {
      days: DAYS.map((day, index) => ({ day, span: spans[index]! })),
      setting: { ...USUAL_SETTING, mostVisits, lunch: { ...USUAL_SETTING.lunch, minutes: lunchMinutes } },
      seeable: seen.map((each, index) => ({ ...each, id: `${each.hold ? "v" : "d"}:${index}` })),
      travel: {
        size,
        seconds: Int32Array.from(legs, (leg, i) => (i % (size + 1) === 0 ? 0 : leg * 300)),
        source: "estimate",
      },
    };
  });

describe("a week read as a problem", () => {
  it("gives a plan that keeps every lock, opening and working hour, or says which locks do not go together", () => {
    fc.assert(
      fc.property(input, (given) => {
        const problem = problemOf(given);
        const made = plan(problem, { seed: 1, budget: { iterations: 60 } });
        expect(violations(problem, made)).toEqual([]);
        if (made.conflicts.length > 0) {
          expect(given.seeable.some((each) => each.hold !== null)).toBe(true);
          return;
        }
        for (const each of given.seeable) keepsPromise(each, stopOf(made, each.id));
        keepsHours(given, made.days);
      }),
      { numRuns: 150 },
    );
  });

  it("takes in minutes only, so every hour is whole", () => {
    fc.assert(
      fc.property(input, (given) => {
        const made = plan(problemOf(given), { seed: 1, budget: { iterations: 20 } });
        for (const day of made.days) for (const { startsAt } of day?.stops ?? []) expect(startsAt % 60).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("widens the day of an appointment out of hours, and gives up a lunch it fills", () => {
    const given = anInput([{ hold: { day: 0, minutes: 1_080 } }, { hold: { day: 1, minutes: 720 }, minutes: 120 }]);
    const [monday, tuesday] = problemOf(given).days;
    expect(monday!.returnsBy).toBe((1_080 + 30 + 10) * 60);
    expect([monday!.lunch !== null, tuesday!.lunch]).toEqual([true, null]);
  });

  it("keeps the time of an appointment nobody can place, and counts no way to it", () => {
    const problem = problemOf(anInput([{ hold: { day: 0, minutes: 600 }, place: null }, { place: null }]));
    expect(problem.candidates.map(({ place }) => place)).toEqual([0, null]);
    expect(plan(problem, { seed: 1, budget: { iterations: 20 } }).conflicts).toEqual([]);
  });

  it("opens as long as the whole visit fits", () => {
    expect(
      startWindows(
        [
          [540, 570],
          [600, 620],
        ],
        1_800,
      ),
    ).toEqual([{ from: 32_400, to: 32_400 }]);
  });
});

interface Seen {
  readonly day: number;
  readonly startsAt: number;
}

function stopOf(made: Plan, id: string): Seen | undefined {
  return made.days
    .flatMap((day, index) => (day?.stops ?? []).map((stop) => ({ ...stop, day: index })))
    .find(({ candidate }) => candidate === id);
}

/** Held visits are there, on their day and at their minute; the others only where they are worth it and it is open. */
function keepsPromise(each: Seeable, stop: Seen | undefined): void {
  const { hold: held, value } = each;
  if (held) expect(stop && (held.day === null || held.day === stop.day)).toBe(true);
  if (!stop) return;
  expect(value > 0 || held !== null).toBe(true);
  const minutes = held !== null && "minutes" in held ? held.minutes : null;
  if (minutes === null) expect(isOpen(each, stop)).toBe(true);
  else expect(stop.startsAt).toBe(minutes * 60);
}

function isOpen({ openings: spans, minutes }: Seeable, stop: Seen): boolean {
  return spans[stop.day]!.some(([from, to]) => from * 60 <= stop.startsAt && stop.startsAt + minutes * 60 <= to * 60);
}

function keepsHours(given: PlanInput, days: Plan["days"]): void {
  given.days.forEach(({ span: hours }, index) => {
    const isFixed = given.seeable.some(
      ({ hold: held }) => held?.day === index && "minutes" in held && held.minutes !== null,
    );
    const day = days[index];
    if (isFixed || !day || day.stops.length === 0) return;
    expect(hours !== null && day.departsAt >= hours[0] * 60 && day.returnsAt <= hours[1] * 60).toBe(true);
  });
}

function anInput(seen: Partial<Seeable>[]): PlanInput {
  const size = seen.length + 1;
  return {
    days: DAYS.map((day) => ({ day, span: [510, 1050] as Span })),
    setting: USUAL_SETTING,
    seeable: seen.map((each, i) => ({
      id: `v:${i}`,
      value: 10,
      minutes: 30,
      place: i + 1,
      openings: DAYS.map(() => [[540, 720] as Span]),
      hold: null,
      ...each,
    })),
    travel: {
      size,
      seconds: Int32Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 0 : 600)),
      source: "estimate",
    },
  };
}

describe("how firmly a visit stands", () => {
  const now = new Date("2026-12-01T10:00Z");
  const visit = {
    starts_at: instantAt("2026-12-02", 600, "Europe/Paris"),
    zone: "Europe/Paris",
    state: "booked",
    firmness: "fixed",
  } as const;
  it.each([
    [{}, { day: 2, minutes: 600 }],
    [{ firmness: "day" }, { day: 2, minutes: null }],
    [{ firmness: "week" }, { day: null }],
    [{ firmness: "suggestion", state: "proposed" }, null],
    [
      { firmness: "week", state: "done" },
      { day: 2, minutes: 600 },
    ],
    [
      { firmness: "week", starts_at: instantAt(MONDAY, 540, "Europe/Paris") },
      { day: 0, minutes: 540 },
    ],
    [{ starts_at: instantAt("2026-12-09", 600, "Europe/Paris") }, null],
    [
      { starts_at: instantAt("2026-12-02", 600, "Indian/Reunion"), zone: "Indian/Reunion" },
      { day: 2, minutes: 600 },
    ],
  ] as const)("%o", (given, held) => expect(holdOf({ ...visit, ...given }, DAYS, now)).toEqual(held));
});

describe("the value of a visit", () => {
  const facts = { priority: 80, lastMetOn: null, lastResult: null, promisedOn: null, chanceFactor: 1 };
  const value = (given: object) => visitValue({ ...facts, ...given }, MONDAY, "2026-12-04");
  it.each([
    [{}, 80],
    [{ priority: 0 }, 1],
    [{ promisedOn: "2026-12-03" }, 240],
    [{ promisedOn: "2026-12-07" }, 240],
    [{ promisedOn: "2026-12-08" }, 0],
    [{ promisedOn: "2026-11-20" }, 320],
    [{ lastMetOn: "2026-11-10", lastResult: "later" }, 0],
    [{ lastMetOn: "2026-09-01", lastResult: "later" }, 40],
    [{ lastMetOn: "2025-09-01", lastResult: "later" }, 80],
    [{ lastMetOn: "2025-09-01", lastResult: "refused" }, 0],
    [{ lastMetOn: "2026-11-20", lastResult: "absent" }, 96],
    [{ chanceFactor: 1.5 }, 120],
    [{ chanceFactor: 0.5, lastMetOn: "2026-09-01", lastResult: "later" }, 20],
    [{ chanceFactor: 2, lastMetOn: "2025-09-01", lastResult: "refused" }, 0],
    [{ chanceFactor: 0.5, promisedOn: "2026-12-03" }, 240],
  ])("of %o is %i", (given, worth) => expect(value(given)).toBe(worth));

  it("grows with the time since the last visit", () => {
    const met = (day: string) => value({ lastMetOn: day, lastResult: "later" });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 700 }), (a, b) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
        expect(met(addDays(MONDAY, -later))).toBeGreaterThanOrEqual(met(addDays(MONDAY, -sooner)));
      }),
    );
  });
});

describe("a working day", () => {
  const hours = USUAL_SETTING;
  const before = { day: "2026-11-27", minutes: 600 };
  const away = (part: "day" | "morning" | "afternoon") => [{ fromOn: MONDAY, toOn: MONDAY, part }];
  it.each([
    [MONDAY, [], before, false, [510, 1050]],
    ["2026-12-05", [], before, false, null],
    [MONDAY, [], before, true, null],
    [MONDAY, away("day"), before, false, null],
    [MONDAY, away("morning"), before, false, [780, 1050]],
    [MONDAY, away("afternoon"), before, false, [510, 780]],
    [MONDAY, [...away("morning"), ...away("afternoon")], before, false, null],
    [MONDAY, [], { day: MONDAY, minutes: 601 }, false, [605, 1050]],
    [MONDAY, [], { day: MONDAY, minutes: 1_100 }, false, null],
    [MONDAY, [], { day: "2026-12-01", minutes: 0 }, false, null],
  ] as const)("case %#", (day, absences, now, isHoliday, expected) =>
    expect(workingSpan(day, hours, absences, now, isHoliday)).toEqual(expected),
  );
});
