import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { armOf, designEffect } from "~/campaigns/results/arm";
import { newcombe, widened, wilson } from "~/campaigns/results/interval";
import { uplift } from "~/campaigns/results/uplift";
import { draw, seeded } from "./campaigns-by-chance";

describe("intervals against published figures", () => {
  it("Wilson: 81 of 263, Newcombe 1998", () => {
    const { low, high } = wilson({ share: 81 / 263, size: 263 }, 1.959964);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
  });
  it("Newcombe's difference: 56 of 70 less 48 of 80", () => {
    const { low, high } = newcombe({ share: 0.8, size: 70 }, { share: 0.6, size: 80 }, 1.959964);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.0524", "0.3339"]);
  });
  it("Student's quantiles from ten degrees on", () => {
    expect(widened(1.959964, 10)).toBeCloseTo(2.228, 2);
    expect(widened(1.959964, 30)).toBeCloseTo(2.042, 2);
    expect(widened(3, 100)).toBeGreaterThan(3);
  });
});

const practices = fc.array(
  fc
    .integer({ min: 1, max: 6 })
    .chain((doctors) => fc.record({ doctors: fc.constant(doctors), successes: fc.integer({ min: 0, max: doctors }) })),
  { minLength: 5, maxLength: 60 },
);

describe("properties", () => {
  it("the interval holds the difference, stays a difference of shares, and swaps with its sides", () => {
    fc.assert(
      fc.property(practices, practices, fc.boolean(), (one, other, isFinal) => {
        const there = uplift(armOf(one), armOf(other), isFinal);
        const back = uplift(armOf(other), armOf(one), isFinal);
        expect(there.interval!.low).toBeLessThanOrEqual(there.difference + 1e-12);
        expect(there.interval!.high).toBeGreaterThanOrEqual(there.difference - 1e-12);
        expect(there.interval!.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.interval!.high).toBeLessThanOrEqual(1 + 1e-12);
        expect(back.interval!.low).toBeCloseTo(-there.interval!.high, 9);
      }),
    );
  });
  it("what is concluded early is concluded at the end", () => {
    fc.assert(
      fc.property(practices, practices, (one, other) => {
        const early = uplift(armOf(one), armOf(other), false).verdict;
        if (early !== "undecided") expect(uplift(armOf(one), armOf(other), true).verdict).toBe(early);
      }),
    );
  });
  it("practices of one doctor have no design effect; practices all alike count once each", () => {
    const single = armOf(Array.from({ length: 200 }, (_, i) => ({ doctors: 1, successes: i % 4 === 0 ? 1 : 0 })));
    expect(designEffect([single, single])).toBeCloseTo(1, 1);
    const alike = armOf(Array.from({ length: 200 }, (_, i) => ({ doctors: 4, successes: i % 4 === 0 ? 4 : 0 })));
    expect(designEffect([alike, alike])).toBe(4);
  });
  it("fewer than five practices kept aside decide nothing", () => {
    const few = armOf(Array.from({ length: 4 }, () => ({ doctors: 1, successes: 0 })));
    const many = armOf(Array.from({ length: 400 }, () => ({ doctors: 1, successes: 1 })));
    expect(uplift(many, few, true)).toMatchObject({ verdict: "too-small", interval: null });
  });
});

describe("campaigns by chance", () => {
  const share = (count: number, of: number) => count / of;
  for (const [name, given] of Object.entries({
    "visits, colleagues alike": { practices: 400, rate: 0.12, alike: 0.3, holdout: 0.1 },
    "rare contracts": { practices: 700, rate: 0.02, alike: 0.2, holdout: 0.1 },
    "a small sector, half kept aside": { practices: 60, rate: 0.2, alike: 0.5, holdout: 0.5 },
  })) {
    it(`A/A, ${name}: at most 5 % of 600 conclude`, () => {
      const random = seeded(20261122);
      let wrong = 0;
      for (let campaign = 0; campaign < 600; campaign++) {
        const { letter, holdout } = draw(random, { ...given, effect: 0 });
        const { verdict } = uplift(letter, holdout, true);
        if (verdict === "more" || verdict === "less") wrong++;
      }
      // Two standard errors of a count of 600 above 5 %.
      expect(share(wrong, 600)).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 600));
    });
  }
  it("looked at every week of eight, an A/A campaign still concludes wrongly at most 5 % of the time", () => {
    const random = seeded(8);
    let wrong = 0;
    for (let campaign = 0; campaign < 500; campaign++) {
      const weeks = draw(random, { practices: 400, rate: 0.16, alike: 0.3, holdout: 0.2, effect: 0 }).byWeek;
      if (weeks.some(({ letter, holdout }, week) => /more|less/.test(uplift(letter, holdout, week === 7).verdict)))
        wrong++;
    }
    expect(share(wrong, 500)).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 500));
  });
  it("a planted effect is found, with its sign and, on the average, its size", () => {
    const random = seeded(5);
    let [found, covered, sum] = [0, 0, 0];
    for (let campaign = 0; campaign < 300; campaign++) {
      const { letter, holdout } = draw(random, { practices: 900, rate: 0.08, alike: 0.2, holdout: 0.3, effect: 0.08 });
      const seen = uplift(letter, holdout, true);
      if (seen.verdict === "more") found++;
      if (seen.interval!.low <= 0.08 && seen.interval!.high >= 0.08) covered++;
      expect(seen.verdict).not.toBe("less");
      sum += seen.difference;
    }
    expect(share(found, 300)).toBeGreaterThan(0.9);
    expect(share(covered, 300)).toBeGreaterThan(0.92);
    expect(sum / 300).toBeCloseTo(0.08, 2);
  });
});
