import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstNameLikeness, folded, foldedName, lastNameLikeness } from "~/doctors/names";
import { typingDistance } from "~/doctors/typing-distance";

describe("the folded form", () => {
  it.each([
    ["ŒUVRARD-FICTIF", "oeuvrard fictif"],
    ["OEUVRARD FICTIF", "oeuvrard fictif"],
    ["D\u2019Ornano", "d ornano"],
    ["E\u0301LISE", "elise"],
    ["ÉLISE", "elise"],
    ["  Le   Goff\u00a0", "le goff"],
    ["IÑAKI", "inaki"],
    ["ﬁctif", "fictif"],
  ])("%j → %j", (written, form) => expect(folded(written)).toBe(form));

  it("is its own folded form", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => folded(folded(text)) === folded(text)));
  });

  it("joins last and first name", () =>
    expect(foldedName("DE LA FABLE", "Jean-Baptiste")).toBe("de la fable jean baptiste"));
});

describe("two spellings of a last name", () => {
  it.each([
    ["MARTIN", "Martin", 1],
    ["DE LA FABLE", "FABLE", 0.95],
    ["LE GOFF", "LEGOFF", 0.95],
    ["D'ORNANO", "DORNANO", 0.95],
    ["FICTIF-LAROCHE", "LAROCHE", 0.8],
    ["FICTIF LAROCHE", "FICTIF", 0.8],
    ["DUMODELE", "DUMODEL", 0.85],
    ["SANTUFITTIZIU", "SANTUFITIZU", 0.75],
    ["PETIT", "PETIN", 0],
    ["ROUX", "ROUY", 0],
    ["MARTIN", "DURAND", 0],
    ["", "DURAND", 0],
  ])("%s and %s agree by %d", (a, b, value) => {
    expect(lastNameLikeness(a, b).value).toBe(value);
    expect(lastNameLikeness(b, a).value).toBe(value);
  });
});

describe("two spellings of a first name", () => {
  it.each([
    ["Jean-Baptiste", "JEAN BAPTISTE", 1],
    ["Jean-Baptiste", "JEANBAPTISTE", 1],
    ["J", "Jean", 0.6],
    ["J. B.", "Jean-Baptiste", 0.6],
    ["Jean", "Jean-Baptiste", 0.8],
    ["Mathieu", "Matthieu", 0.85],
    ["", "Anne", 0.4],
    ["Paul", "Anne", 0],
  ])("%s and %s agree by %d", (a, b, value) => expect(firstNameLikeness(a, b).value).toBe(value));
});

describe("the typing distance", () => {
  it("counts a swap as one slip and stops past what was asked", () => {
    expect(typingDistance("matrin", "martin", 2)).toBe(1);
    expect(typingDistance("abcdef", "uvwxyz", 2)).toBe(3);
    expect(typingDistance("a", "abcd", 2)).toBe(3);
  });

  it("is symmetrical, and nought only for equal words", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingDistance(a, b, 9)).toBe(typingDistance(b, a, 9));
        expect(typingDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});
