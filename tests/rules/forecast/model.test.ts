import { describe, expect, test } from "vitest";
import { judge } from "~/forecast/model/evaluation";
import { chanceOf, contributionsOf, fitModel, sumsOf } from "~/forecast/model/model";
import type { Table } from "~/forecast/model/table";
import { diceFrom } from "../../support/history";

/** Doctors whose chance is known: a zone, patients (some missing), and a column that says nothing. */
function doctors(rows: number, seed: number, truth = 1): Table & { truths: number[] } {
  const dice = diceFrom(seed);
  const [zone, patients, noise] = [new Int32Array(rows), new Float64Array(rows), new Float64Array(rows)];
  const signed = new Uint8Array(rows);
  const truths: number[] = [];
  for (let row = 0; row < rows; row++) {
    zone[row] = Math.floor(dice.uniform() * 3);
    patients[row] = dice.uniform() < 0.2 ? Number.NaN : 600 + 900 * dice.uniform();
    noise[row] = dice.uniform();
    const isKnown = !Number.isNaN(patients[row]!);
    const sum = -2.9 + truth * ([0.9, 0, -0.9][zone[row]!]! + (isKnown ? (patients[row]! - 1050) / 400 : -0.8));
    truths.push(chanceOf(sum));
    signed[row] = dice.uniform() < truths[row]! ? 1 : 0;
  }
  const columns: Table["columns"] = [
    { kind: "word", name: "zone", values: zone, words: ["ZIP", "ZAC", "HZ"] },
    { kind: "number", name: "patients", values: patients },
    { kind: "number", name: "noise", values: noise },
  ];
  return { rows, columns, signed, day: Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 20)), truths };
}

describe("the probability of signature", () => {
  test("beats the base rate out of sample, well calibrated", () => {
    for (const seed of [11, 12, 13]) {
      const { evaluation, isUsable } = judge(doctors(8_000, seed), 14);
      expect(isUsable).toBe(true);
      expect(evaluation!.logLoss).toBeLessThan(evaluation!.baseLogLoss);
      expect(evaluation!.slope).toBeGreaterThan(0.8);
      expect(evaluation!.slope).toBeLessThan(1.2);
      expect(evaluation!.bins.reduce((sum, bin) => sum + bin.doctors, 0)).toBe(evaluation!.rows);
    }
  });

  test("finds the chances that made the data", () => {
    const table = doctors(20_000, 21);
    const sums = sumsOf(fitModel(table), table);
    const miss = table.truths.reduce((sum, truth, row) => sum + Math.abs(chanceOf(sums[row]!) - truth), 0) / table.rows;
    expect(miss).toBeLessThan(0.01);
  });

  test("is not offered when nothing can be learnt", () => {
    const offered = [31, 32, 33, 34].filter((seed) => judge(doctors(3_000, seed, 0)).isUsable);
    expect(offered).toEqual([]);
  });

  test("too few doctors, or none signed: a sentence", () => {
    expect(judge(doctors(50, 1))).toMatchObject({ evaluation: null, isUsable: false, why: /Trop peu/ });
    const none = { ...doctors(2_000, 1), signed: new Uint8Array(2_000) };
    expect(judge(none).isUsable).toBe(false);
  });

  test("says what raises the chance of a doctor", () => {
    const table = doctors(8_000, 41);
    const model = fitModel(table);
    const row = [...table.signed.keys()].find(
      (each) => table.columns[0]!.values[each] === 0 && table.columns[1]!.values[each]! > 1_400,
    )!;
    const told = contributionsOf(model, table, row);
    expect(told.find(({ column }) => column === "zone")!.times).toBeGreaterThan(1.3);
    expect(told.find(({ column }) => column === "patients")!.times).toBeGreaterThan(1.3);
    expect(told.at(-1)!.column).toBe("noise");
  });
});
