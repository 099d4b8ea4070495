import fc from "fast-check";
import { expect, test } from "vitest";
import { readAsk, writeAsk } from "~/aids/ask";
import { BAND_CHOICES } from "~/aids/band-choice";
import { CHOICES } from "~/aids/choice";
import { addDays } from "~/calendar/day";

const TODAY = "2026-11-24";
const read = (given: Partial<Parameters<typeof readAsk>[0]>) =>
  readAsk({ a: "", b: "", le: "", cout: "", tranche: "", ...given }, TODAY, TODAY);
const readAddress = (address: string) => read(Object.fromEntries(new URLSearchParams(address)));

test("an empty address compares full time and half time, signed today, at the proposed cost", () => {
  expect(read({})).toEqual({
    ask: { choices: ["temps-plein", "mi-temps"], signedOn: TODAY, monthlyCents: null, band: null },
    problems: {},
  });
});

test("nonsense falls back and says so", () => {
  const { ask, problems } = read({ a: "triple", b: "triple", le: "2018-01-01", cout: "12", tranche: "p99" });
  expect(ask).toEqual(read({}).ask);
  expect(Object.keys(problems)).toEqual(["le", "cout"]);
  expect(read({ le: "2026-02-30" }).problems.le).toBeDefined();
  expect(read({ le: "2031-11-25" }).problems.le).toBeDefined();
  expect(read({ le: "24/11/2025" }).ask.signedOn).toBe("2025-11-24");
});

test("the same formula twice is one, and none is a choice", () => {
  expect(read({ a: "mi-temps", b: "mi-temps" }).ask.choices).toEqual(["mi-temps"]);
  expect(read({ b: "aucune" }).ask.choices).toEqual(["temps-plein"]);
});

test.each([
  ["2 450", 245_000],
  ["2450,50 €", 245_050],
  ["2\u202f450.5", 245_050],
  ["0", null],
  ["1e9", null],
])("a cost of « %s »", (cout, cents) => expect(read({ cout }).ask.monthlyCents).toBe(cents));

test("an ask has one address, and comes back from it whole", () => {
  const codes = CHOICES.map(({ code }) => code);
  const asks = fc.record({
    choices: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 2 }),
    signedOn: fc.integer({ min: 0, max: 4_000 }).map((days) => addDays("2019-09-01", days)),
    monthlyCents: fc.option(fc.integer({ min: 50_000, max: 1_000_000 })),
    band: fc.option(fc.constantFrom(...BAND_CHOICES.map(({ code }) => code))),
  });
  fc.assert(
    fc.property(asks, (ask) => {
      expect(readAddress(writeAsk(ask))).toEqual({ ask, problems: {} });
      expect(writeAsk(ask).length).toBeLessThan(200);
    }),
  );
});
