import { describe, expect, test } from "vitest";
import { assess } from "~/eligibility/assess";
import { CRITERION_BITS, codesIn, masksOf } from "~/eligibility/criterion-bits";
import { type DoctorFacts, NO_FACTS } from "~/eligibility/doctor-facts";
import { explainVerdict, nextQuestion } from "~/eligibility/explain";
import { smallestChange } from "~/eligibility/smallest-change";
import { INDIVIDUAL_VERSIONS } from "~/eligibility/versions";
import { conv2024 } from "~/eligibility/versions/conv2024";

const VALUES = {
  specialty: ["MEDECINE_GENERALE", "CARDIOLOGIE", "CHIRURGIE", "RADIOLOGIE", null],
  sector: ["1", "2", "3", null],
  optam: [true, false, null],
  mtTotal: [774, 775, 900, null],
  mtAdult: [700, 800, null],
  newlyInstalled: [true, false, null],
  clinicalFeeShare12m: [0.75, 0.8, 0.9, null],
  isMEP: [true, null],
  replacementDoctor: [true, null],
} satisfies { [Key in keyof DoctorFacts]?: DoctorFacts[Key][] };

/** Every combination of the criteria that the 2024 convention reads. */
function* lattice(): Generator<DoctorFacts> {
  let all: DoctorFacts[] = [NO_FACTS];
  for (const [key, values] of Object.entries(VALUES))
    all = all.flatMap((facts) => values.map((value) => ({ ...facts, [key]: value })));
  yield* all;
}

describe("every combination under the 2024 convention", () => {
  const judged = [...lattice()].map((facts) => ({ facts, assessment: assess(facts, conv2024, "2025-01-06") }));

  test("a failure wins, a doubt is never a yes, and all of them are listed", () => {
    const wrong = judged.filter(({ assessment: { verdict, failing, unresolved, criteria } }) => {
      const expected = failing.length > 0 ? "no" : unresolved.length > 0 ? "unknown" : "yes";
      const doubts = criteria.filter((criterion) => criterion.verdict === "unknown").length;
      return verdict !== expected || doubts !== unresolved.length;
    });
    expect(judged).toHaveLength(5 * 4 * 3 * 4 * 3 * 3 * 4 * 2 * 2);
    expect(wrong).toEqual([]);
  });

  test("an eligible doctor is known to meet each line", () => {
    const eligible = judged.filter(({ assessment }) => assessment.verdict === "yes");
    expect(eligible.length).toBeGreaterThan(0);
    const doubtful = eligible.filter(({ facts }) => {
      const sector = facts.sector === "1" || (facts.sector === "2" && facts.optam === true);
      const reached = facts.mtTotal !== null ? facts.mtTotal >= 775 : facts.mtAdult !== null && facts.mtAdult >= 775;
      return !sector || facts.specialty === null || facts.replacementDoctor || !(facts.newlyInstalled || reached);
    });
    expect(doubtful).toEqual([]);
  });

  test("the two masks say the same as the codes", () => {
    const wrong = judged.filter(({ assessment }) => {
      const { failing, unresolved } = masksOf(assessment);
      const open = assessment.criteria.filter(({ verdict }) => verdict === "unknown").map(({ code }) => code);
      return (
        codesIn(failing).join() !== assessment.failing.join() ||
        codesIn(unresolved).join() !== CRITERION_BITS.filter((code) => open.includes(code)).join() ||
        open.some((code) => !(CRITERION_BITS as readonly string[]).includes(code))
      );
    });
    expect(wrong).toEqual([]);
  });

  test("the sentence on top opens with the verdict, a doubt comes with its question", () => {
    const opening = { yes: "Éligible selon ", no: "Non éligible", unknown: "À vérifier" };
    const wrong = judged.filter(({ assessment }) => {
      const question = nextQuestion(assessment);
      const asks = assessment.verdict === "unknown";
      return !explainVerdict(assessment).startsWith(opening[assessment.verdict]) || (question !== null) !== asks;
    });
    expect(wrong).toEqual([]);
  });

  test("what would have to change does lift the refusal", () => {
    // The count of adults and the MEP add nothing to a refusal.
    const refused = judged.filter(({ facts, assessment }) => {
      return assessment.verdict === "no" && facts.mtAdult === null && facts.isMEP === null;
    });
    const [mended, hopeless]: [typeof judged, typeof judged] = [[], []];
    for (const one of refused) (smallestChange(one.facts, conv2024, "2025-01-06") ? mended : hopeless).push(one);
    const mendable = (codes: readonly string[], facts: DoctorFacts) =>
      codes.every((code) => code !== "SPECIALTY_EXCLUDED" && code !== "REPLACEMENT_DOCTOR") && facts.sector !== "3";
    expect(mended.length).toBeGreaterThan(0);
    expect(mended.every(({ facts, assessment }) => mendable(assessment.failing, facts))).toBe(true);
    expect(hopeless.some(({ facts, assessment }) => mendable(assessment.failing, facts))).toBe(false);
  });
});

test.each(INDIVIDUAL_VERSIONS.map((version) => [version.id, version] as const))(
  "%s: nothing known is to be checked, never refused",
  (_id, version) => {
    const { verdict, failing } = assess(NO_FACTS, version, version.since);
    expect({ verdict, failing }).toEqual({ verdict: "unknown", failing: [] });
  },
);
