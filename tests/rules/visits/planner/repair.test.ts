import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { violations } from "~/visits/planner/checker";
import { plan } from "~/visits/planner/plan";
import { repair } from "~/visits/planner/repair";
import { HOUR, weekOf } from "./week-of";
import { weeks } from "./weeks";

const options = { seed: 1, budget: { iterations: 500 } };

describe("mending a plan", () => {
  const week = weekOf(
    [
      { at: 20, score: 20 },
      { at: 60, score: 20 },
      { at: 90, score: 20 },
      { at: -20, score: 20 },
      { at: -60, score: 20 },
      { at: 62, score: 5 },
      { at: 64, score: 6 },
    ],
    [{ maxVisits: 3 }, { maxVisits: 2 }],
  );
  const before = plan(week, options);

  it("changes nothing when nothing happened", () => {
    const { plan: after, diff } = repair(week, before, options);
    expect(diff).toMatchObject({ moved: [], added: [], dropped: [] });
    expect(after.days).toEqual(before.days);
  });

  it("fills the hole of a cancelled visit and leaves the others where they were", () => {
    const gone = "d1";
    const without = { ...week, candidates: week.candidates.filter(({ id }) => id !== gone) };
    const { diff } = repair(without, before, options);
    expect(diff.dropped).toEqual([gone]);
    expect(diff.added).toEqual(["d6"]);
    // A shift of half an hour is the most that the price of changes lets pass for nothing.
    for (const { from, to } of diff.moved) {
      expect(to.day).toBe(from.day);
      expect(Math.abs(to.startsAt - from.startsAt)).toBeLessThanOrEqual(HOUR / 2);
    }
    expect(diff.kept.length + diff.moved.length).toBe(4);
  });

  it("makes room for a new appointment", () => {
    const lock = { candidate: "d5", day: 0, start: { from: 10.5 * HOUR, to: 10.5 * HOUR } };
    const { plan: after, diff } = repair({ ...week, locks: [lock] }, before, options);
    expect(after.days[0]!.stops.find(({ candidate }) => candidate === "d5")).toMatchObject({ startsAt: 10.5 * HOUR });
    expect(diff.added).toContain("d5");
    expect(diff.kept.length + diff.moved.length).toBeGreaterThanOrEqual(4);
  });

  it("says so when the new appointments cannot all be kept", () => {
    const at = (candidate: string) => ({ candidate, day: 0, start: { from: 10 * HOUR, to: 10 * HOUR } });
    const { plan: after } = repair({ ...week, locks: [at("d0"), at("d4")] }, before, options);
    expect(after.conflicts).toMatchObject([{ kind: "incompatible", candidates: ["d0", "d4"] }]);
  });

  it("leaves the other days alone when one day is named", () => {
    fc.assert(
      fc.property(weeks({ candidates: 12, days: 3 }), fc.nat(2), (random, day) => {
        const first = plan(random, options);
        if (first.conflicts.length > 0) return;
        const gone = first.days[day]?.stops.find(
          ({ candidate }) => candidate !== null && random.locks.every((lock) => lock.candidate !== candidate),
        );
        const without = { ...random, candidates: random.candidates.filter(({ id }) => id !== gone?.candidate) };
        const { plan: after } = repair(without, first, { ...options, days: [day] });
        expect(violations(without, after)).toEqual([]);
        for (const other of [0, 1, 2]) if (other !== day) expect(after.days[other]).toEqual(first.days[other]);
      }),
      { numRuns: 60, seed: 20260302 },
    );
  });

  it("keeps every rule when a day is lost and the hours of another shrink", () => {
    fc.assert(
      fc.property(weeks({ candidates: 12, days: 3, locks: false }), (random) => {
        const first = plan(random, options);
        const shorter = random.days.map((day, d) => ({
          ...day,
          works: day.works && d !== 0,
          returnsBy: d === 1 ? 15 * HOUR : day.returnsBy,
        }));
        const changed = { ...random, days: shorter };
        expect(violations(changed, repair(changed, first, options).plan)).toEqual([]);
      }),
      { numRuns: 60, seed: 20260303 },
    );
  });
});
