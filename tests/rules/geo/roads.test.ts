import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metresBetween } from "~/geo/point";
import { blocksToAsk, roadKey, roadPoint } from "~/geo/roads";

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
});

describe("the key of a point", () => {
  it("is a whole number that gives back a point within some metres", () => {
    fc.assert(
      fc.property(point, (given) => {
        const key = roadKey(given);
        expect(Number.isSafeInteger(key)).toBe(true);
        expect(metresBetween(given, roadPoint(key))).toBeLessThan(8);
        expect(roadKey(roadPoint(key))).toBe(key);
      }),
    );
  });

  it("is another one for another place", () => {
    expect(roadKey({ latitude: 47.2, longitude: -1.5 })).not.toBe(roadKey({ latitude: 47.2, longitude: -1.5002 }));
    expect(roadPoint(roadKey({ latitude: -20.8823, longitude: 55.4504 }))).toEqual({
      latitude: -20.8823,
      longitude: 55.4504,
    });
  });
});

describe("blocks to ask", () => {
  it("hold every pair that is not known, under a hundred coordinates each, and nothing that is all known", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 180 }), (count, knownBelow) => {
        const keys = Array.from({ length: count }, (_, i) => i);
        const isKnown = (from: number, to: number) => from < knownBelow && to < knownBelow;
        const blocks = blocksToAsk(keys, isKnown);
        const asked = new Set(
          blocks.flatMap(({ sources, destinations }) => sources.flatMap((a) => destinations.map((b) => a * 1_000 + b))),
        );
        expect(blocks.filter(({ sources, destinations }) => sources.length + destinations.length >= 100)).toEqual([]);
        const isUseless = ({ sources, destinations }: (typeof blocks)[number]) =>
          sources.every((a) => destinations.every((b) => a === b || isKnown(a, b)));
        expect(blocks.filter(isUseless)).toEqual([]);
        const wanted = keys.flatMap((a) => keys.filter((b) => a !== b && !isKnown(a, b)).map((b) => a * 1_000 + b));
        expect(wanted.filter((pair) => !asked.has(pair))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
