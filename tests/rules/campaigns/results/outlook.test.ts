import { describe, expect, it } from "vitest";
import { type Arm, armOf } from "~/campaigns/results/arm";
import { outlookOf } from "~/campaigns/results/outlook";
import { uplift } from "~/campaigns/results/uplift";

/** Practices of two, so many of which have one success. */
const arm = (practices: number, successes: number): Arm =>
  armOf(Array.from({ length: practices }, (_, i) => ({ doctors: 2, successes: i < successes ? 1 : 0 })));

describe("when a comparison will conclude", () => {
  it("names a day when the gap goes on growing", () => {
    const [letter, holdout] = [arm(900, 60), arm(100, 2)];
    expect(uplift(letter, holdout, false).verdict).toBe("undecided");
    const outlook = outlookOf(letter, holdout, { elapsed: 10, horizon: 60 });
    expect(outlook).toMatchObject({ kind: "in-days" });
    if (outlook.kind !== "in-days") return;
    expect(outlook.days).toBeGreaterThan(5);
    expect(outlook.days).toBeLessThanOrEqual(50);
  });
  it("says how many should have been kept aside when so few never will do", () => {
    const [letter, holdout] = [arm(950, 130), arm(20, 1)];
    const outlook = outlookOf(letter, holdout, { elapsed: 60, horizon: 60 });
    expect(outlook).toMatchObject({ kind: "larger-holdout" });
    if (outlook.kind !== "larger-holdout") return;
    expect(outlook.holdout).toBeGreaterThan(holdout.doctors);
    expect(outlook.holdout).toBeLessThan(970);
  });
  it("says how many doctors it would take when half of them would not do", () => {
    const outlook = outlookOf(arm(60, 8), arm(60, 6), { elapsed: 60, horizon: 60 });
    expect(outlook).toMatchObject({ kind: "more-doctors" });
    if (outlook.kind === "more-doctors") expect(outlook.doctors).toBeGreaterThan(240);
  });
  it("has nothing to announce without a gap", () => {
    expect(outlookOf(arm(900, 90), arm(100, 10), { elapsed: 60, horizon: 60 })).toEqual({ kind: "no-gap" });
    expect(outlookOf(arm(900, 0), arm(100, 0), { elapsed: 3, horizon: 60 })).toEqual({ kind: "no-gap" });
  });
  it("two practices kept aside are too few, and it says how many more", () => {
    expect(outlookOf(arm(900, 300), arm(2, 0), { elapsed: 20, horizon: 60 })).toMatchObject({ kind: "larger-holdout" });
  });
});
