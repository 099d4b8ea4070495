import { split } from "../cells";
import { readCommune } from "../communes";
import { decodeLine, encodingOf } from "../encoding";
import { readHeader, separatorOf } from "../header";
import { refusal, shown } from "../wording";
import type { ZoneRow } from "./row";

/** One commune of a territoire de vie-santé, as the composition file lists them. */
export type TerritoryCommune = { communeCode: string; communeName: string; tvsCode: string };

export type CompositionReading = { ok: true; communes: TerritoryCommune[] } | { ok: false; why: string };

const COLUMNS = {
  communeCode: { name: "depcom", also: ["Code commune"], must: true },
  communeName: { name: "libcom", also: ["Commune"], must: true },
  tvsCode: { name: "tv", also: ["TVS", "Code TVS"], must: true },
} as const;

/** The whole file at once: the country has 35 000 communes, two megabytes. */
export function readComposition(bytes: Buffer): CompositionReading {
  const { encoding, bom } = encodingOf(bytes.subarray(0, 65_536));
  if (encoding === "utf-16")
    return refusal("La composition des territoires est en UTF-16.", "Enregistrez-la en « CSV UTF-8 ».");
  const lines = decodeLine(bytes, bom, bytes.length, encoding).text.split(/\r?\n/);
  const separator = separatorOf(lines[0] ?? "") ?? ",";
  const { places, missing } = readHeader(split(lines[0] ?? "", separator, true), COLUMNS);
  if (missing.length > 0) {
    return refusal(
      `Ce fichier n'est pas la composition des territoires de vie-santé : il manque ${missing.map(shown).join(", ")}.`,
      "Choisissez le fichier des communes par territoire (depcom, libcom, tv).",
    );
  }
  const communes = lines.slice(1).flatMap((line) => {
    const cells = split(line, separator, true).map((cell) => cell.trim());
    const { code } = readCommune(cells[places.communeCode ?? 0] ?? "", null);
    const tvsCode = cells[places.tvsCode ?? 0]?.toUpperCase() ?? "";
    return code && tvsCode ? [{ communeCode: code, communeName: cells[places.communeName ?? 0] ?? "", tvsCode }] : [];
  });
  return { ok: true, communes };
}

/**
 * Spreads the class of each territory over its communes. A territory may straddle regions that class it differently:
 * the region that holds most of it wins. Rows that already name a commune or a district stay as they are.
 */
export function expandTvs(
  rows: readonly ZoneRow[],
  composition: readonly TerritoryCommune[],
): { rows: ZoneRow[]; unknown: string[] } {
  const communesOf = grouped(composition, (commune) => tvsKey(commune.tvsCode));
  const settled = rows.filter((row) => row.communeCode !== null || row.tvsCode === null);
  const byTerritory = grouped(
    rows.filter((row) => row.communeCode === null && row.tvsCode !== null),
    (row) => tvsKey(row.tvsCode ?? ""),
  );
  const unknown: string[] = [];
  const spread = [...byTerritory].flatMap(([tvs, claims]) => {
    const row = claims.find((claim) => claim.majority === true) ?? claims[0];
    const communes = communesOf.get(tvs);
    if (!communes) unknown.push(row?.tvsCode ?? tvs);
    if (!row || !communes) return [];
    return communes.map(({ communeCode, communeName }) => ({ ...row, communeCode, communeName }));
  });
  return { rows: [...settled, ...spread], unknown };
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** « TVS44109 », « 44109 » and a spreadsheet's « 4070 » for 04070 are one territory. */
function tvsKey(code: string): string {
  return code.toUpperCase().replace(/^TVS/, "").padStart(5, "0");
}
