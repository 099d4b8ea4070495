import { describe, expect, it, test } from "vitest";
import { bytes } from "~/format/bytes";
import { about, minutes } from "~/format/durations";
import { euros, wholeEuros } from "~/format/euros";
import { countOf, number, percent, plural, signed } from "~/format/numbers";

/** Shows the two no-break spaces as letters: N is the narrow one. */
const seen = (text: string) => text.replaceAll("\u202f", "N").replaceAll("\u00a0", "_");

describe("numbers", () => {
  it.each([
    [0, 0, "0"],
    [999, 0, "999"],
    [35_000, 0, "35N000"],
    [1_234_567.891, 2, "1N234N567,89"],
    [12.5, 2, "12,5"],
    [12, 2, "12"],
    [-1_500, 0, "−1N500"],
    [-0.2, 0, "0"],
  ])("%d with %i decimals reads « %s »", (value, decimals, text) => expect(seen(number(value, decimals))).toBe(text));

  it.each([
    [0.125, "12,5N%"],
    [1, "100N%"],
    [0, "0N%"],
    [0.00049, "0N%"],
  ])("the share %d reads « %s »", (share, text) => expect(seen(percent(share))).toBe(text));

  test("differences carry their sign", () =>
    expect([3, -3, 0, 0.2].map((value) => signed(value))).toEqual(["+3", "−3", "0", "0"]));

  it.each([
    [0, "0_médecin"],
    [1, "1_médecin"],
    [1.5, "1,5_médecin"],
    [2, "2_médecins"],
    [35_000, "35N000_médecins"],
  ])("%d doctors read « %s »", (count, text) => expect(seen(countOf(count, "médecin"))).toBe(text));

  test("nouns keep their own plurals", () => {
    expect(plural(2, "tableau")).toBe("tableaux");
    expect(plural(2, "avis")).toBe("avis");
    expect(plural(2, "compte rendu", "comptes rendus")).toBe("comptes rendus");
    expect(plural(1, "compte rendu", "comptes rendus")).toBe("compte rendu");
  });
});

describe("euros", () => {
  it.each([
    [3_800_000, "38N000_€"],
    [123_450, "1N234,50_€"],
    [5, "0,05_€"],
    [-5, "−0,05_€"],
    [-3_800_000, "−38N000_€"],
    [0, "0_€"],
  ])("%i cents read « %s »", (cents, text) => expect(seen(euros(cents))).toBe(text));
  test("sentences need no cents", () => expect(seen(wholeEuros(3_812_350))).toBe("38N124_€"));
});

it.each([
  [0, "0_o"],
  [823, "823_o"],
  [999_600, "1_Mo"],
  [823_400_000, "823_Mo"],
  [1_240_000_000, "1,2_Go"],
  [25_000_000_000_000_000, "25N000_To"],
])("%d bytes read « %s »", (count, text) => expect(seen(bytes(count))).toBe(text));

describe("durations", () => {
  it.each([
    [25, "25_min"],
    [60, "1_h"],
    [65, "1_h_05"],
    [59.7, "1_h"],
  ])("%d minutes read « %s »", (count, text) => expect(seen(minutes(count))).toBe(text));
  it.each([
    [10, "moins d'une minute"],
    [50, "environ 1_min"],
    [130, "environ 2_min"],
    [4_750, "environ 1_h_20"],
  ])("%d seconds left read « %s »", (count, text) => expect(seen(about(count))).toBe(text));
});
