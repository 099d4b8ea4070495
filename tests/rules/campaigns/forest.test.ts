import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forestScale } from "~/campaigns/results/forest";

const bound = fc.double({ min: -1, max: 1, noNaN: true });
const interval = fc.tuple(bound, bound).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

describe("the common scale of several intervals", () => {
  it("holds them all, and zero on a step", () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (intervals) => {
        const { from, to, ticks } = forestScale(intervals);
        expect(from).toBeLessThan(to);
        expect(ticks.some((tick) => Math.abs(tick) < 1e-12)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(8);
        for (const { low, high } of intervals) {
          expect(low).toBeGreaterThanOrEqual(from - 1e-9);
          expect(high).toBeLessThanOrEqual(to + 1e-9);
        }
      }),
    );
  });

  it("steps by round figures", () => {
    expect(forestScale([{ low: -0.013, high: 0.043 }]).ticks.map((tick) => Math.round(tick * 100))).toEqual([
      -2, 0, 2, 4, 6,
    ]);
  });
});
