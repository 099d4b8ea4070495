import { readFileSync } from "node:fs";

/** The current commune, an arrondissement of Paris, Lyon or Marseille, the city above them, or a merged commune whose code lives on in files. */
export type CommuneKind = "commune" | "arrondissement" | "parent" | "delegated";

/** How the point was found: the town's own point, the mean of the communes sharing a postcode, or not at all. */
type CommunePrecision = "exact" | "neighbours" | "none";

export type Commune = {
  code: string;
  name: string;
  department: string;
  postcodes: string[];
  population: number | null;
  lat: number | null;
  lon: number | null;
  precision: CommunePrecision;
  kind: CommuneKind;
  /** Where the code belongs today: the city of an arrondissement, the commune a delegated one was merged into. */
  parent: string | null;
};

export const COMMUNE_COLUMNS = [
  "code",
  "name",
  "department",
  "postcodes",
  "population",
  "lat",
  "lon",
  "precision",
  "kind",
  "parent",
] as const;

let loaded: readonly Commune[] | undefined;

/** All communes of the reference, sorted by code; read once, on first use. */
export function communes(): readonly Commune[] {
  loaded ??= readFileSync(new URL("communes.tsv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map(commune);
  return loaded;
}

function commune(line: string): Commune {
  const [code, name, department, postcodes, population, lat, lon, precision, kind, parent] = line.split("\t");
  return {
    code: code!,
    name: name!,
    department: department!,
    postcodes: postcodes ? postcodes.split(",") : [],
    population: numberOrNull(population),
    lat: numberOrNull(lat),
    lon: numberOrNull(lon),
    precision: precision as CommunePrecision,
    kind: kind as CommuneKind,
    parent: parent || null,
  };
}

function numberOrNull(cell: string | undefined): number | null {
  return cell ? Number(cell) : null;
}
