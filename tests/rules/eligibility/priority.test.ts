import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "~/calendar/day";
import { type PriorityFacts, priorityOf } from "~/eligibility/priority";
import { DEFAULT_WEIGHTS, type Weights, weightProblems, zoneDominates } from "~/eligibility/weights";

const TODAY = "2025-06-02";

const weights: fc.Arbitrary<Weights> = fc.record({
  zip: fc.integer({ min: 0, max: 1000 }),
  zac: fc.integer({ min: 0, max: 1000 }),
  threshold: fc.integer({ min: 0, max: 1000 }),
  patients: fc.integer({ min: 0, max: 1000 }),
  colleagues: fc.integer({ min: 0, max: 1000 }),
  freshness: fc.integer({ min: 0, max: 1000 }),
  question: fc.integer({ min: 0, max: 1000 }),
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const facts: fc.Arbitrary<PriorityFacts> = fc.record({
  zone: maybe(fc.constantFrom("ZIP", "ZAC", "ZV", "HZ")),
  patients: maybe(fc.integer({ min: 0, max: 4000 })),
  threshold: fc.constantFrom(775, null),
  signedColleagues: fc.integer({ min: 0, max: 12 }),
  lastContactOn: maybe(fc.integer({ min: -30, max: 900 }).map((days) => addDays(TODAY, -days))),
  openCriteria: fc.integer({ min: 0, max: 6 }),
});

const open = fc.constantFrom("yes" as const, "unknown" as const);
const total = (each: PriorityFacts, by: Weights = DEFAULT_WEIGHTS) => priorityOf(each, "yes", by, TODAY).total;
const part = (each: PriorityFacts, code: string, by = DEFAULT_WEIGHTS) =>
  priorityOf(each, "yes", by, TODAY).parts.find((one) => one.code === code)!.points;

describe("whatever the facts and the weights", () => {
  test("a refused doctor is never first, any other counts for one at least", () => {
    fc.assert(
      fc.property(facts, weights, open, (each, by, verdict) => {
        expect(priorityOf(each, "no", by, TODAY).total).toBe(0);
        expect(priorityOf(each, verdict, by, TODAY).total).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test("the total is the sum of its parts, whole numbers within their maximum", () => {
    fc.assert(
      fc.property(facts, weights, (each, by) => {
        const { total: sum, parts } = priorityOf(each, "yes", by, TODAY);
        expect(sum).toBe(
          Math.max(
            1,
            parts.reduce((points, one) => points + one.points, 0),
          ),
        );
        expect(parts.every(({ points, max }) => Number.isInteger(points) && points >= 0 && points <= max)).toBe(true);
        expect(parts.every(({ sentence }) => sentence.endsWith("."))).toBe(true);
      }),
    );
  });

  test("one more signed colleague never takes points away", () => {
    fc.assert(
      fc.property(facts, weights, (each, by) => {
        const more = { ...each, signedColleagues: each.signedColleagues + 1 };
        expect(total(more, by)).toBeGreaterThanOrEqual(total(each, by));
      }),
    );
  });

  test("an older contact never takes points away, and none is worth the most", () => {
    fc.assert(
      fc.property(facts, weights, fc.integer({ min: 0, max: 400 }), (each, by, days) => {
        const recent = { ...each, lastContactOn: addDays(TODAY, -days) };
        const older = { ...each, lastContactOn: addDays(TODAY, -days - 1) };
        expect(total(older, by)).toBeGreaterThanOrEqual(total(recent, by));
        expect(total({ ...each, lastContactOn: null }, by)).toBeGreaterThanOrEqual(total(older, by));
      }),
    );
  });

  test("on either side of the line, nearer is never worth less", () => {
    fc.assert(
      fc.property(facts, weights, fc.integer({ min: 0, max: 700 }), (each, by, gap) => {
        const at = (patients: number) => part({ ...each, threshold: 775, patients }, "THRESHOLD", by);
        expect(at(775 + gap)).toBeGreaterThanOrEqual(at(775 + gap + 1));
        expect(at(775 - gap)).toBeGreaterThanOrEqual(at(775 - gap - 1));
      }),
    );
  });

  test("a longer list is never worth less on its own part", () => {
    fc.assert(
      fc.property(facts, weights, fc.integer({ min: 0, max: 3000 }), (each, by, patients) => {
        const at = (count: number) => part({ ...each, patients: count }, "PATIENTS", by);
        expect(at(patients + 1)).toBeGreaterThanOrEqual(at(patients));
      }),
    );
  });

  test("more open points are never worth more, once there is one", () => {
    fc.assert(
      fc.property(facts, weights, fc.integer({ min: 1, max: 6 }), (each, by, openCriteria) => {
        const at = (count: number) => total({ ...each, openCriteria: count }, by);
        expect(at(openCriteria)).toBeGreaterThanOrEqual(at(openCriteria + 1));
      }),
    );
  });

  test("a worse-served zone is never worth less, for weights that may be stored", () => {
    fc.assert(
      fc.property(facts, weights, (each, drawn) => {
        const by = { ...drawn, zac: Math.min(drawn.zac, drawn.zip) };
        expect(weightProblems(by)).toEqual({});
        const at = (zone: PriorityFacts["zone"]) => total({ ...each, zone }, by);
        expect(at("ZIP")).toBeGreaterThanOrEqual(at("ZAC"));
        expect(at("ZAC")).toBeGreaterThanOrEqual(at("HZ"));
      }),
    );
  });
});

describe("by default the zone dominates", () => {
  test("any ZIP doctor comes before any ZAC one, any ZAC one before the rest", () => {
    expect(zoneDominates(DEFAULT_WEIGHTS)).toBe(true);
    fc.assert(
      fc.property(facts, facts, open, open, (one, other, verdict, otherVerdict) => {
        const at = (each: PriorityFacts, zone: PriorityFacts["zone"], said: "yes" | "unknown") =>
          priorityOf({ ...each, zone }, said, DEFAULT_WEIGHTS, TODAY).total;
        expect(at(one, "ZIP", verdict)).toBeGreaterThan(at(other, "ZAC", otherVerdict));
        expect(at(one, "ZAC", verdict)).toBeGreaterThan(at(other, "HZ", otherVerdict));
        expect(at(one, "ZAC", verdict)).toBeGreaterThan(at(other, null, otherVerdict));
      }),
    );
  });

  test("the dial can be turned off", () => {
    expect(zoneDominates({ ...DEFAULT_WEIGHTS, freshness: 300 })).toBe(false);
    expect(zoneDominates({ ...DEFAULT_WEIGHTS, zac: 400 })).toBe(false);
  });
});

test("the parts of one doctor, worked by hand", () => {
  const doctor: PriorityFacts = {
    zone: "ZIP",
    patients: 763,
    threshold: 775,
    signedColleagues: 2,
    lastContactOn: addDays(TODAY, -45),
    openCriteria: 1,
  };
  const { total: sum, parts } = priorityOf(doctor, "unknown", DEFAULT_WEIGHTS, TODAY);
  // 60 × 138 / 150, 30 × 1 / 4, 30 × 2 / 3, 40 × 45 / 180.
  expect(parts.map(({ code, points }) => [code, points])).toEqual([
    ["ZONE", 400],
    ["THRESHOLD", 55],
    ["PATIENTS", 7],
    ["COLLEAGUES", 20],
    ["FRESHNESS", 10],
    ["QUESTION", 20],
  ]);
  expect(sum).toBe(512);
  expect(parts[1]!.sentence.replace(/[\u00a0\u202f]/g, " ")).toBe("Il manque 12 patients pour atteindre 775.");
});

test("weights are whole numbers in range, ZAC at most ZIP", () => {
  expect(weightProblems(DEFAULT_WEIGHTS)).toEqual({});
  expect(Object.keys(weightProblems({ ...DEFAULT_WEIGHTS, patients: 1.5, freshness: -1, question: 1001 }))).toEqual([
    "patients",
    "freshness",
    "question",
  ]);
  expect(weightProblems({ ...DEFAULT_WEIGHTS, zac: 401 })).toEqual({
    zac: "Une ZAC ne peut pas peser plus qu'une ZIP.",
  });
});
