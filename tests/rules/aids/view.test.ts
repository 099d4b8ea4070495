import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AidAsk } from "~/aids/ask";
import { CHOICES } from "~/aids/choice";
import { PROPOSED_COST } from "~/aids/employer-cost";
import type { AidSubject } from "~/aids/plan";
import { simulate } from "~/aids/simulate";
import { showSimulation } from "~/aids/view";
import { addDays } from "~/calendar/day";
import golden from "../casebook/golden-cases.json";

const GP: AidSubject = {
  specialty: "MEDECINE_GENERALE",
  zone: "ZIP",
  isMEP: null,
  newlyInstalled: null,
  mtTotal: 829,
  mtAdult: null,
  fileActive: null,
  signedOn: null,
};

const ask = (given: Partial<AidAsk> = {}): AidAsk => ({
  choices: ["temps-plein", "mi-temps"],
  signedOn: "2026-11-24",
  monthlyCents: null,
  band: null,
  ...given,
});
const plain = (text: string | null) => text?.replaceAll(/\s/g, " ");
const side = (given: Partial<AidAsk>, subject: Partial<AidSubject> = {}) =>
  showSimulation(ask(given), { ...GP, ...subject }).sides[0]!;
const aids = (shown: ReturnType<typeof side>) => shown.years.map(({ aid }) => plain(aid));

describe("what is shown", () => {
  test("a doctor between P30 and P50: certain, then ceilings, and their sum", () => {
    const shown = side({});
    const later = "jusqu'à 22 000 €";
    expect(aids(shown)).toEqual(["38 000 €", "28 000 €", later, later, later]);
    expect(plain(shown.total)).toBe("jusqu'à 132 000 €");
    expect(shown.ceilingFromYear).toBe(3);
  });

  test("a band that no line proves is a range, never a default", () => {
    const shown = side({}, { mtTotal: 1_700 });
    expect(aids(shown)[1]).toBe("28 000 à 38 000 €");
    expect(aids(shown)[2]).toBe("22 000 à 38 000 € au plus");
    expect(plain(shown.total)).toBe("132 000 à 190 000 € au plus");
  });

  test("a band the caisse gave replaces the range, and says so; the list, where it proves one, wins", () => {
    const given = showSimulation(ask({ band: "p90-p95" }), { ...GP, mtTotal: 1_700 });
    expect(plain(given.sides[0]!.total)).toBe("jusqu'à 144 000 €");
    expect(plain(given.bandSentence)).toBe("Tranche de patientèle saisie : du P90 au P95.");
    expect(plain(side({ band: "p95" }, { mtTotal: 1_700 }).total)).toBe("190 000 €");
    const proven = showSimulation(ask({ band: "p95" }), GP);
    expect(proven).toMatchObject({ asksBand: false, bandSentence: null });
    expect(plain(proven.sides[0]!.total)).toBe("jusqu'à 132 000 €");
    const [growth] = side(
      { choices: ["mi-temps"], signedOn: "2022-01-10", band: "p30-p50" },
      { mtAdult: 900 },
    ).expectations;
    expect(plain(growth!.sentence)).toBe(
      "+225 patients médecin traitant (+25 %), de 900 à 1 125, à partir de la 3e année.",
    );
  });

  test("what is not published is asked of the caisse, and so is its sum", () => {
    const shown = side({ choices: ["deuxieme-temps-plein"] });
    expect(shown.opening).toBe("unknown");
    expect(aids(shown)).toEqual(Array(5).fill("à vérifier auprès de la caisse"));
    expect(shown.total).toBe("à vérifier auprès de la caisse");
    expect(shown.totalRemainder).toBeNull();
  });

  test("a formula closed that day pays nothing and says why", () => {
    const shown = side({ choices: ["tiers-temps"] });
    expect(shown.years).toEqual([]);
    expect(shown.total).toBeNull();
    expect(plain(shown.openingSentence)).toBe(
      "Formule fermée : le tiers temps est fermé aux nouveaux contrats depuis le 1er mai 2023.",
    );
    const second = plain(side({ choices: ["deuxieme-mi-temps"] }).openingSentence);
    expect(second).toContain("À vérifier : que le médecin n'a pas d'exercice particulier, qu'un contrat");
    expect(side({ choices: ["deuxieme-mi-temps"] }, { zone: "HZ" }).opening).toBe("no");
    expect(side({ choices: ["collectif-1"], signedOn: "2026-02-24" }).opening).toBe("no");
    expect(side({ choices: ["collectif-1"] }, { specialty: "CARDIOLOGIE" }).opening).toBe("no");
  });

  test("a running contract switches at its first anniversary on or after 22 June 2024", () => {
    const shown = side({ choices: ["mi-temps"], signedOn: "2021-06-22" }, { signedOn: "2021-06-22", mtAdult: 900 });
    expect(shown.switchesOn).toBe("2024-06-22");
    expect(new Set(shown.years.map(({ note }) => note)).size).toBe(2);
    expect(side({}).switchesOn).toBeNull();
  });

  test("collective: per full-time equivalent, with the group's objective", () => {
    const shown = side({ choices: ["collectif-2"] });
    expect(plain(shown.total)).toBe("jusqu'à 264 000 €");
    expect(plain(shown.expectations[0]!.sentence)).toContain("+520 patients médecin traitant et +220 patients");
  });

  test("avenant 7 gives the objective in patients and per cent once the band is known, else the range of its grid", () => {
    const [open] = side({ choices: ["mi-temps"], signedOn: "2022-01-10" }, { mtAdult: 900 }).expectations;
    expect(open).toMatchObject({ isOpen: true });
    expect(plain(open!.sentence)).toMatch(/^De 0 à \+25 % de patients médecin traitant/);
    const [target] = side({ signedOn: "2026-11-24" }, { newlyInstalled: true }).expectations;
    expect(plain(target!.sentence)).toBe(
      "Médecin nouvellement installé : atteindre la médiane nationale (1 045 patients médecin traitant), au plus tard le 24 novembre 2029.",
    );
  });

  test("every year has a source with its date, and the evidence is the doctor's band only when it was published", () => {
    const own = showSimulation(ask(), GP);
    expect(own.sides.flatMap(({ years }) => years.map(({ note }) => own.origins[note - 1]))).toEqual(
      Array(10).fill(expect.stringContaining("27 juin 2024")),
    );
    expect(own.evidence.headline.figure).toBe("+324");
    expect(showSimulation(ask(), { ...GP, mtTotal: 1_500 }).evidence.headline.text).toContain("toutes tranches");
    expect(showSimulation(ask(), { ...GP, specialty: "CARDIOLOGIE" }).evidence.caution).toContain("votre spécialité");
  });
});

describe("the reference cases, to the euro", () => {
  const codes: Record<string, string> = { "1/3": "tiers-temps", "0.5": "mi-temps", "1": "temps-plein" };
  const bands: Record<string, string> = {
    P30_P50: "p30-p50",
    P50_P70: "p50-p70",
    P70_P90: "p70-p90",
    P30_P90: "p70-p90",
    P90_P95: "p90-p95",
    GTE_P95: "p95",
  };
  const cases = golden.cases.flatMap(({ id, input, expected }) => {
    const { optionEtp, percentileBand, signatureDate: signedOn } = input as Record<string, string | undefined>;
    const euros = (expected as { aidEurByContractYear?: Record<string, number> }).aidEurByContractYear;
    const [code, band] = [codes[optionEtp ?? ""], bands[percentileBand ?? ""]];
    return euros && code && band && signedOn ? [{ id, code, band, signedOn, euros }] : [];
  });

  test.each(cases)("$id", ({ code, band, signedOn, euros }) => {
    const { years } = side({ choices: [code], band, signedOn }, { mtTotal: null, mtAdult: null });
    for (const [year, amount] of Object.entries(euros)) {
      const { minCents, maxCents } = years[Number(year) - 1]!;
      expect([minCents, maxCents]).toEqual([amount * 100, amount * 100]);
    }
  });

  test("they are there", () => expect(cases.length).toBeGreaterThan(12));
});

describe("what is left to pay", () => {
  test("the entered cost less the aid, never under nothing, at least that much under a ceiling", () => {
    const { years, totalRemainder } = side({ monthlyCents: 250_000 });
    const later = "8 000 € ou plus";
    expect(years.map(({ remainder }) => plain(remainder))).toEqual(["aucun", "2 000 €", later, later, later]);
    expect(plain(totalRemainder)).toBe("26 000 € ou plus");
  });

  test("without one, the proposed range and where it comes from", () => {
    const { cost, sides } = showSimulation(ask(), GP);
    expect(plain(sides[0]!.years[1]!.remainder)).toBe("656 à 3 524 €");
    expect(cost.origin).toContain("Fron");
    expect(PROPOSED_COST.provenance.status).toBe("DERIVED");
  });
});

test("five years are the sum of the years, for every formula, day and list", () => {
  const asked = fc.record({
    code: fc.constantFrom(...CHOICES.map(({ code }) => code)),
    signedOn: fc.integer({ min: 0, max: 3_600 }).map((days) => addDays("2019-09-01", days)),
    mtTotal: fc.option(fc.integer({ min: 500, max: 2_500 })),
  });
  fc.assert(
    fc.property(asked, ({ code, signedOn, mtTotal }) => {
      const { years, totalMaxCents, contract } = side({ choices: [code], signedOn }, { mtTotal, mtAdult: mtTotal });
      if (years.length === 0 || years.some(({ maxCents }) => maxCents === null)) expect(totalMaxCents).toBeNull();
      else expect(years.reduce((sum, { maxCents }) => sum + maxCents!, 0)).toBe(totalMaxCents);
      if (contract === "individual" && code === "temps-plein" && years.length > 0 && mtTotal !== null && mtTotal < 640)
        expect(totalMaxCents).toBe(simulate({ signedOn, option: "1", band: "BELOW_P30" }).totalMaxCents);
    }),
  );
});
