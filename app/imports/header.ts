/** A column of ours: the name its publisher gives it (shown when it is missing) and the other names it goes by. */
export type Column = { name: string; also?: readonly string[]; must?: true };
export type Columns = Readonly<Record<string, Column>>;

export type HeaderReading = { places: Record<string, number>; missing: string[]; twice: string[] };

/** « Code Département (structure) » → "codedepartementstructure": accents, case, blanks and punctuation vary by edition. */
export function headerKey(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** Where each of our columns stands, found by name and never by rank. */
export function readHeader(names: readonly string[], columns: Columns): HeaderReading {
  const keys = comparable(names);
  const reading: HeaderReading = { places: {}, missing: [], twice: [] };
  for (const [field, column] of Object.entries(columns)) {
    const wanted = new Set([column.name, ...(column.also ?? [])].map(headerKey));
    const found = keys.flatMap((key, place) => (wanted.has(key) ? [place] : []));
    if (found.length > 1) reading.twice.push(column.name);
    if (found[0] !== undefined) reading.places[field] = found[0];
    else if (column.must) reading.missing.push(column.name);
  }
  return reading;
}

/** Names as compared. An annex names its column after its year: of « Zonage 2024 » and « Zonage 2025 », the last is meant. */
export function comparable(names: readonly string[]): string[] {
  const keys = names.map(headerKey);
  const years = keys.filter((key) => YEARLY.test(key)).sort();
  const newest = years.at(-1);
  return keys.map((key) => (key === newest ? "zonageannee" : key));
}

const YEARLY = /^zonage(19|20)\d\d$/;

/** The character that cuts the header best. One-column files have none and are nobody's. */
export function separatorOf(header: string): string | null {
  const bare = header.replace(/"[^"]*"/g, "");
  const counted = ["|", ";", "\t", ","].map((separator) => ({ separator, count: bare.split(separator).length - 1 }));
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.separator : null;
}
