import { type Day, firstOfMonth } from "~/calendar/day";
import { FAMILY_LABELS, type SpecialtyFamily } from "~/doctors/specialty";

/** As everybody stands; who moved within some days; what became of those first contacted within some days. */
export const VIEWS = ["photo", "periode", "cohorte"] as const;
export type View = (typeof VIEWS)[number];

export const ZONE_GROUPS = ["sous-dense", "ZIP", "ZAC", "autres"] as const;
type ZoneGroup = (typeof ZONE_GROUPS)[number];

/** Whose funnel, in the words of the address. */
export interface Selection {
  readonly caisse: number | null;
  readonly secteurs: readonly number[];
  readonly zone: ZoneGroup | null;
  readonly specialite: "generalistes" | "specialistes" | SpecialtyFamily | null;
}

export interface Wanted {
  readonly vue: View;
  readonly du: Day | null;
  readonly jusquau: Day | null;
  /** The day the funnel is read at; null: now. */
  readonly au: Day | null;
  readonly comparer: boolean;
  readonly first: Selection;
  readonly second: Selection;
}

export const ZONE_LABELS: Record<ZoneGroup, string> = {
  "sous-dense": "sous-dense (ZIP, ZAC)",
  ZIP: "ZIP",
  ZAC: "ZAC",
  autres: "autres zones",
};

export function zonesOf(group: ZoneGroup | null): string[] {
  if (group === null) return [];
  return { "sous-dense": ["ZIP", "ZAC"], ZIP: ["ZIP"], ZAC: ["ZAC"], autres: ["ZV", "HZ"] }[group];
}

export function specialtyOf(choice: Selection["specialite"]): { isGp: boolean | null; specialty: string | null } {
  if (choice === "generalistes" || choice === "specialistes")
    return { isGp: choice === "generalistes", specialty: null };
  return { isGp: null, specialty: choice };
}

const SPECIALTY_GROUPS: Record<string, string> = {
  generalistes: "médecins généralistes",
  specialistes: "spécialistes",
};

/** « Loire-Atlantique, secteurs Nord et Sud, ZIP » */
export function named(
  { caisse, secteurs, zone, specialite }: Selection,
  names: { funds: ReadonlyMap<number, string>; sectors: ReadonlyMap<number, string> },
): string {
  const parts = [
    caisse === null ? null : names.funds.get(caisse),
    ...secteurs.map((id) => names.sectors.get(id)),
    zone && ZONE_LABELS[zone],
    specialite && (SPECIALTY_GROUPS[specialite] ?? FAMILY_LABELS[specialite as SpecialtyFamily]),
  ].filter(Boolean);
  return parts.length === 0 ? "Tous les médecins" : parts.join(", ");
}

/** From the first day of the campaign's half-year to today, unless the address says otherwise. */
export function spanOf({ du, jusquau }: Wanted, today: Day): { from: Day; to: Day } {
  const from = du ?? `${today.slice(0, 4)}-${today.slice(5, 7) < "06" ? "01" : "06"}-01`;
  const to = jusquau ?? today;
  return from <= to ? { from, to } : { from: firstOfMonth(to), to };
}

/** The same page with something else in its address. */
export function addressOf(wanted: Wanted, change: Record<string, string | null> = {}, path = "/entonnoir"): string {
  const { first, second, ...rest } = wanted;
  const query = new URLSearchParams();
  const all = {
    ...written(first, ""),
    vue: rest.vue === "photo" ? null : rest.vue,
    du: rest.du,
    jusquau: rest.jusquau,
    au: rest.au,
    comparer: rest.comparer ? "1" : null,
    ...written(second, "b_"),
    ...change,
  };
  for (const [name, value] of Object.entries(all)) if (value !== null && value !== "") query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

function written({ caisse, secteurs, zone, specialite }: Selection, prefix: string): Record<string, string | null> {
  return {
    [`${prefix}caisse`]: caisse === null ? null : String(caisse),
    [`${prefix}secteurs`]: secteurs.join(","),
    [`${prefix}zone`]: zone,
    [`${prefix}specialite`]: specialite,
  };
}

/** The doctors of one figure of a selection, whichever of the two columns it stands in. */
export function cellAddress(wanted: Wanted, selection: Selection, cell: { etape: string } | { motif: string }): string {
  const alone = { ...wanted, comparer: false, first: selection, second: NOBODY_IN_PARTICULAR };
  return addressOf(alone, { ...cell }, "/entonnoir/medecins");
}

const NOBODY_IN_PARTICULAR: Selection = { caisse: null, secteurs: [], zone: null, specialite: null };
