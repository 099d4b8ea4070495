import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { violations } from "~/visits/planner/checker";
import { plan } from "~/visits/planner/plan";
import type { Candidate, Problem } from "~/visits/planner/problem";
import { bestInsertions, costOfForcing } from "~/visits/planner/questions";
import { repair } from "~/visits/planner/repair";
import { bestScore } from "./exact";
import { HOUR, weekOf } from "./week-of";
import { weeks } from "./weeks";

const options = { seed: 1, budget: { iterations: 400 } };
const runs = (numRuns: number) => ({ numRuns, seed: 20260304 });
const anyDay = (...ids: string[]) => ids.map((candidate) => ({ candidate, day: null }));
const onlyOn = (day: number, from: number, to: number): Candidate["windows"] =>
  [0, 1].map((d) => (d === day ? [{ from: from * HOUR, to: to * HOUR }] : []));
const dayOf = ({ days }: ReturnType<typeof plan>, id: string) =>
  days.findIndex((day) => day?.stops.some(({ candidate }) => candidate === id));

describe("a doctor to be seen this week, whatever the day", () => {
  const far = { at: 100, score: 1 };
  const near = { at: 10, score: 90, service: 5 * HOUR };

  it("is visited although others are worth more", () => {
    const week = weekOf([far, near, near], [{}, {}]);
    expect(dayOf(plan(week, options), "d0")).toBe(-1);
    const answer = plan({ ...week, locks: anyDay("d0") }, options);
    expect(dayOf(answer, "d0")).toBeGreaterThanOrEqual(0);
    expect(answer.score).toBe(91);
  });

  it("goes where the other locked visits leave room, even when the obvious day is taken", () => {
    // Either day holds two long visits; the two that could go anywhere must leave the first day to the two that cannot.
    const long = { at: 0, service: 3.5 * HOUR };
    const week = weekOf([long, long, { ...long, windows: onlyOn(0, 9, 17) }, long], [{}, {}]);
    const answer = plan({ ...week, locks: anyDay("d0", "d1", "d2", "d3") }, options);
    expect(answer.conflicts).toEqual([]);
    expect(dayOf(answer, "d2")).toBe(0);
  });

  it("stays in when the week is mended, and pushes others out when it is new", () => {
    const week = weekOf([far, near, near], [{}, {}]);
    const before = plan(week, options);
    const locked: Problem = { ...week, locks: anyDay("d0") };
    const { plan: after, diff } = repair(locked, before, options);
    expect(diff.added).toEqual(["d0"]);
    expect(diff.dropped).toHaveLength(1);
    expect(repair(locked, after, { ...options, days: [1 - dayOf(after, "d0")] }).diff).toMatchObject({ dropped: [] });
  });

  it("is never what another visit would cost", () => {
    const week = weekOf([far, near], [{}]);
    const locked: Problem = { ...week, locks: anyDay("d0") };
    const answer = plan(locked, options);
    expect(answer.unplanned).toMatchObject([{ candidate: "d1", reason: "blocked_by_locked" }]);
    expect(costOfForcing(locked, answer, "d1")).toBeNull();
    expect(bestInsertions(locked, answer, { day: 0 })).toEqual([]);
  });

  it("is always kept: by a plan, and by repairs of any day", () => {
    fc.assert(
      fc.property(weeks({ candidates: 10, days: 3 }), fc.nat(9), fc.nat(2), (week, which, day) => {
        const id = `d${which % week.candidates.length}`;
        const before = plan(week, options);
        if (before.conflicts.length > 0 || week.locks.some(({ candidate }) => candidate === id)) return;
        const locked: Problem = { ...week, locks: [...week.locks, ...anyDay(id)] };
        expect(violations(locked, plan(locked, options))).toEqual([]);
        expect(violations(locked, repair(locked, before, options).plan)).toEqual([]);
        expect(violations(locked, repair(locked, before, { ...options, days: [day] }).plan)).toEqual([]);
      }),
      runs(60),
    );
  });

  it("is refused exactly when no week holds all of them", () => {
    fc.assert(
      fc.property(weeks({ candidates: 7, days: 2, locks: false }), fc.nat(7), (week, first) => {
        const locks = anyDay(...week.candidates.map(({ id }) => id).filter((_, i) => i <= first));
        const locked = { ...week, locks };
        const { conflicts, score } = plan(locked, { seed: 2, budget: { iterations: 1500 } });
        expect(conflicts.length > 0 ? -1 : score).toBe(bestScore(locked));
      }),
      runs(100),
    );
  });
});

describe("a doctor to be seen whom no day can hold", () => {
  const conflictsOf = (week: Problem, ...ids: string[]) => plan({ ...week, locks: anyDay(...ids) }, options).conflicts;

  it("is named with the day that lacks least, who is there, and the minutes missing", () => {
    const week = weekOf(
      [
        { at: 60, service: 4 * HOUR },
        { at: -60, service: 4 * HOUR },
        { at: -60, service: 4 * HOUR },
      ],
      [{}, { returnsBy: 18 * HOUR }],
    );
    // 8 hours of visits and 4 on the road: 3 hours more than the second day has; the two on one side go together on none.
    expect(conflictsOf(week, "d0", "d1", "d2")).toEqual([
      { kind: "no_room", day: 1, candidates: ["d2", "d1"], missingSeconds: HOUR },
    ]);
  });

  it("is named with the number of visits as the matter", () => {
    const week = weekOf([{ at: 10 }, { at: 10 }, { at: 10 }], [{ maxVisits: 1 }, { maxVisits: 1 }]);
    expect(conflictsOf(week, "d0", "d1", "d2")).toMatchObject([{ kind: "no_room", missingSeconds: 0 }]);
  });

  it("is said to be closed, out of reach or not plannable", () => {
    const days = [{}, { returnsBy: 18 * HOUR }];
    const week = weekOf([{ at: 10, windows: [[], []] }, { at: 260 }, { at: 10, excluded: true }], days);
    expect(conflictsOf(week, "d0")).toMatchObject([{ kind: "no_window", day: null, candidates: ["d0"] }]);
    expect(conflictsOf(week, "d1")).toEqual([
      { kind: "out_of_reach", day: 1, candidates: ["d1"], missingSeconds: 10 * 60 },
    ]);
    expect(conflictsOf(week, "d2")).toMatchObject([{ kind: "not_plannable", day: null }]);
    expect(conflictsOf(week, "d9")).toMatchObject([{ kind: "not_plannable", day: null }]);
  });

  it("counts as pinned when one day alone is open: the two that exclude each other are named", () => {
    const week = weekOf(
      [
        { at: 60, windows: onlyOn(0, 11, 11) },
        { at: -60, windows: onlyOn(0, 13, 13) },
      ],
      [{}, {}],
    );
    expect(conflictsOf(week, "d0", "d1")).toEqual([
      { kind: "incompatible", day: 0, candidates: ["d0", "d1"], missingSeconds: HOUR / 2 },
    ]);
  });

  it("names two addresses of one doctor", () => {
    const week = weekOf(
      [
        { at: 10, group: "one" },
        { at: 20, group: "one" },
      ],
      [{}, {}],
    );
    expect(conflictsOf(week, "d1", "d0")).toEqual([
      { kind: "same_doctor", day: null, candidates: ["d0", "d1"], missingSeconds: 0 },
    ]);
  });
});

it("a booked appointment after the way home could be kept lacks what the hours of the day lack", () => {
  const week = weekOf([{ at: 60 }]);
  week.locks.push({ candidate: "d0", day: 0, start: { from: 16 * HOUR, to: 16 * HOUR } });
  expect(plan(week, options).conflicts).toEqual([
    { kind: "out_of_reach", day: 0, candidates: ["d0"], missingSeconds: HOUR / 2 },
  ]);
});
