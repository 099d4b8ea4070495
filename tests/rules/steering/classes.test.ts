import * as fc from "fast-check";
import { expect, it } from "vitest";
import { outlinesIn } from "~/geo/outline";
import stored from "~/geo/outlines/departments.json";
import { classEnds, classOf, MOST_CLASSES } from "~/steering/nation/classes";
import { franceMap } from "~/steering/nation/france";

it("classes keep the order of the values and give equal values the same", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { maxLength: 110 }), (values) => {
      const ends = classEnds(values);
      expect(ends.length).toBeLessThanOrEqual(MOST_CLASSES);
      for (const value of values) {
        const rank = classOf(value, ends);
        expect(rank === 0).toBe(value === 0);
        expect(rank).toBeLessThanOrEqual(ends.length);
        if (rank > 0) expect(value).toBeLessThanOrEqual(ends[rank - 1]!);
        if (rank > 1) expect(value).toBeGreaterThan(ends[rank - 2]!);
      }
    }),
  );
});

it("the map draws every département inside its frame, and those far away in squares", () => {
  const { shapes, insets, width } = franceMap(outlinesIn(stored));
  expect(shapes.every(({ d }) => d.startsWith("M"))).toBe(true);
  expect(insets.map(({ label }) => label)).toContain("La Réunion");
  expect(insets.every(({ x, side }) => x >= 0 && x + side <= width)).toBe(true);
  expect(JSON.stringify(shapes).length).toBeLessThan(90_000);
});
