export type Position = readonly [x: number, y: number];
/** Closed: the last point is the first. */
export type Ring = readonly Position[];

export interface Cell {
  readonly code: string;
  readonly polygons: readonly (readonly Ring[])[];
}

/** Rings as numbers of arcs; ~n is arc n walked backwards. */
export interface Shape {
  readonly code: string;
  readonly polygons: number[][][];
}

/**
 * Cuts the rings where three areas meet, and keeps each piece of border once: two neighbours then share the very same
 * line, however it is thinned afterwards. Outer rings turn counter-clockwise and holes clockwise, as RFC 7946 asks.
 */
export function arcsOf(cells: readonly Cell[]): { arcs: Ring[]; shapes: Shape[] } {
  const turned = cells.map(({ code, polygons }) => ({
    code,
    polygons: polygons.map((rings) => rings.map((ring, at) => turnedRing(ring, at === 0))),
  }));
  const isCorner = cornersOf(turned.flatMap(({ polygons }) => polygons.flat()));
  const arcs: Ring[] = [];
  const known = new Map<string, number>();
  const numberOf = (arc: Ring): number => {
    const there = known.get(keyOf(arc));
    if (there !== undefined) return there;
    const back = known.get(keyOf([...arc].reverse()));
    if (back !== undefined) return ~back;
    known.set(keyOf(arc), arcs.length);
    return arcs.push(arc) - 1;
  };
  const shapes = turned.map(({ code, polygons }) => ({
    code,
    polygons: polygons.map((rings) => rings.map((ring) => cut(ring, isCorner).map(numberOf))),
  }));
  return { arcs, shapes };
}

function turnedRing(ring: Ring, isOuter: boolean): Ring {
  return areaOf(ring) > 0 === isOuter ? ring : [...ring].reverse();
}

/** Twice the signed area; counter-clockwise is positive. */
function areaOf(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0);
}

/** A point is a corner when it does not have the same two neighbours in every ring that passes through it. */
function cornersOf(rings: readonly Ring[]): (point: Position) => boolean {
  const seen = new Map<string, string>();
  const corners = new Set<string>();
  for (const ring of rings) {
    const open = ring.slice(0, -1);
    open.forEach((point, at) => {
      const around = [open.at(at - 1)!, open[(at + 1) % open.length]!].map(String).sort().join(" ");
      const before = seen.get(String(point));
      if (before !== undefined && before !== around) corners.add(String(point));
      seen.set(String(point), around);
    });
  }
  return (point) => corners.has(String(point));
}

/** A ring without a corner (an island) is one closed arc, begun at its least point so that it is the same from outside. */
function cut(ring: Ring, isCorner: (point: Position) => boolean): Ring[] {
  const open = ring.slice(0, -1);
  const first = open.findIndex(isCorner);
  const start = first >= 0 ? first : open.indexOf(leastOf(open));
  const walked = [...open.slice(start), ...open.slice(0, start), open[start]!];
  const arcs: Position[][] = [[walked[0]!]];
  walked.slice(1).forEach((point, at) => {
    arcs.at(-1)!.push(point);
    if (isCorner(point) && at < walked.length - 2) arcs.push([point]);
  });
  return arcs;
}

function leastOf(points: readonly Position[]): Position {
  return points.reduce((least, point) => ((point[0] - least[0] || point[1] - least[1]) < 0 ? point : least));
}

function keyOf(arc: Ring): string {
  return arc.join(" ");
}
