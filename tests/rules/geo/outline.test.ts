import clip from "polygon-clipping";
import { describe, expect, it } from "vitest";
import { geoJsonOf, type Outline, outlinesIn, type Position } from "~/geo/outline";
import stored from "~/geo/outlines/departments.json";
import { metresBetween } from "~/geo/point";
import { communes } from "~db/reference/communes";
import { FUNDS } from "~db/reference/funds";

const outlines = outlinesIn(stored);
const byCode = new Map(outlines.map((outline) => [outline.code, outline]));

describe("the outlines", () => {
  it("are those of every département that has a fund, once each", () => {
    expect(outlines.map(({ code }) => code)).toEqual(FUNDS.map(({ department }) => department).sort());
  });

  it("are closed rings that turn as RFC 7946 asks", () => {
    const wrong = outlines.flatMap(({ code, polygons }) =>
      polygons.flatMap((rings) =>
        rings.flatMap((ring, at) => {
          const isClosed = ring.length >= 4 && String(ring[0]) === String(ring.at(-1));
          return isClosed && areaOf(ring) > 0 === (at === 0) ? [] : [code];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("hold nearly every commune of the département, and all but a few lie within 3 km", () => {
    const known = communes().filter(
      ({ lat, kind, department }) => lat !== null && kind === "commune" && byCode.has(department),
    );
    const outside = known.filter(({ lat, lon, department }) => !holds(byCode.get(department)!, [lon!, lat!]));
    const far = outside.filter(({ lat, lon, department }) => metresTo(byCode.get(department)!, [lon!, lat!]) > 3_000);
    expect(known.length).toBeGreaterThan(33_000);
    expect(outside.length / known.length).toBeLessThan(0.013);
    expect(far.length / known.length).toBeLessThan(0.001);
  });

  it("of two neighbours do not overlap by more than a thousandth", () => {
    for (const [a, b] of neighbours()) {
      const common = clip
        .intersection(shapeOf(a), shapeOf(b))
        .flat()
        .reduce((sum, ring) => sum + areaOf(ring), 0);
      expect([a.code, b.code, common / Math.min(sizeOf(a), sizeOf(b))]).toEqual([a.code, b.code, expect.closeTo(0, 3)]);
    }
  });

  it("become one feature each, with the code", () => {
    const { features } = geoJsonOf(outlines);
    expect(features.map(({ properties }) => properties.code)).toEqual(outlines.map(({ code }) => code));
    expect(features.every(({ geometry }) => geometry.coordinates.length > 0)).toBe(true);
  });
});

/** Pairs that have a piece of border in common. */
function neighbours(): [Outline, Outline][] {
  const sides = new Map<number, string[]>();
  for (const [code, polygons] of Object.entries(stored.departments))
    for (const arc of polygons.flat(2)) {
      const piece = arc < 0 ? ~arc : arc;
      sides.set(piece, [...(sides.get(piece) ?? []), code]);
    }
  const pairs = new Set(
    [...sides.values()].filter((codes) => codes[0] !== codes.at(-1)).map((codes) => codes.sort().join()),
  );
  expect(pairs.size).toBeGreaterThan(200);
  return [...pairs].map((pair) => pair.split(",").map((code) => byCode.get(code)!) as [Outline, Outline]);
}

const shapeOf = ({ polygons }: Outline) => polygons as Position[][][];
const sizeOf = ({ polygons }: Outline) => polygons.flat().reduce((sum, ring) => sum + areaOf(ring), 0);

function areaOf(ring: readonly (readonly [number, number])[]): number {
  return ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0) / 2;
}

function holds({ polygons }: Outline, [x, y]: Position): boolean {
  const isWithin = (ring: readonly Position[]) =>
    ring.slice(1).filter(([bx, by], at) => {
      const [ax, ay] = ring[at]!;
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    }).length %
      2 ===
    1;
  return polygons.some((rings) => rings.filter(isWithin).length % 2 === 1);
}

function metresTo({ polygons }: Outline, [longitude, latitude]: Position): number {
  const steps = polygons
    .flat()
    .flatMap((ring) =>
      ring
        .slice(1)
        .flatMap(([x, y], at) =>
          [0, 0.25, 0.5, 0.75].map((part) => [
            ring[at]![0] + part * (x - ring[at]![0]),
            ring[at]![1] + part * (y - ring[at]![1]),
          ]),
        ),
    );
  return Math.min(...steps.map(([x, y]) => metresBetween({ latitude, longitude }, { latitude: y!, longitude: x! })));
}
