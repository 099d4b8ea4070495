import { describe, expect, it } from "vitest";
import { askedFact } from "~/doctors/asked-fact";
import { evidenceOf, seenAs } from "~/doctors/evidence";
import { type FactsRow, factsOf, NOTHING_KNOWN, priorityFactsOf } from "~/doctors/facts-of";
import { rowReason } from "~/doctors/row-reason";
import { assess } from "~/eligibility/assess";
import { masksOf } from "~/eligibility/criterion-bits";
import { NO_FACTS } from "~/eligibility/doctor-facts";
import { conv2024 } from "~/eligibility/versions/conv2024";

const TODAY = "2026-11-24";
const row = (given: Partial<FactsRow> = {}): FactsRow => ({
  ...NOTHING_KNOWN,
  specialty: "general-practice",
  zone: null,
  ...given,
});

describe("facts for the rules", () => {
  it("are unknown where the tables say nothing", () => {
    expect(factsOf(row())).toEqual({ ...NO_FACTS, specialty: "MEDECINE_GENERALE", underContract: false });
  });

  it("leave out what is not a word of the rules", () => {
    expect(factsOf(row({ fee_sector: "9", zone: "LUNE", coordinated: "MAYBE", optam_variant: "x" }))).toMatchObject({
      sector: null,
      zone: null,
      coordinatedPractice: null,
      optamVariant: null,
    });
  });

  it.each([
    [1000, 750, 0.25],
    [800, 800, 0],
    [700, 800, null],
    [0, 0, null],
    [800, null, null],
  ])("%s patients of whom %s adults: a share of children of %s", (mt_total, mt_adult, share) => {
    expect(factsOf(row({ mt_total, mt_adult })).shareUnder16).toBe(share);
  });

  it("rank general practitioners by declared patients, others by file active", () => {
    const more = { contacted_on: null, signed_colleagues: null };
    const gp = { ...row({ mt_adult: 700, active_count: 1500 }), ...more };
    expect(priorityFactsOf(gp, conv2024, 2)).toMatchObject({
      patients: 700,
      threshold: 775,
      signedColleagues: 0,
      openCriteria: 2,
    });
    const other = { ...row({ specialty: "cardiology", active_count: 1500 }), ...more };
    expect(priorityFactsOf(other, conv2024, 1)).toMatchObject({ patients: 1500, threshold: null });
  });
});

describe("the fact that answers the open question", () => {
  const asked = (given: Partial<FactsRow>) => askedFact(assess(factsOf(row(given)), conv2024, TODAY), row(given))?.fact;

  it.each([
    [{}, "fee_sector"],
    [{ fee_sector: "2" }, "optam"],
    [{ fee_sector: "1" }, "mt_total"],
    [{ fee_sector: "1", mt_adult: 600 }, "mt_total"],
    [{ fee_sector: "1", mt_total: 700 }, "newly_settled"],
    [{ fee_sector: "1", mt_total: 900 }, undefined],
    [{ fee_sector: "3" }, undefined],
    [{ fee_sector: "1", specialty: "surgery", active_count: 1 }, "clinical_share_pm"],
    [{ fee_sector: "1", specialty: "cardiology" }, null],
  ] as [Partial<FactsRow>, string | null | undefined][])("%o asks for %s", (given, fact) => {
    expect(asked(given)).toBe(fact);
  });
});

describe("the reason in the list", () => {
  const rankedAs = (given: Partial<FactsRow>) => {
    const assessment = assess(factsOf(row(given)), conv2024, TODAY);
    return { verdict: assessment.verdict, ...masksOf(assessment) };
  };

  it("admits that it is about to change when the facts did", () => {
    const stale = (verdict: string, mask: number) =>
      rowReason(row({ fee_sector: "1", mt_total: 900 }), { verdict, failing: mask, unresolved: mask }, conv2024);
    expect(stale("no", 4)).toBe("La réponse va être recalculée.");
    expect(stale("unknown", 4)).toBe("Un point reste à vérifier.");
  });

  it.each([
    [{ fee_sector: "1", mt_total: 900 }, /^900 patients MT pour un seuil de 775/],
    [{ fee_sector: "1", mt_total: 763, newly_settled: false }, /^Il manque 12 patients/],
    [{ fee_sector: "3", mt_total: 763, newly_settled: false }, /^Médecin non conventionné \(et 1 autre motif\)/],
    [{ fee_sector: "2" }, /Avez-vous adhéré à l'Optam/],
    [{ signed_on: "2026-01-01" }, /^Contrat déjà signé/],
  ] as [Partial<FactsRow>, RegExp][])("%o", (given, reason) => {
    expect(rowReason(row(given), rankedAs(given), conv2024).replace(/\s/g, " ")).toMatch(reason);
  });
});

describe("where a fact comes from", () => {
  const known = { directory_source: "Annuaire santé", directory_on: TODAY, zone_source: null, zone_on: null };

  it("is told only when the table says it whole", () => {
    const sources = { optam: { source: "Ameli", on: "2026-10-01" }, mt_total: { source: "SNDS" }, fee_sector: "x" };
    expect(evidenceOf({ ...known, sources })).toEqual({
      specialty: { source: "Annuaire santé", on: TODAY },
      optam: { source: "Ameli", on: "2026-10-01" },
    });
    expect(evidenceOf({ ...known, sources: null })).toEqual({ specialty: { source: "Annuaire santé", on: TODAY } });
  });

  it("makes two states of a form differ when value, day or source differ", () => {
    const states = [
      seenAs(null, null),
      seenAs(true, null),
      seenAs(true, { source: "A", on: TODAY }),
      seenAs(true, { source: "B", on: TODAY }),
    ];
    expect(new Set(states).size).toBe(4);
  });
});
