/** The outlines as they are stored: pieces of border, each once, and the rings they make (~n: piece n walked backwards). */
export interface StoredOutlines {
  /** Steps of the grid in one degree. */
  readonly unit: number;
  readonly arcs: readonly string[];
  readonly departments: Readonly<Record<string, readonly (readonly (readonly number[])[])[]>>;
}

export type Position = [longitude: number, latitude: number];

export interface Outline {
  readonly code: string;
  /** Polygons of rings, the outer one first; closed, counter-clockwise outside and clockwise in a hole (RFC 7946). */
  readonly polygons: readonly (readonly Position[])[][];
}

/** Every département of the file, in the order of the codes. */
export function outlinesIn({ unit, arcs, departments }: StoredOutlines): Outline[] {
  const lines = arcs.map((arc) => decoded(arc, unit));
  return Object.keys(departments)
    .sort()
    .map((code) => ({
      code,
      polygons: departments[code]!.map((rings) => rings.map((ring) => joined(ring.map((arc) => walked(lines, arc))))),
    }));
}

/** As a map reads them; the code of the département is the property `code`. */
export function geoJsonOf(outlines: readonly Outline[]) {
  return {
    type: "FeatureCollection" as const,
    features: outlines.map(({ code, polygons }) => ({
      type: "Feature" as const,
      properties: { code },
      geometry: { type: "MultiPolygon" as const, coordinates: polygons as Position[][][] },
    })),
  };
}

function walked(lines: readonly Position[][], arc: number): Position[] {
  return arc >= 0 ? lines[arc]! : [...lines[~arc]!].reverse();
}

/** Each piece begins where the one before ends: that point is told once. */
function joined(pieces: readonly Position[][]): Position[] {
  return pieces.flatMap((piece, at) => (at === 0 ? piece : piece.slice(1)));
}

/** Steps from point to point, in groups of five bits (the encoded polyline of Google), longitude first. */
function decoded(text: string, unit: number): Position[] {
  const points: Position[] = [];
  const here = [0, 0];
  let [axis, value, shift] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const bits = text.charCodeAt(at) - 63;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    here[axis]! += value & 1 ? ~(value >> 1) : value >> 1;
    if (axis === 1) points.push([here[0]! / unit, here[1]! / unit]);
    [axis, value, shift] = [1 - axis, 0, 0];
  }
  return points;
}
