import { describe, expect, test } from "vitest";
import { type AchievementRequest, achievementOf, isObjectiveDue } from "~/aids/achievement";
import { type ObjectiveRequest, objectivesOf } from "~/aids/objectives";
import { paymentsOf } from "~/aids/payments";
import { simulate } from "~/aids/simulate";

const AV7: ObjectiveRequest = {
  version: "AV7",
  signedOn: "2021-03-01",
  specialty: "MEDECINE_GENERALE",
  option: "0.5",
  newlyInstalled: false,
  ageAtSignature: null,
  mt: { band: "P70_P90", count: 1300 },
  fileActive: { band: "P70_P90", count: 2355 },
};
const CONV2024: ObjectiveRequest = { ...AV7, version: "CONV2024", signedOn: "2025-03-03" };

describe("objectives", () => {
  test("each measure follows its own band, patients are truncated", () => {
    expect(objectivesOf(AV7)).toMatchObject([
      { measure: "MT", pct: 12.5, patients: 162, status: "DERIVED" },
      { measure: "FILE_ACTIVE", pct: 12.5, patients: 294 },
    ]);
    expect(objectivesOf({ ...AV7, mt: { band: null, count: 1300 } })).toMatchObject([{ measure: "FILE_ACTIVE" }]);
  });

  test("a cell that was not found stays null, a disputed one too", () => {
    const cell = (band: "P50_P70" | "GTE_P95" | "P30_P90", option: "0.5" | "1") =>
      objectivesOf({ ...AV7, option, mt: { band, count: 1300 }, fileActive: { band: null, count: null } })[0];
    expect(cell("P50_P70", "0.5")).toMatchObject({ pct: null, patients: null, maintain: false, status: "UNKNOWN" });
    expect(cell("GTE_P95", "1")).toMatchObject({ pct: null, patients: null });
    expect(cell("P30_P90", "0.5")).toMatchObject({ pct: null, patients: null });
    expect(cell("GTE_P95", "0.5")).toMatchObject({ pct: 0, patients: 0, maintain: true, status: "CONFIRMED" });
  });

  test("the grid of the later texts was not found", () => {
    expect(objectivesOf(CONV2024)).toEqual([]);
    expect(objectivesOf({ ...CONV2024, ageAtSignature: 64 })).toEqual([]);
    expect(objectivesOf({ ...CONV2024, ageAtSignature: 65 })).toMatchObject([{ maintain: true, tolerancePercent: 10 }]);
  });

  test("a newly installed doctor reaches the median, then a second objective", () => {
    const days = (version: ObjectiveRequest["version"]) =>
      objectivesOf({ ...CONV2024, version, newlyInstalled: true }).map((each) =>
        each.kind === "target" ? [each.targetValue, each.dueOn] : [],
      );
    expect(days("AV7")).toEqual([[null, "2028-03-03"]]);
    expect(days("RA2023")).toEqual([
      [1045, "2028-03-03"],
      [null, "2029-03-03"],
    ]);
    expect(days("CONV2024")).toEqual([
      [1045, "2028-03-03"],
      [null, "2030-03-03"],
    ]);
    expect(objectivesOf({ ...CONV2024, specialty: "CARDIOLOGIE", newlyInstalled: true })[0]).toMatchObject({
      measure: "FILE_ACTIVE",
      targetValue: null,
    });
  });
});

describe("a year, once its objective is looked at", () => {
  const year3: AchievementRequest = { ...AV7, contractYear: 3, achievementRatio: null, observedPatientsMT: null };

  test("is due from year 3, and after three full years for a newly installed doctor", () => {
    expect([2, 3].map((contractYear) => isObjectiveDue({ ...year3, contractYear }))).toEqual([false, true]);
    const settling = { ...year3, newlyInstalled: true };
    expect([3, 4].map((contractYear) => isObjectiveDue({ ...settling, contractYear }))).toEqual([false, true]);
  });

  test("without a figure nothing is promised: from nothing to the ceiling", () => {
    expect(achievementOf(year3)).toEqual({ met: "unknown", minCents: 0, maxCents: 1050000, exactCents: null });
  });

  test("a list under the one at signature is missed under any grid, a longer one is not known to be enough", () => {
    const conv: AchievementRequest = { ...year3, ...CONV2024 };
    expect(achievementOf({ ...conv, observedPatientsMT: 1299 }).met).toBe("no");
    expect(achievementOf({ ...conv, observedPatientsMT: 1500 }).met).toBe("unknown");
  });

  test("a newly installed doctor is judged on the median", () => {
    const settled: AchievementRequest = { ...year3, ...CONV2024, newlyInstalled: true, contractYear: 4 };
    const met = (observedPatientsMT: number) => achievementOf({ ...settled, observedPatientsMT }).met;
    expect([met(1044), met(1045)]).toEqual(["no", "yes"]);
  });
});

describe("payments", () => {
  test("avenant 7: 70 % within 15 days of the hire, the rest on an unknown day", () => {
    const simulation = simulate({ signedOn: "2021-03-01", option: "1/3", band: "P30_P50" });
    expect(paymentsOf(simulation, { version: "AV7", signedOn: "2021-03-01", hiredOn: "2021-12-20" })).toEqual([
      { contractYear: 1, amountCents: 840000, when: "by", day: "2022-01-04" },
      { contractYear: 1, amountCents: 360000, when: "by", day: null },
    ]);
  });

  test("later texts: a month, an anniversary, two halves; only certain amounts are listed", () => {
    const terms = { version: "RA2023", signedOn: "2024-01-31", hiredOn: null } as const;
    const paid = (band: "P90_P95" | null) =>
      paymentsOf(simulate({ signedOn: terms.signedOn, option: "1", band }), terms);
    expect(paid("P90_P95").map(({ amountCents, day }) => [amountCents, day])).toEqual([
      [3600000, "2024-02-29"],
      [2800000, "2025-01-31"],
      [1300000, null],
      [1300000, null],
    ]);
    expect(paid(null)).toHaveLength(1);
  });
});
