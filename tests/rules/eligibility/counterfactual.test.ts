import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "~/eligibility/assess";
import { candidatesFor } from "~/eligibility/candidates";
import { applied, counterfactuals } from "~/eligibility/counterfactual";
import { COORDINATED_PRACTICES, type DoctorFacts, NO_FACTS, SECTORS, ZONES } from "~/eligibility/doctor-facts";
import { liftedSince } from "~/eligibility/lifted-since";
import { INDIVIDUAL_VERSIONS } from "~/eligibility/versions";
import { av7 } from "~/eligibility/versions/av7";
import { conv2024 } from "~/eligibility/versions/conv2024";

const GP: DoctorFacts = {
  ...NO_FACTS,
  specialty: "MEDECINE_GENERALE",
  sector: "1",
  newlyInstalled: false,
  mtTotal: 900,
};
const TODAY = "2026-11-24";

const flips = (facts: DoctorFacts, version = conv2024) =>
  counterfactuals(facts, version, TODAY).map(({ steps, verdict }) => [
    steps.map(({ sentence }) => sentence.replaceAll(/\s/g, " ")).join(" + "),
    verdict,
  ]);

describe("the smallest change", () => {
  test("twelve patients short", () => {
    expect(flips({ ...GP, mtTotal: 763 })).toEqual([
      ["Il manque 12 patients médecin traitant pour atteindre 775.", "yes"],
    ]);
  });

  test("sector 2 without Optam, alone and with patients missing", () => {
    expect(flips({ ...GP, sector: "2", optam: false })).toEqual([["Adhérer à l'Optam.", "yes"]]);
    expect(flips({ ...GP, sector: "2", optam: false, mtTotal: 770 })).toEqual([
      ["Adhérer à l'Optam. + Il manque 5 patients médecin traitant pour atteindre 775.", "yes"],
    ]);
  });

  test("a commitment is enough under avenant 7", () => {
    const facts: DoctorFacts = { ...GP, mtAdult: 700, groupPractice: true, coordinatedPractice: "NO" };
    expect(flips(facts, av7)).toEqual([
      ["S'engager dans une CPTS, une MSP ou une équipe de soins d'ici 2 ans.", "yes"],
    ]);
  });

  test("of somebody to be checked, each answer that makes a yes", () => {
    expect(flips({ ...GP, sector: null })).toEqual([
      ["Exercez-vous en secteur 1 ou en secteur 2 ? Si c'est le secteur 1.", "yes"],
      ["Exercez-vous en secteur 1 ou en secteur 2 ? Si c'est le secteur 2 avec l'Optam.", "yes"],
    ]);
  });

  test("what nobody can mend has none, and neither has a yes", () => {
    expect(flips({ ...GP, specialty: "RADIOLOGIE" })).toEqual([]);
    expect(flips({ ...GP, sector: "3" })).toEqual([]);
    expect(flips(GP)).toEqual([]);
  });

  test("a specialist without Optam becomes one to be checked, with the question that remains", () => {
    const [change] = counterfactuals({ ...GP, specialty: "CARDIOLOGIE", sector: "2", optam: false }, conv2024, TODAY);
    expect(change).toMatchObject({ verdict: "unknown", open: [expect.stringContaining("file active")] });
  });
});

test("what an earlier text held against the doctor, with the day it was lifted", () => {
  const alone: DoctorFacts = { ...GP, groupPractice: false, zone: "HZ", coordinatedPractice: "YES" };
  expect(liftedSince(alone, conv2024, TODAY).map((text) => text.replaceAll(/\s/g, " "))).toEqual([
    "Exercice regroupé : non exigé depuis le 1er mai 2023 ; sous l'avenant 7, exercice seul, hors des zones sous-denses.",
  ]);
  expect(liftedSince({ ...alone, zone: "ZIP" }, conv2024, TODAY)).toEqual([]);
  expect(liftedSince(alone, av7, "2020-01-06")).toEqual([]);
});

const maybe = <T>(...values: T[]) => fc.constantFrom(...values, null);
const anyFacts: fc.Arbitrary<DoctorFacts> = fc
  .record({
    specialty: maybe("MEDECINE_GENERALE", "MEDECINE_GENERALE", "CARDIOLOGIE", "CHIRURGIE", "RADIOLOGIE"),
    sector: maybe(...SECTORS),
    optam: maybe(true, false),
    zone: maybe(...ZONES),
    groupPractice: maybe(true, false),
    coordinatedPractice: maybe(...COORDINATED_PRACTICES),
    mtTotal: fc.option(fc.integer({ min: 500, max: 900 })),
    mtAdult: fc.option(fc.integer({ min: 500, max: 900 })),
    newlyInstalled: maybe(true, false),
    clinicalFeeShare12m: maybe(0.7, 0.8, 0.9),
    isMEP: maybe(true, false),
    replacementDoctor: maybe(true, false),
    mixedPractice: maybe(true, false),
    rqthOrAld: maybe(true, false),
  })
  .map((facts) => ({ ...NO_FACTS, ...facts }));

test("what is shown flips when applied, and nothing smaller does", () => {
  let shown = 0;
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...INDIVIDUAL_VERSIONS), (facts, version) => {
      const judge = (changed: DoctorFacts) => assess(changed, version, TODAY).verdict;
      const before = judge(facts);
      for (const { steps, verdict } of counterfactuals(facts, version, TODAY)) {
        shown++;
        expect(verdict).not.toBe(before);
        expect(judge(applied(facts, steps))).toBe(verdict);
        if (steps.length > 1) for (const step of steps) expect(judge(applied(facts, [step]))).not.toBe(verdict);
        expect(before).not.toBe(verdict === "unknown" ? "yes" : verdict);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(shown).toBeGreaterThan(500);
});

test("no single change that makes a yes is kept from the reader", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      if (assess(facts, conv2024, TODAY).verdict === "yes") return;
      const alone = candidatesFor(facts, conv2024).filter(
        (step) => assess(applied(facts, [step]), conv2024, TODAY).verdict === "yes",
      );
      const shown = counterfactuals(facts, conv2024, TODAY).filter(({ steps }) => steps.length === 1);
      if (alone.length > 0)
        expect(shown.map(({ steps }) => steps[0]!.sentence).sort()).toEqual(
          alone.map(({ sentence }) => sentence).sort(),
        );
    }),
    { numRuns: 1_000 },
  );
});
