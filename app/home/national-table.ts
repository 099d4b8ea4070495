import type { NationalCount } from "~db/queries/home";
import { type HiddenCount, NOBODY, plus } from "./hidden-count";

export const NATIONAL_ZONES = ["ZIP", "ZAC", "ZV", "HZ", "inconnue"] as const;
export type NationalZone = (typeof NATIONAL_ZONES)[number];

export interface NationalRow {
  readonly code: string;
  readonly fund: string;
  readonly zones: Readonly<Record<NationalZone, HiddenCount>>;
  readonly total: HiddenCount;
}

const EMPTY: Record<NationalZone, HiddenCount> = { ZIP: NOBODY, ZAC: NOBODY, ZV: NOBODY, HZ: NOBODY, inconnue: NOBODY };

/** One line a fund, in the order of the counts, and the line of totals. */
export function nationalTable(counts: readonly NationalCount[]): { rows: NationalRow[]; total: NationalRow } {
  const rows = new Map<string, NationalRow>();
  let total: NationalRow = { code: "", fund: "Toutes les caisses", zones: EMPTY, total: NOBODY };
  for (const count of counts) {
    const row = rows.get(count.code) ?? { code: count.code, fund: count.fund, zones: EMPTY, total: NOBODY };
    rows.set(count.code, added(row, count));
    total = added(total, count);
  }
  return { rows: [...rows.values()], total };
}

function added(row: NationalRow, { zone, doctors }: NationalCount): NationalRow {
  const key = NATIONAL_ZONES.find((each) => each === zone) ?? "inconnue";
  return { ...row, zones: { ...row.zones, [key]: plus(row.zones[key], doctors) }, total: plus(row.total, doctors) };
}
