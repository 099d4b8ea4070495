import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAFFING_OPTIONS } from "~/aids/options";
import { bandFromCount } from "~/aids/percentiles";
import { collectiveAmountCents, collectiveObjective } from "~/aids/schedules/collective-2026";
import { type AidRequest, simulate } from "~/aids/simulate";
import { addDays } from "~/calendar/day";
import { PERCENTILE_BANDS } from "~/eligibility/doctor-facts";

const euros = (request: AidRequest) => simulate(request).years.map(({ maxCents }) => (maxCents ?? 0) / 100);

describe("the published totals over five years", () => {
  test.each([
    ["2023-05-01", "0.5", "P30_P50", [18000, 13500, 11000, 11000, 11000]],
    ["2025-01-06", "0.5", "P30_P50", [19000, 14000, 11000, 11000, 11000]],
    ["2025-01-06", "0.5", "P90_P95", [19000, 14000, 13000, 13000, 13000]],
    ["2025-01-06", "0.5", "GTE_P95", [19000, 19000, 19000, 19000, 19000]],
    ["2025-01-06", "1", "P30_P90", [38000, 28000, 22000, 22000, 22000]],
    ["2025-01-06", "1", "P90_P95", [38000, 28000, 26000, 26000, 26000]],
    ["2025-01-06", "1", "GTE_P95", [38000, 38000, 38000, 38000, 38000]],
    ["2020-10-05", "1", "P90_P95", [36000, 27000, 25000, 25000, 26000]],
    ["2020-10-05", "1", "GTE_P95", [36000, 36000, 36000, 36000, 38000]],
    ["2021-09-01", "1/3", "P90_P95", [12000, 9000, 8350, 8767, 8767]],
    ["2021-09-01", "1/3", "GTE_P95", [12000, 12000, 12000, 12600, 12600]],
  ] as const)("signed on %s, %s ETP, band %s", (signedOn, option, band, years) => {
    expect(euros({ signedOn, option, band })).toEqual(years);
    const total = years.reduce((sum, year) => sum + year, 0);
    expect(simulate({ signedOn, option, band }).totalMaxCents).toBe(total * 100);
  });
});

test("a running contract moves at its first anniversary on or after 22 June 2024", () => {
  const tables = (signedOn: string) =>
    simulate({ signedOn, option: "1", band: "P30_P50" })
      .years.map(({ scheduleId }) => scheduleId)
      .join("");
  expect(tables("2021-06-22")).toBe("AAABB");
  expect(tables("2021-06-21")).toBe("AAAAB");
  expect(tables("2019-06-21")).toBe("AAAAA");
  expect(tables("2024-06-22")).toBe("BBBBB");
});

test("from year 3 the amount is a ceiling, except for the largest lists", () => {
  const ceilings = (band: AidRequest["band"]) =>
    simulate({ signedOn: "2025-01-06", option: "1", band }).years.map(({ isCeiling }) => isCeiling);
  expect(ceilings("P30_P90")).toEqual([false, false, true, true, true]);
  expect(ceilings("GTE_P95")).toEqual(Array(5).fill(false));
});

test("what is not published stays unknown", () => {
  const { years, totalMinCents, totalMaxCents } = simulate({ signedOn: "2025-01-06", option: "1.5", band: "P30_P90" });
  expect(years.every(({ minCents, maxCents }) => minCents === null && maxCents === null)).toBe(true);
  expect([totalMinCents, totalMaxCents]).toEqual([null, null]);
});

test("a total is the sum of its years, and a range holds the figure of every band", () => {
  const signedOn = fc.integer({ min: 0, max: 3600 }).map((days) => addDays("2019-09-01", days));
  const option = fc.constantFrom(...STAFFING_OPTIONS);
  fc.assert(
    fc.property(signedOn, option, fc.constantFrom(...PERCENTILE_BANDS), (day, staffing, band) => {
      const known = simulate({ signedOn: day, option: staffing, band });
      const open = simulate({ signedOn: day, option: staffing, band: null });
      const cents = known.years.map(({ maxCents }) => maxCents);
      const sum = cents.includes(null) ? null : cents.reduce((total: number, each) => total + (each ?? 0), 0);
      expect([known.totalMinCents, known.totalMaxCents]).toEqual([sum, sum]);
      open.years.forEach(({ minCents, maxCents }, index) => {
        const figure = cents[index] ?? null;
        const holds = minCents === null || maxCents === null || figure === null;
        expect(holds || (minCents <= figure && figure <= maxCents)).toBe(true);
      });
    }),
  );
});

test("a count tells the band only under the median", () => {
  expect([774, 775, 1044, 1045, null].map((count) => bandFromCount(count, "CONV2024"))).toEqual([
    "BELOW_P30",
    "P30_P50",
    "P30_P50",
    null,
    null,
  ]);
  expect([639, 700].map((count) => bandFromCount(count, "AV7"))).toEqual(["BELOW_P30", null]);
});

test("a group is paid and expected to grow by full-time equivalent; half steps have no published price", () => {
  expect([1, 2, 3, 5].map((year) => collectiveAmountCents(2, year))).toEqual([7600000, 5600000, 4400000, 4400000]);
  expect(collectiveAmountCents(1.5, 1)).toBeNull();
  expect(collectiveObjective(4)).toEqual({ patientsMT: 1040, fileActive: 440, dueYears: 2 });
});
