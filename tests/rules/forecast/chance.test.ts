import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { againstMean, oddsOf, rangeOf, reasonsOf } from "~/forecast/doctor/chance-words";
import { askedOf } from "~/forecast/model/declared";
import { doctorChances, factorOf } from "~/forecast/model/doctor-chances";
import { contributionsOf, type Model } from "~/forecast/model/model";

const practice = {
  specialty: "Cardiologie",
  zone: "ZIP",
  patients: 1_240,
  activePatients: null,
  feeSector: "1",
  groupPractice: true,
  coordinated: null,
  newlySettled: null,
};
const model: Model = {
  intercept: -2,
  terms: [
    { kind: "word", column: "zone", word: "ZIP", mean: 0.4, weight: 0.9 },
    { kind: "word", column: "zone", word: "HZ", mean: 0.3, weight: -0.9 },
    { kind: "number", column: "patients", mean: 900, deviation: 200, weight: -0.3 },
    { kind: "word", column: "coordinated", word: "true", mean: 0.5, weight: 1 },
  ],
  penalty: 5,
  rows: 1_000,
  signed: 130,
};
const plain = (text: string) => text.replace(/\s/g, " ");

describe("the words of a chance", () => {
  test.each([
    [0.001, "Moins d'une chance sur cinquante"],
    [0.045, "Environ une chance sur 22"],
    [0.16, "Environ une chance sur six"],
    [0.34, "Environ une chance sur trois"],
    [0.52, "Environ cinq chances sur dix"],
    [0.98, "Presque certain"],
  ])("%f", (chance, words) => expect(oddsOf(chance)).toBe(words));

  test("set against the mean of the caisse", () => {
    expect(plain(againstMean(0.3, 0.14))).toBe("Plus que la moyenne de la caisse, 14 %.");
    expect(plain(againstMean(0.14, 0.14))).toMatch(/^À peu près comme/);
    expect(plain(againstMean(0.1, 0.14))).toMatch(/^Moins que/);
  });

  test("the range holds the chance and stays a share", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const bin = fc.record({ doctors: fc.integer({ min: 1, max: 5_000 }), told: share, came: share });
    fc.assert(
      fc.property(fc.array(bin, { minLength: 1, maxLength: 10 }), share, (bins, chance) => {
        const { low, high } = rangeOf(bins, chance);
        expect(low).toBeGreaterThanOrEqual(-1e-9);
        expect(high).toBeLessThanOrEqual(1 + 1e-9);
        expect(low).toBeLessThanOrEqual(chance);
        expect(high).toBeGreaterThanOrEqual(chance);
      }),
    );
  });
});

describe("the reasons of a chance", () => {
  const { raising, lowering } = reasonsOf(contributionsOf(model, askedOf([practice]), 0), practice);

  test("in words, what raises apart from what lowers", () => {
    expect(raising.map(plain)[0]).toMatch(/^zone du cabinet \(ZIP\) : multiplie les chances par 2,/);
    expect(lowering.map(plain)).toContain("patients médecin traitant (1 240) : divise les chances par 1,7");
  });

  test("a word of the past that this doctor does not hold is not taken for what is not known of them", () => {
    expect(lowering.map(plain)).toContain("exercice coordonné non connu : divise les chances par 1,6");
  });
});

describe("the factor of a visit", () => {
  test("stays within half and double, and grows with the chance", () => {
    const share = fc.double({ min: 0.0001, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (mean, a, b) => {
        const [less, more] = [factorOf(Math.min(a, b), mean), factorOf(Math.max(a, b), mean)];
        expect(less).toBeGreaterThanOrEqual(0.5);
        expect(more).toBeLessThanOrEqual(2);
        expect(less).toBeLessThanOrEqual(more);
      }),
    );
    expect(factorOf(0.13, 0.13)).toBe(1);
  });

  test("is the same for a doctor alone and among others", () => {
    const other = { ...practice, doctorId: 2, zone: "HZ", coordinated: true };
    const alone = doctorChances(model, [{ ...practice, doctorId: 1 }]);
    expect(doctorChances(model, [other, { ...practice, doctorId: 1 }])[1]).toEqual(alone[0]);
  });
});
