/** A populated place of the GeoNames "cities500" file. `code` is its INSEE commune code, empty when unknown. */
export type Place = { name: string; lat: number; lon: number; code: string; department: string; population: number };

const TERRITORIES = new Set(["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "PF", "NC", "WF"]);

/** Islands of a single commune, for which GeoNames gives no code. */
const SINGLE: Record<string, string> = { BL: "97701", MF: "97801" };

/** Mayotte writes the INSEE code in the first administrative column, the rest of France in the fourth. */
export function frenchPlaces(text: string): Place[] {
  return text.split("\n").flatMap((line) => {
    const cells = line.split("\t");
    const country = cells[8] ?? "";
    if (!TERRITORIES.has(country)) return [];
    const code = [cells[13], cells[10]].find((cell) => /^\d[\dAB]\d{3}$/.test(cell ?? "")) ?? SINGLE[country] ?? "";
    return {
      name: cells[1] ?? "",
      lat: Number(cells[4]),
      lon: Number(cells[5]),
      code,
      department: departmentOf(code, cells[11] ?? ""),
      population: Number(cells[14]),
    };
  });
}

/** Largest place first: the seat of the commune before its hamlets. */
export function placesByCode(places: Place[]): Map<string, Place[]> {
  return grouped(places, (place) => place.code);
}

/** Key: département, blank, name in lower case without accents or punctuation. */
export function placesByName(places: Place[]): Map<string, Place[]> {
  return grouped(places, (place) => `${place.department} ${folded(place.name)}`);
}

function departmentOf(code: string, county: string): string {
  if (!code) return county;
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
}

function grouped(places: Place[], key: (place: Place) => string): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of [...places].sort((a, b) => b.population - a.population)) {
    const group = groups.get(key(place));
    if (group) group.push(place);
    else groups.set(key(place), [place]);
  }
  return groups;
}

/** Names compared without accents, case or punctuation. */
export function folded(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
