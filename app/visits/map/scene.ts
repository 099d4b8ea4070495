import { weekday } from "~/calendar/day";
import type { Point } from "~/geo/point";
import type { Level } from "./level";
import type { Spot } from "./spots";
import { lineOf, stopLabel, type Tour } from "./tour";

/** What is drawn over the ground, in the terms of the page. */
export interface Scene {
  readonly spots: readonly Spot[];
  readonly tours: readonly Tour[];
  readonly base: Point | null;
  /** The largest first. */
  readonly towns: readonly Town[];
}

export interface Town extends Point {
  readonly name: string;
}

type Properties = Readonly<Record<string, string | number>>;
type Geometry =
  | { readonly type: "Point"; readonly coordinates: [number, number] }
  | { readonly type: "LineString"; readonly coordinates: [number, number][] };

export interface Features {
  readonly type: "FeatureCollection";
  readonly features: { type: "Feature"; properties: Properties; geometry: Geometry }[];
}

/** Sorts when places are drawn one over the other: the most pressing on top. */
const RANKS: Record<Level, number> = { later: 0, due: 1, promised: 2 };
const SHAPES: Record<string, string> = { ZIP: "full", ZAC: "half", ZV: "hollow", HZ: "hollow" };

export function shapeOf(area: string | null): string {
  return SHAPES[area ?? ""] ?? "unknown";
}

export function spotFeatures({ spots }: Scene): Features {
  return collection(
    spots.map((spot) => {
      const { id, area, level, doctorIds } = spot;
      const icon = `spot|${shapeOf(area)}|${level}|${doctorIds.length}`;
      return pointFeature(spot, { id, icon, rank: RANKS[level], doctors: doctorIds.length });
    }),
  );
}

export function stopFeatures({ tours, base }: Scene): Features {
  const stops = tours.flatMap(({ day, stops }) =>
    stops.flatMap(({ rank, point, visits }) => {
      const label = stopLabel(rank, weekday(day), tours.length === 1);
      return point ? [pointFeature(point, { id: visits[0]!.doctorId, icon: `stop|${label}|${weekday(day) - 1}` })] : [];
    }),
  );
  return collection(base ? [...stops, pointFeature(base, { icon: "base" })] : stops);
}

export function legFeatures({ tours, base }: Scene): Features {
  return collection(
    tours.flatMap(({ day, stops }) => {
      const line = lineOf(stops, base);
      if (line.length < 2) return [];
      const geometry = { type: "LineString" as const, coordinates: line.map(position) };
      return [{ type: "Feature" as const, properties: { day: weekday(day) - 1 }, geometry }];
    }),
  );
}

/** Where two names collide, that of the larger town is written. */
export function townFeatures({ towns }: Scene): Features {
  return collection(towns.map((town, order) => pointFeature(town, { icon: `town|${town.name}`, order })));
}

/** The corners of what there is to see: the tours when there are some, else the doctors, else nothing. */
export function cornersOf({ spots, tours, base }: Scene): [[number, number], [number, number]] | null {
  const doors = tours.flatMap(({ stops }) => lineOf(stops, base));
  const points = doors.length > 0 ? doors : [...spots];
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(({ longitude }) => longitude), points.map(({ latitude }) => latitude)];
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ];
}

const collection = (features: Features["features"]): Features => ({ type: "FeatureCollection", features });
const position = ({ longitude, latitude }: Point): [number, number] => [longitude, latitude];

function pointFeature(at: Point, properties: Properties): Features["features"][number] {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: position(at) } };
}
