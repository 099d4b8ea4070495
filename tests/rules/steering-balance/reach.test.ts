import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWeeks } from "~/calendar/week";
import { reach, type SectorPlan, type WeekAhead } from "~/steering/reach/reach";
import { recruits, renouncing } from "~/steering/reach/remedies";

const weeksOf = (workdays: readonly number[]): WeekAhead[] =>
  workdays.map((days, at) => ({ weekOn: addWeeks("2026-11-23", at), workdays: days }));
const aSector = (remaining: number, possible: readonly number[], id = 1): SectorPlan => ({
  id,
  name: `Secteur ${id}`,
  remaining,
  possible,
});

const cases = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }).chain((workdays) =>
  fc.record({
    weeks: fc.constant(weeksOf(workdays)),
    sectors: fc
      .array(
        fc.record({
          remaining: fc.integer({ min: 0, max: 800 }),
          possible: fc.array(fc.integer({ min: 0, max: 80 }), {
            minLength: workdays.length,
            maxLength: workdays.length,
          }),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((sectors) => sectors.map(({ remaining, possible }, at) => aSector(remaining, possible, at + 1))),
  }),
);

describe("reachability", () => {
  it("everything fits exactly when each sector has room for its own visits", () => {
    fc.assert(
      fc.property(cases, ({ weeks, sectors }) => {
        const { missing, lateFrom } = reach(weeks, sectors);
        const short = sectors.map(({ remaining, possible }) =>
          Math.max(0, remaining - possible.reduce((a, b) => a + b, 0)),
        );
        expect(missing).toBeCloseTo(short.reduce((a, b) => a + b, 0));
        expect(lateFrom === null).toBe(missing === 0);
      }),
    );
  });

  it("asks for every visit that remains, once, and one delegate more never makes it worse", () => {
    fc.assert(
      fc.property(cases, ({ weeks, sectors }) => {
        const told = reach(weeks, sectors);
        expect(told.weeks.reduce((sum, { wanted }) => sum + wanted, 0)).toBeCloseTo(told.remaining);
        const more = sectors.map((sector) => ({ ...sector, possible: sector.possible.map((each) => each + 3) }));
        expect(reach(weeks, more).missing).toBeLessThanOrEqual(told.missing);
      }),
    );
  });

  it("names the first week of a delay that is never caught up, not a short week made up later", () => {
    const weeks = weeksOf([5, 5, 5, 5]);
    expect(reach(weeks, [aSector(40, [0, 20, 10, 10])])).toMatchObject({ lateFrom: null, missing: 0 });
    expect(reach(weeks, [aSector(40, [0, 20, 10, 10])]).weeks[0]!.behind).toBe(10);
    expect(reach(weeks, [aSector(40, [10, 10, 4, 4])])).toMatchObject({ lateFrom: "2026-12-07", missing: 12 });
  });

  it("one sector does not work for another", () => {
    const told = reach(weeksOf([5, 5]), [aSector(20, [0, 0], 1), aSector(0, [50, 50], 2)]);
    expect(told.sectors.map(({ missing, lateFrom }) => [missing, lateFrom])).toEqual([
      [20, "2026-11-23"],
      [0, null],
    ]);
  });

  it("without a working day left, everything that remains is missing", () => {
    expect(reach(weeksOf([0]), [aSector(12, [0])])).toMatchObject({ missing: 12, lateFrom: "2026-11-23" });
    expect(reach([], [aSector(12, [])])).toMatchObject({ missing: 12, remaining: 12 });
  });
});

describe("what would make it fit", () => {
  it("is said only once the rule has found that it does", () => {
    fc.assert(
      fc.property(cases, ({ weeks, sectors }) => {
        const hired = recruits(weeks, sectors, () => weeks.map(({ workdays }) => workdays * 8));
        if (hired) expect([hired.reached.missing, hired.sectorNames.length]).toEqual([0, hired.delegates]);
        const fewer = renouncing(weeks, sectors, () => 0.5);
        if (fewer) {
          expect(fewer.reached.missing).toBe(0);
          expect(fewer.reached.remaining).toBeCloseTo(
            sectors.reduce((sum, { remaining }) => sum + remaining, 0) - fewer.visits,
          );
        }
      }),
    );
  });

  it("takes no more delegates than needed, and none when it fits", () => {
    const weeks = weeksOf([5, 5]);
    const eight = () => [40, 40];
    expect(recruits(weeks, [aSector(100, [10, 10])], eight)).toMatchObject({ delegates: 1 });
    expect(recruits(weeks, [aSector(101, [10, 10])], eight)).toMatchObject({ delegates: 2 });
    expect(recruits(weeks, [aSector(20, [10, 10])], eight)).toBeNull();
    expect(recruits(weeks, [aSector(20, [1, 1])], () => [0, 0])).toBeNull();
    expect(renouncing(weeks, [aSector(100, [40, 40])], () => 0.1)).toBeNull();
    expect(renouncing(weeks, [aSector(100, [40, 40])], () => 0.5)).toMatchObject({ visits: 20 });
  });
});
