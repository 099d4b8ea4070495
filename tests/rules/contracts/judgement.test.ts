import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedThatDay, groupFactsOf, knownBy } from "~/contracts/judgement";
import { NOTHING_KNOWN } from "~/doctors/facts-of";

const GP = { ...NOTHING_KNOWN, specialty: "general-practice", zone: null };
const GROUP = { legalForm: "SCM", etp: 1, individualContracts: 0 };
const fact = fc.constantFrom(null, true, false);
const member = fc.record({
  fee_sector: fc.constantFrom(null, "1", "2", "3"),
  optam: fact,
  special_practice: fact,
  mt_total: fc.option(fc.integer({ min: 0, max: 3_000 })),
});

describe("what was known on the day of a signature", () => {
  it("leaves out what was measured later, and keeps what has no date", () => {
    const row = { ...GP, fee_sector: "1", mt_total: 900, optam: true, sources: {} };
    const sources = { fee_sector: { on: "2026-10-01" }, mt_total: { on: "2026-10-02" } };
    expect(knownBy({ ...row, sources }, "2026-10-01")).toMatchObject({ fee_sector: "1", mt_total: null, optam: true });
    expect(knownBy({ ...row, sources: null }, "2020-01-01")).toMatchObject({ fee_sector: "1", mt_total: 900 });
  });

  it("takes the counts stated, whole, and drops adults that would be more than all", () => {
    const row = { ...GP, mt_total: 900, mt_adult: 850, newly_settled: true };
    const counted = countedThatDay(row, { patients: 800, newlyInstalled: false });
    expect(counted).toMatchObject({ mt_total: 800, mt_adult: null, newly_settled: false });
    expect(countedThatDay(row, { patients: null, newlyInstalled: true })).toMatchObject(row);
  });
});

describe("a company as its members are known", () => {
  it("says yes only of all, no as soon as one is not, and otherwise asks", () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 6 }), (members) => {
        const facts = groupFactsOf(
          members.map((each) => ({ ...GP, ...each })),
          GROUP,
        );
        const particular = members.map(({ special_practice }) => special_practice);
        expect(facts.allGpNonMep === false).toBe(particular.includes(true));
        expect(facts.allGpNonMep === true).toBe(particular.every((each) => each === false));
        expect(facts.allAssociatesInOwnName).toBeNull();
        const lists = members.map(({ mt_total }) => mt_total);
        if (lists.includes(null)) expect(facts.meanPatientsMT).toBeNull();
        else {
          expect(facts.meanPatientsMT).toBeGreaterThanOrEqual(Math.min(...lists.map(Number)));
          expect(facts.meanPatientsMT).toBeLessThanOrEqual(Math.max(...lists.map(Number)));
        }
      }),
    );
  });
});
