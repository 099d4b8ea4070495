import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan } from "~/visits/planner/plan";
import type { Problem } from "~/visits/planner/problem";
import { bestInsertions, costOfForcing } from "~/visits/planner/questions";
import { repair } from "~/visits/planner/repair";
import { HOUR, weekOf } from "./week-of";
import { weeks } from "./weeks";

const options = { seed: 1, budget: { iterations: 300 } };

describe("two doctors under one roof", () => {
  const week = weekOf([{ at: 60 }, { at: 60, score: 8 }, { at: -60, score: 20 }], [{ returnsBy: 12 * HOUR }]);

  it("share the way: the second costs its visit and nothing else", () => {
    const alone: Problem = { ...week, candidates: week.candidates.slice(0, 2) };
    const before = plan({ ...alone, candidates: alone.candidates.slice(0, 1) }, options);
    expect(bestInsertions(alone, before, { day: 0 })).toMatchObject([{ candidate: "d1", extraSeconds: HOUR / 2 }]);
    const [first, second] = plan(alone, options).days[0]!.stops;
    expect(second!.arrivesAt).toBe(first!.endsAt);
  });

  it("are left together when one elsewhere is worth more than both", () => {
    const before = plan(week, options);
    expect(before.days[0]!.stops.map(({ candidate }) => candidate)).toEqual(["d2"]);
    expect(costOfForcing(week, before, "d0")).toMatchObject({ dropped: ["d2"], scoreChange: -10 });
  });
});

/** A week, locks included, with its plan less one visit that is not locked; null where it has none. */
function withAHole(week: Problem) {
  const before = plan(week, options);
  if (before.conflicts.length > 0) return null;
  const locked = new Set(week.locks.map(({ candidate }) => candidate));
  for (const [day, itinerary] of before.days.entries()) {
    const gone = itinerary?.stops.find(({ candidate }) => candidate !== null && !locked.has(candidate));
    if (!itinerary || !gone) continue;
    const stops = itinerary.stops.filter((stop) => stop !== gone);
    const days = before.days.map((each, d) => (d === day ? { ...itinerary, stops } : each));
    return { day, gone: gone.candidate!, plan: { ...before, days } };
  }
  return null;
}

describe("questions about a plan with locks", () => {
  it("offer the visit that was there again, and only what a repair can keep", () => {
    fc.assert(
      fc.property(weeks({ candidates: 12, days: 3 }), (week) => {
        const hole = withAHole(week);
        if (!hole) return;
        const offers = bestInsertions(week, hole.plan, { day: hole.day }, 20);
        expect(offers.map(({ candidate }) => candidate)).toContain(hole.gone);
        const [best] = offers;
        const start = { from: best!.startsAt, to: best!.startsAt };
        const locks = [...week.locks, { candidate: best!.candidate, day: hole.day, start }];
        expect(repair({ ...week, locks }, hole.plan, options).plan.conflicts).toEqual([]);
      }),
      { numRuns: 60, seed: 20260305 },
    );
  });

  it("never push a locked visit out", () => {
    fc.assert(
      fc.property(weeks({ candidates: 12, days: 3 }), (week) => {
        const before = plan(week, options);
        const locked = week.locks.map(({ candidate }) => candidate);
        for (const { candidate } of before.unplanned) {
          const dropped = costOfForcing(week, before, candidate)?.dropped ?? [];
          expect(dropped.filter((id) => locked.includes(id))).toEqual([]);
        }
      }),
      { numRuns: 60, seed: 20260306 },
    );
  });
});
