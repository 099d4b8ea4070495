import { describe, expect, it } from "vitest";
import { plan } from "~/visits/planner/plan";
import type { Problem } from "~/visits/planner/problem";
import { bestInsertions, costOfForcing } from "~/visits/planner/questions";
import { HOUR, weekOf } from "./week-of";

const options = { seed: 1, budget: { iterations: 300 } };
const reasonFor = (problem: Problem, id: string) =>
  plan(problem, options).unplanned.find(({ candidate }) => candidate === id);

describe("why a doctor is not in the plan", () => {
  it("tells what keeps a doctor out whatever the plan", () => {
    const week = weekOf([
      { at: 10 },
      { at: 10, excluded: true },
      { at: 10, place: null },
      { at: 10, windows: [[]] },
      { at: 300 },
      { at: 10, group: "same", score: 5 },
      { at: 10, group: "same" },
    ]);
    expect(
      plan(week, options).unplanned.map(({ candidate, reason, instead }) => [candidate, reason, ...instead]),
    ).toEqual([
      ["d1", "excluded"],
      ["d2", "no_location"],
      ["d3", "no_window_in_period"],
      ["d4", "out_of_reach"],
      ["d5", "other_address_planned", "d6"],
    ]);
  });

  it("tells that the day has its number of visits", () => {
    const week = weekOf([{ at: 10 }, { at: 10, score: 1 }], [{ maxVisits: 1 }]);
    expect(reasonFor(week, "d1")).toMatchObject({ reason: "day_full" });
  });

  it("tells that locked appointments leave no room", () => {
    const week = weekOf([{ at: 100, service: 4 * HOUR }, { at: -100 }]);
    week.locks.push({ candidate: "d0", day: 0, start: { from: 11 * HOUR, to: 11 * HOUR } });
    expect(reasonFor(week, "d1")).toMatchObject({ reason: "blocked_by_locked" });
  });

  it("names the visit that would have to go, with the score and the minutes it costs", () => {
    const week = weekOf([
      { at: 200, score: 50 },
      { at: -100, score: 20 },
    ]);
    const forcing = { candidate: "d1", day: 0, dropped: ["d0"], scoreChange: -30, extraSeconds: -200 * 60 };
    expect(reasonFor(week, "d1")).toMatchObject({ reason: "lower_value", instead: ["d0"], forcing });
    expect(costOfForcing(week, plan(week, options), "d1")).toMatchObject(forcing);
  });

  it("has nothing to say about forcing a doctor already visited or out of reach", () => {
    const week = weekOf([{ at: 10 }, { at: 300 }]);
    const answer = plan(week, options);
    expect([
      costOfForcing(week, answer, "d0"),
      costOfForcing(week, answer, "d1"),
      costOfForcing(week, answer, "nobody"),
    ]).toEqual([null, null, null]);
  });
});

describe("locks that contradict each other", () => {
  it("names the two appointments and the minutes missing", () => {
    const week = weekOf([{ at: 60 }, { at: -60 }]);
    week.locks.push({ candidate: "d0", day: 0, start: { from: 11 * HOUR, to: 11 * HOUR } });
    week.locks.push({ candidate: "d1", day: 0, start: { from: 13 * HOUR, to: 13 * HOUR } });
    const answer = plan(week, options);
    // 30 minutes with the first, two hours on the road, and only two hours between the two.
    expect(answer.conflicts).toEqual([
      { kind: "incompatible", day: 0, candidates: ["d0", "d1"], missingSeconds: 30 * 60 },
    ]);
    expect(answer.days).toEqual([null]);
  });

  it("names a lock on a day off, on a doctor unknown, out of reach or locked twice", () => {
    const locked = (...locks: Problem["locks"]) => {
      const week = weekOf([{ at: 10, group: "one" }, { at: 20, group: "one" }, { at: 300 }], [{}, { works: false }]);
      return plan({ ...week, locks }, options).conflicts.map(({ kind, candidates }) => [kind, ...candidates]);
    };
    expect(locked({ candidate: "d0", day: 1 })).toEqual([["day_off", "d0"]]);
    expect(locked({ candidate: "d9", day: 0 })).toEqual([["not_plannable", "d9"]]);
    expect(locked({ candidate: "d2", day: 0 })).toEqual([["out_of_reach", "d2"]]);
    expect(locked({ candidate: "d0", day: 0 }, { candidate: "d1", day: 0 })).toEqual([["same_doctor", "d0", "d1"]]);
  });

  it("names a day too short for its lunch", () => {
    const week = weekOf([{ at: 10 }], [{ lunch: { from: 16.5 * HOUR, to: 17 * HOUR, length: HOUR } }]);
    expect(plan(week, options).conflicts).toEqual([
      { kind: "day_too_short", day: 0, candidates: [], missingSeconds: 30 * 60 },
    ]);
  });
});

describe("the best insertions for a hole", () => {
  const week = weekOf([
    { at: 30 },
    { at: 35, score: 40 },
    { at: 31, score: 12 },
    { at: -60, score: 30 },
    { at: 30, windows: [[{ from: 15 * HOUR, to: 16 * HOUR }]] },
  ]);
  const before = { ...plan(week, options) };
  before.days = [
    {
      departsAt: 9 * HOUR,
      returnsAt: 10.5 * HOUR,
      stops: [{ candidate: "d0", arrivesAt: 9.5 * HOUR, startsAt: 9.5 * HOUR, endsAt: 10 * HOUR }],
    },
  ];

  it("ranks them by score squared over time, with hours and shifts", () => {
    const [first, ...others] = bestInsertions(week, before, { day: 0 });
    expect(first).toMatchObject({ candidate: "d1", score: 40, extraSeconds: 40 * 60 });
    expect(others.map(({ candidate }) => candidate)).toEqual(["d3", "d2", "d4"]);
    expect(bestInsertions(week, before, { day: 0 }, 2)).toHaveLength(2);
  });

  it("keeps to the hours asked for", () => {
    expect(bestInsertions(week, before, { day: 0, from: 14.5 * HOUR }).map(({ candidate }) => candidate)).toEqual([
      "d4",
    ]);
  });
});
