import { describe, expect, test } from "vitest";
import {
  assistantLeave,
  earliestEndOn,
  groupBelowP30,
  relocation,
  specialtyChange,
  waitingPeriodEndsOn,
} from "~/contracts/events";
import { renewal, runningVersion } from "~/contracts/running-version";
import { isAidBlocked, secretaryReplacementDueOn } from "~/contracts/secretary";
import { coordinatedPracticeDueOn, trainingDeadlines } from "~/contracts/training";
import { av7 } from "~/eligibility/versions/av7";
import { conv2024 } from "~/eligibility/versions/conv2024";
import { ra2023 } from "~/eligibility/versions/ra2023";

describe("the assistant is away", () => {
  const status = (months: number | null, replaced: boolean | null = false, agreementRefused = false) =>
    assistantLeave({ months, replaced, agreementRefused }).contractStatus;

  test("under two months nothing, over three suspended, in between the caisse decides", () => {
    expect([0, 1.9, 2, 3, 3.1, 4].map((months) => status(months))).toEqual([
      "ACTIVE",
      "ACTIVE",
      null,
      null,
      "SUSPENDED",
      "SUSPENDED",
    ]);
  });

  test("a replaced assistant changes nothing; what is not known is for the caisse", () => {
    expect(status(6, true)).toBe("ACTIVE");
    expect([status(6, null), status(null), status(6, false, true)]).toEqual([null, null, null]);
    expect(assistantLeave({ months: 2.5, replaced: false, agreementRefused: false })).toMatchObject({
      amendmentRequired: null,
      askFund: true,
    });
  });
});

describe("the doctor moves or ends", () => {
  test("too far within the département starts afresh, elsewhere no text says", () => {
    expect(relocation({ sameDepartement: true, continuityPossible: false })).toEqual(specialtyChange());
    expect(relocation({ sameDepartement: true, continuityPossible: true }).contractStatus).toBe("ACTIVE");
    expect(relocation({ sameDepartement: false, continuityPossible: false })).toMatchObject({
      contractStatus: null,
      askFund: true,
    });
    expect(relocation({ sameDepartement: true, continuityPossible: null }).askFund).toBe(true);
  });

  test("notice runs to the last day of a short month", () => {
    expect(earliestEndOn("2024-03-01")).toBe("2024-05-01");
    expect(earliestEndOn("2024-12-31")).toBe("2025-02-28");
  });

  test("two years wait after a collective contract", () => {
    expect(waitingPeriodEndsOn("2028-02-29")).toBe("2030-02-28");
  });

  test("under P30 alone is no ground, under its own level is", () => {
    expect([false, true, null].map((below) => groupBelowP30(below).terminationGround)).toEqual([
      false,
      true,
      "unknown",
    ]);
  });
});

describe("deadlines", () => {
  test("training: three years, then two, from the hire", () => {
    expect(trainingDeadlines(ra2023, { hiredOn: "2023-06-01", profile: "SECRETAIRE_MEDICALE" })).toEqual({
      startDueOn: "2025-06-01",
      qualificationDueOn: "2026-06-01",
      acceptedQualification: "CQP",
    });
    expect(trainingDeadlines(conv2024, { hiredOn: "2024-06-22", profile: "AIDE_SOIGNANT" })).toEqual({
      startDueOn: null,
      qualificationDueOn: "2026-06-22",
      acceptedQualification: "FAE",
    });
  });

  test("an assistant hired before the convention: the texts do not say", () => {
    expect(trainingDeadlines(conv2024, { hiredOn: "2024-06-21", profile: null })).toEqual({
      startDueOn: null,
      qualificationDueOn: null,
      acceptedQualification: null,
    });
  });

  test("a promoted secretary is replaced within six months, without a delay under avenant 7", () => {
    const blocked = (monthsSinceStart: number | null, replacedOrOutsourced: boolean | null = false) =>
      isAidBlocked("CONV2024", { replacedOrOutsourced, monthsSinceStart });
    expect([blocked(6), blocked(7), blocked(7, true), blocked(7, null), blocked(null)]).toEqual([
      false,
      true,
      false,
      "unknown",
      "unknown",
    ]);
    expect(isAidBlocked("AV7", { replacedOrOutsourced: false, monthsSinceStart: 12 })).toBe("unknown");
    expect(secretaryReplacementDueOn("CONV2024", "2025-08-31")).toBe("2026-02-28");
    expect(secretaryReplacementDueOn("AV7", "2020-08-31")).toBeNull();
  });

  test("coordinated practice is only owed under avenant 7", () => {
    expect(coordinatedPracticeDueOn(av7, "2021-01-11")).toBe("2023-01-11");
    expect(coordinatedPracticeDueOn(conv2024, "2025-01-11")).toBeNull();
  });
});

test("a contract keeps its text until its term, unless the doctor asked to switch", () => {
  const on = (day: string, asked = false) => runningVersion("2022-02-01", day, asked)?.id;
  expect([on("2023-06-01"), on("2023-06-01", true), on("2025-01-01", true)]).toEqual(["AV7", "RA2023", "CONV2024"]);
  expect([on("2027-01-31"), on("2027-02-01"), on("2021-01-01", true)]).toEqual(["AV7", "CONV2024", "AV7"]);
  expect(renewal("2019-09-02")).toMatchObject({
    renewableOn: "2024-09-02",
    version: { id: "CONV2024" },
    objective: "unknown",
  });
});
