import fc from "fast-check";
import { expect, it } from "vitest";
import { weekday } from "~/calendar/day";
import { holidayIn } from "~/calendar/holidays";
import { wallAt } from "~/calendar/zoned";
import { nextAllowed } from "~/campaigns/sending/window";

const PLACES = [
  { zone: "Europe/Paris", department: "44" },
  { zone: "Europe/Paris", department: "67" },
  { zone: "America/Martinique", department: "972" },
  { zone: "America/Cayenne", department: "973" },
  { zone: "Indian/Reunion", department: "974" },
  { zone: "Indian/Mayotte", department: "976" },
];
const YEAR_MINUTES = 366 * 24 * 60;

const moments = fc.record({
  now: fc.nat({ max: YEAR_MINUTES }).map((minute) => new Date(Date.UTC(2026, 0, 1) + minute * 60_000)),
  place: fc.constantFrom(...PLACES),
  window: fc
    .tuple(fc.integer({ min: 0, max: 1_380 }), fc.integer({ min: 60, max: 1_440 }))
    .map(([from, length]) => ({ from, to: Math.min(1_440, from + length) })),
});

it("gives an hour of the doctor's own working day, over a whole year and both clock changes", () => {
  fc.assert(
    fc.property(moments, ({ now, place, window }) => {
      const at = nextAllowed(now, place, window);
      const { day, minutes } = wallAt(at, place.zone);
      expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(weekday(day)).toBeLessThanOrEqual(5);
      expect(holidayIn(place.department, day)).toBeNull();
      expect(minutes).toBeGreaterThanOrEqual(window.from);
      expect(minutes).toBeLessThan(window.to);
      expect(nextAllowed(at, place, window)).toEqual(at);
    }),
    { numRuns: 3_000 },
  );
});

it("is not later than a moment that was already allowed", () => {
  fc.assert(
    fc.property(moments, fc.nat({ max: 20 * 24 * 60 }), ({ now, place, window }, later) => {
      const allowed = nextAllowed(new Date(now.getTime() + later * 60_000), place, window);
      expect(nextAllowed(now, place, window).getTime()).toBeLessThanOrEqual(allowed.getTime());
    }),
  );
});

it("is the moment itself when the whole day is allowed", () => {
  const sunday = new Date("2026-11-22T03:00:00Z");
  expect(nextAllowed(sunday, PLACES[0]!, null)).toEqual(sunday);
});

it("skips the days of Alsace and the abolition of slavery where they are kept", () => {
  const window = { from: 480, to: 1_140 };
  expect(nextAllowed(new Date("2026-12-26T09:00:00Z"), PLACES[1]!, window).toISOString()).toBe(
    "2026-12-28T07:00:00.000Z",
  );
  expect(nextAllowed(new Date("2026-05-22T13:00:00Z"), PLACES[2]!, window).toISOString()).toBe(
    "2026-05-26T12:00:00.000Z",
  );
});
