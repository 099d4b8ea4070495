import { describe, expect, it } from "vitest";
import { columnNamed, FACT_COLUMNS, FACTS, factText, readFact, typedFact } from "~/doctors/fact-catalog";

const TODAY = "2026-11-24";
const spaced = (text: string | null) => text?.replace(/\s/g, " ");

describe("answers", () => {
  it.each([
    ["fee_sector", "2", "Secteur 2"],
    ["optam", "non", "Non"],
    ["mt_total", "1043", "1 043 patients"],
    ["mt_total", "1", "1 patient"],
    ["clinical_share_pm", "80.5", "80,5 %"],
    ["coordinated", "COMMITTED_2Y", "Engagement d'ici 2 ans"],
    ["signed_on", "2026-03-01", "1er mars 2026"],
  ] as const)("%s: « %s » is kept, shown, and typed again as it was", (column, typed, text) => {
    const reading = readFact(column, typed, TODAY);
    expect(reading.ok).toBe(true);
    if (!reading.ok) return;
    expect(spaced(factText(column, reading.value))).toBe(text);
    expect(typedFact(column, reading.value)).toBe(typed);
  });

  it("takes the edges of a count and of a day, and nothing beyond", () => {
    expect([0, 20_000].map((count) => readFact("mt_adult", String(count), TODAY).ok)).toEqual([true, true]);
    expect(readFact("mt_adult", "20001", TODAY).ok).toBe(false);
    expect(["1990-01-01", TODAY].map((day) => readFact("signed_on", day, TODAY).ok)).toEqual([true, true]);
    expect(["1989-12-31", "2026-11-25", "2026-02-30"].map((day) => readFact("signed_on", day, TODAY).ok)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("shows nothing where nothing is known", () => {
    for (const column of FACT_COLUMNS) expect(factText(column, null)).toBeNull();
  });
});

it("finds the column of each name of the history", () => {
  for (const column of FACT_COLUMNS) expect(columnNamed(FACTS[column].name)).toBe(column);
  expect(columnNamed("mt_adulte")).toBe("mt_adult");
  expect(columnNamed("asked.optam")).toBeNull();
});
