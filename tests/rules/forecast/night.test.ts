import { describe, expect, test } from "vitest";
import { addDays } from "~/calendar/day";
import { forecast } from "~/forecast/forecast";
import { tableOf } from "~/forecast/model/declared";
import { strengthsOf, timesOf } from "~/forecast/model/strengths";
import { movesOf, nationOf, priorOf } from "~/forecast/night";
import { defaultDeadline, targetOf } from "~/forecast/target";
import { A_WORLD, historyOf, START } from "../../support/history";

const today = addDays(START, 399);
const ofFunds = (funds: number, arrivals: number) =>
  [...historyOf({ ...A_WORLD, seed: 91, funds, arrivals })].filter(({ day }) => day <= today);

describe("counts of the nation", () => {
  test("are kept only when no caisse could be read in them", () => {
    expect(nationOf(ofFunds(2, 10), today)).toBeNull();
    const nation = nationOf(ofFunds(3, 10), today)!;
    expect(nation.moves.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(50);
    expect(priorOf(JSON.parse(JSON.stringify(nation)))!.weeks).toHaveLength(nation.weeks.length);
  });

  test("steady a caisse that has little of its own", () => {
    const facts = ofFunds(1, 4);
    const prior = priorOf(nationOf(ofFunds(4, 120), today));
    const width = (given: typeof prior) => {
      const told = forecast(movesOf(facts), { asof: today, deadline: addDays(today, 140), prior: given });
      return told.kind === "forecast" ? told.atDeadline.high - told.atDeadline.low : Number.NaN;
    };
    expect(width(prior)).toBeLessThanOrEqual(width(null));
  });
});

describe("the target of a caisse", () => {
  test("is its share of the national one, by its doctors", () => {
    expect(targetOf({ doctors: 115_000 })).toBe(10_000);
    expect(targetOf({ doctors: 2_300 })).toBe(200);
    expect(targetOf({ doctors: 0 })).toBe(1);
  });

  test.each([
    ["2026-11-24", "2027-06-30"],
    ["2026-03-01", "2026-06-30"],
    ["2026-06-01", "2026-12-31"],
  ])("on %s the deadline is %s", (day, deadline) => expect(defaultDeadline(day)).toBe(deadline));
});

describe("what the model learns from", () => {
  const met = {
    specialty: "cardiology",
    zone: "ZIP",
    patients: null,
    activePatients: 900,
    feeSector: "1",
    groupPractice: true,
    coordinated: null,
    newlySettled: null,
  };

  test("doctors met half a year ago; a contract after that counts for nobody", () => {
    const table = tableOf(
      [
        { ...met, metOn: "2026-01-10", signedOn: "2026-03-01" },
        { ...met, metOn: "2026-01-05", signedOn: "2026-09-01" },
        { ...met, metOn: "2026-10-01", signedOn: "2026-10-02" },
      ],
      "2026-11-24",
    );
    expect(table.rows).toBe(2);
    expect([...table.signed]).toEqual([0, 1]);
    expect(table.columns.find(({ name }) => name === "patients")!.values[0]).toBeNaN();
    expect(table.columns.find(({ name }) => name === "coordinated")!.values[0]).toBe(-1);
  });

  test("says what weighs, in words", () => {
    const strengths = strengthsOf({
      terms: [
        { kind: "number", column: "patients", mean: 900, deviation: 200, weight: 0.2 },
        { kind: "word", column: "zone", word: "HZ", mean: 0.3, weight: -0.7 },
        { kind: "missing", column: "coordinated", mean: 0.1, weight: 0.1 },
      ],
    });
    expect(strengths.map(({ name }) => name)).toEqual([
      "zone du cabinet : hors zonage",
      "patients médecin traitant, nettement plus que la moyenne",
      "exercice coordonné : non connu",
    ]);
    expect(strengths.map(({ times }) => timesOf(times))[0]).toBe("divise les chances par 2");
  });
});
