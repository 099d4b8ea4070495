import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { COLLECTIVE_VERSIONS, INDIVIDUAL_VERSIONS, versionById, versionOn } from "~/eligibility/versions";

/** What was published is never edited: correct it with another version, and add its print here. */
const PRINTS: Record<string, string> = {
  AV7: "ec449f0c8a302105",
  RA2023: "5e7b47e192eae3e2",
  CONV2024: "ef6b745d3eadcd87",
  COLL2026: "b903fc63276bff2a",
};

const ALL = [...INDIVIDUAL_VERSIONS, ...COLLECTIVE_VERSIONS];

test.each(ALL.map((version) => [version.id, version] as const))("%s is as it was published", (id, version) => {
  expect(createHash("sha256").update(JSON.stringify(version)).digest("hex").slice(0, 16)).toBe(PRINTS[id]);
  expect(JSON.parse(JSON.stringify(version))).toEqual(version);
});

test("the data cannot be changed at run time, at any depth", () => {
  const depths = (value: unknown): unknown[] =>
    typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(depths)] : [];
  expect(ALL.flatMap(depths).every(Object.isFrozen)).toBe(true);
});

test("the texts follow one another without a gap", () => {
  const days = ["2019-08-31", "2019-09-01", "2023-04-30", "2023-05-01", "2024-06-21", "2024-06-22", "2040-01-01"];
  expect(days.map((day) => versionOn(day, "INDIVIDUAL")?.id ?? null)).toEqual([
    null,
    "AV7",
    "AV7",
    "RA2023",
    "RA2023",
    "CONV2024",
    "CONV2024",
  ]);
  expect(versionOn("2026-02-24", "COLLECTIVE")).toBeNull();
  expect(versionOn("2026-02-25", "COLLECTIVE")?.id).toBe("COLL2026");
  expect(ALL.every((version) => versionById(version.id) === version)).toBe(true);
});

test("an unknown rule keeps a null, and every confirmed one says where it was read", () => {
  for (const version of ALL)
    for (const rule of Object.values(version))
      if (typeof rule === "object" && rule !== null && rule.status === "CONFIRMED")
        expect(rule.sources.length).toBeGreaterThan(0);
});
