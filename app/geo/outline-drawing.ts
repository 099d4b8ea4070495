import type { Outline, Position } from "./outline";

/** Longitude and latitude to a flat plane, in the same unit both ways; y grows to the south, as SVG wants it. */
export type Projection = (at: Position) => readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Degrees shrunk eastwards by the cosine of one latitude: true enough across a département, or across France. */
export function flatAround(latitude: number): Projection {
  const narrow = Math.cos((latitude * Math.PI) / 180);
  return ([longitude, lat]) => [longitude * narrow, -lat];
}

/** The `d` of an SVG path, one closed figure a ring; fill it with the rule "evenodd". */
export function pathOf({ polygons }: Pick<Outline, "polygons">, project: Projection, decimals = 3): string {
  const point = (at: Position) =>
    project(at)
      .map((value) => Number(value.toFixed(decimals)))
      .join(" ");
  return polygons
    .flat()
    .map((ring) => `M${ring.slice(0, -1).map(point).join("L")}Z`)
    .join("");
}

/** The smallest box around points once projected, or null without a point. */
export function boxOf(points: Iterable<Position>, project: Projection): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const at of points) {
    const [x, y] = project(at);
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
