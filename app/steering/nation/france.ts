import type { Outline, Position } from "~/geo/outline";
import { type Box, boxOf, flatAround, type Projection } from "~/geo/outline-drawing";

export interface Shape {
  readonly code: string;
  readonly d: string;
}

export interface Inset {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export interface FranceMap {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly insets: readonly Inset[];
}

const WIDTH = 640;
const SIDE = 88;
const GAP = 8;
/** Drawn apart: too far away, or too small to be seen. */
const APART: readonly { label: string; codes: readonly string[] }[] = [
  { label: "Paris", codes: ["75", "92", "93", "94"] },
  { label: "Guadeloupe", codes: ["971"] },
  { label: "Martinique", codes: ["972"] },
  { label: "Guyane", codes: ["973"] },
  { label: "La Réunion", codes: ["974"] },
  { label: "Mayotte", codes: ["976"] },
];
const OVERSEAS = new Set(APART.slice(1).flatMap(({ codes }) => codes));

/** The country on a grid of whole points, with what is far away or small in squares of its own under it. */
export function franceMap(outlines: readonly Outline[]): FranceMap {
  const mainland = outlines.filter(({ code }) => !OVERSEAS.has(code));
  const flat = flatAround(46.5);
  const land = boxOf(pointsOf(mainland), flat)!;
  const height = Math.round((land.height / land.width) * WIDTH);
  const top = height + GAP;
  const apart = APART.flatMap(({ label, codes }, at) => {
    const inside = outlines.filter(({ code }) => codes.includes(code));
    const inset = { label, x: at * (SIDE + GAP * 2) + GAP, y: top, side: SIDE };
    return inside.length === 0 ? [] : [{ inset, shapes: fitted(inside, inset) }];
  });
  const whole = { x: 0, y: 0, width: WIDTH, height };
  const place = scaled(flat, land, whole);
  return {
    width: WIDTH,
    height: top + SIDE + 24,
    shapes: [
      ...mainland.map((each) => ({ code: each.code, d: drawn(each, place) })),
      ...apart.flatMap((each) => each.shapes),
    ],
    insets: apart.map(({ inset }) => inset),
  };
}

function fitted(outlines: readonly Outline[], { x, y, side }: Inset): Shape[] {
  const points = pointsOf(outlines);
  const flat = flatAround(points[0]![1]);
  const place = scaled(flat, boxOf(points, flat)!, { x: x + 4, y: y + 4, width: side - 8, height: side - 8 });
  return outlines.map((each) => ({ code: each.code, d: drawn(each, place) }));
}

/** As large as the frame allows, and in its middle. */
function scaled(flat: Projection, box: Box, frame: Box): Projection {
  const scale = Math.min(frame.width / box.width, frame.height / box.height);
  const left = frame.x + (frame.width - box.width * scale) / 2;
  const top = frame.y + (frame.height - box.height * scale) / 2;
  return (at) => {
    const [x, y] = flat(at);
    return [Math.round(left + (x - box.x) * scale), Math.round(top + (y - box.y) * scale)];
  };
}

function pointsOf(outlines: readonly Outline[]): Position[] {
  return outlines.flatMap(({ polygons }) => polygons.flat(2) as Position[]);
}

/** Steps from point to point; those that fall on the point before are not told, and a ring of less than a triangle neither. */
function drawn({ polygons }: Outline, place: Projection): string {
  return polygons
    .flat()
    .map((ring) => ringPath(ring.slice(0, -1).map(place)))
    .join("");
}

function ringPath(points: readonly (readonly [number, number])[]): string {
  const kept = points.filter(([x, y], at) => at === 0 || x !== points[at - 1]![0] || y !== points[at - 1]![1]);
  if (kept.length < 3) return "";
  const steps = kept.slice(1).map(([x, y], at) => `${x - kept[at]![0]} ${y - kept[at]![1]}`);
  return `M${kept[0]![0]} ${kept[0]![1]}l${steps.join(" ")}z`;
}
