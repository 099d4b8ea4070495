import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wantedBy } from "~/doctors/search-words";

describe("words typed in the search field", () => {
  it.each([
    ["Le Goff", ["goff"], ["le"]],
    ["  LE-GOFF ", ["goff"], ["le"]],
    ["L'Hermite Anne", ["hermite", "anne"], ["l"]],
    ["Œuvrard", ["oeuvrard"], []],
    ["Docteur Martin", ["martin"], []],
    ["st nazaire", ["saint", "nazaire"], []],
    ["Ste-Luce", ["sainte", "luce"], []],
    ["dupont st", ["dupont"], ["st"]],
    ["02 61 91", ["026191"], []],
    ["02.61.91.00.01", ["0261910001"], []],
    ["+33 2 61 91 00 01", ["0261910001"], []],
    ["+33 (0)2 61", ["0261"], []],
    ["0033261910001", ["0261910001"], []],
    ["44600 saint nazaire", ["44600", "saint", "nazaire"], []],
    ["44600 0261910001", ["44600", "0261910001"], []],
    ["10 100 451 239", ["10100451239"], []],
    ["martin martin", ["martin"], []],
  ])("« %s »", (typed, words, beginnings) => {
    expect(wantedBy(typed)).toEqual({ words, beginnings, prefix: null });
  });

  it.each([
    ["le", "le"],
    ["Lé", "le"],
    ["d o", "d o"],
  ])("« %s » begins a name", (typed, prefix) => {
    expect(wantedBy(typed)).toEqual({ words: [], beginnings: [], prefix });
  });

  it.each(["", "   ", "g", "'", "%", "_", "\\", "0", "02", "\u0000", "\u202e", "🙂"])(
    "« %s » looks for nothing",
    (typed) => {
      expect(wantedBy(typed)).toBeNull();
    },
  );

  it("hands over only letters and digits, and few of them, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 12_000 }), (typed) => {
        const wanted = wantedBy(typed);
        const words = wanted ? [...wanted.words, ...wanted.beginnings] : [];
        expect(words.every((word) => /^[a-z0-9]+$/.test(word))).toBe(true);
        expect(words.length).toBeLessThanOrEqual(6);
        expect(words.join("").length).toBeLessThanOrEqual(600);
      }),
    );
  });
});
