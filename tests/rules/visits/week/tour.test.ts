import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan } from "~/visits/planner/plan";
import type { Lunch, PlanDay } from "~/visits/planner/problem";
import { planAsItStands, type Standing } from "~/visits/week/as-it-stands";
import { tourOf } from "~/visits/week/day-tour";
import { whyNot } from "~/visits/week/left-out";
import { aProblem } from "./problems";

const LUNCH: Lunch = { from: 43_200, to: 47_700, length: 2_700 };
const DAY: PlanDay = {
  id: "a",
  works: true,
  startPlace: 0,
  endPlace: 0,
  departsFrom: 30_600,
  returnsBy: 63_000,
  lunch: LUNCH,
  maxVisits: 8,
};
/** A quarter of an hour between any two doors. */
const TRAVEL = {
  size: 4,
  seconds: Int32Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? 0 : 900)),
  source: "estimate",
};
const at = (place: number, startsAt: number) => ({ id: `v:${place}`, place, startsAt, endsAt: startsAt + 1_800 });

describe("a day at the hours it has", () => {
  it("leaves in time for the first visit, and is back after the last", () => {
    const tour = tourOf(DAY, [at(1, 36_000), at(2, 39_600)], TRAVEL)!;
    expect(tour).toMatchObject({ departsAt: 35_100, returnsAt: 42_300, drivingSeconds: 2_700, lacksLunch: false });
    expect(tour.legs).toEqual([
      { seconds: 900, missing: 0 },
      { seconds: 900, missing: 0 },
    ]);
    expect(tour.lunch).toMatchObject({ after: 2, startsAt: 43_200 });
    expect(tourOf(DAY, [], TRAVEL)).toBeNull();
  });

  it("tells by how much an hour cannot be kept", () => {
    expect(tourOf(DAY, [at(1, 36_000), at(2, 38_000)], TRAVEL)!.legs[1]).toEqual({ seconds: 900, missing: 700 });
    expect(tourOf(DAY, [at(1, 36_000), at(2, 37_000)], TRAVEL)!.legs[1]!.missing).toBe(1_700);
  });

  it("puts the lunch between two visits, or says that it finds no place", () => {
    expect(tourOf(DAY, [at(1, 41_400), at(2, 50_400)], TRAVEL)!.lunch).toEqual({
      after: 1,
      startsAt: 43_200,
      endsAt: 45_900,
    });
    const full = [at(1, 41_400), at(2, 44_100), at(3, 46_800), at(1, 49_500)];
    expect(tourOf(DAY, full, TRAVEL)).toMatchObject({ lunch: null, lacksLunch: true });
    expect(tourOf({ ...DAY, lunch: null }, full, TRAVEL)!.lacksLunch).toBe(false);
  });
});

describe("a plan read back from its visits", () => {
  it("is the plan the engine made: no leg is short, and every answer about it holds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), fc.integer({ min: 1, max: 50 }), (doctors, seed) => {
        const problem = aProblem(doctors);
        problem.days = problem.days.map((day) => ({ ...day, lunch: LUNCH, maxVisits: 4 }));
        const made = plan(problem, { seed, budget: { iterations: 150 } });
        const standing: Standing[] = made.days.flatMap((day, index) =>
          day!.stops.flatMap(({ candidate, startsAt, endsAt }) =>
            candidate === null
              ? []
              : [{ id: candidate, day: index, place: Number(candidate.slice(2)) + 1, startsAt, endsAt }],
          ),
        );
        const read = planAsItStands(problem, standing);
        for (const [index, day] of read.days.entries()) {
          const tour = tourOf(
            problem.days[index]!,
            standing.filter((stop) => stop.day === index),
            problem.travel,
          );
          expect(tour === null || (!tour.lacksLunch && tour.legs.every(({ missing }) => missing === 0))).toBe(true);
          expect(day!.stops.length).toBe(tour === null ? 0 : made.days[index]!.stops.length);
        }
        const left = problem.candidates.find(({ id }) => !standing.some((stop) => stop.id === id));
        if (!left) return;
        const { why, forcing } = whyNot(problem, read, left.id, null);
        expect(["lower_value", "day_full", "out_of_reach", "not_found", "blocked_by_locked"]).toContain(why);
        for (const dropped of forcing?.dropped ?? []) expect(standing.map(({ id }) => id)).toContain(dropped);
      }),
      { numRuns: 25 },
    );
  });

  it("says why somebody is outside, before any question of time", () => {
    const problem = aProblem(6);
    const empty = planAsItStands(problem, []);
    expect(whyNot(problem, empty, "d:1", "refuses").why).toBe("refuses");
    expect(whyNot(problem, empty, "d:9", null).why).toBe("excluded");
    expect(whyNot(problem, empty, "d:1", null)).toMatchObject({ why: "not_found", forcing: { dropped: [] } });
    const [first, second, third] = problem.candidates;
    first!.place = null;
    second!.windows = [[], [], [], [], []];
    third!.windows = third!.windows.map(() => [{ from: 30_600, to: 30_601 }]);
    expect(problem.candidates.slice(0, 3).map(({ id }) => whyNot(problem, empty, id, null).why)).toEqual([
      "no_location",
      "no_window_in_period",
      "out_of_reach",
    ]);
  });

  it("tells a full day from a better visit, and from a week that is locked", () => {
    const problem = aProblem(2);
    problem.days = problem.days.slice(0, 1).map((day) => ({ ...day, maxVisits: 1 }));
    for (const candidate of problem.candidates) candidate.windows = candidate.windows.slice(0, 1);
    const seen: Standing = { id: "d:0", day: 0, place: 1, startsAt: 36_000, endsAt: 37_800 };
    const why = () => whyNot(problem, planAsItStands(problem, [seen]), "d:1", null).why;
    expect(why()).toBe("day_full");
    problem.days[0]!.maxVisits = 8;
    for (const candidate of problem.candidates) candidate.windows = [[{ from: 36_000, to: 36_000 }]];
    expect(why()).toBe("lower_value");
    problem.locks = [{ candidate: "d:0", day: 0, start: { from: 36_000, to: 36_000 } }];
    expect(why()).toBe("blocked_by_locked");
  });
});
