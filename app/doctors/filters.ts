import type { Verdict } from "~/eligibility/assessment";
import { CRITERION_BITS } from "~/eligibility/criterion-bits";
import { FAMILY_LABELS, type SpecialtyFamily } from "./specialty";

export const ZONE_CHOICES = ["ZIP", "ZAC", "autres", "inconnue"] as const;
export const VERDICT_CHOICES = ["oui", "a-verifier", "non"] as const;

/** What narrows the list, in the words of its address. */
export interface Filters {
  readonly q: string;
  readonly zone: (typeof ZONE_CHOICES)[number] | null;
  readonly verdict: (typeof VERDICT_CHOICES)[number] | null;
  readonly specialite: "generalistes" | "specialistes" | SpecialtyFamily | null;
  readonly secteur: number | null;
  /** Number of a saved segment. */
  readonly segment: string | null;
  /** A question to the doctor, or to the files of the caisse, would settle something. */
  readonly question: boolean;
  /** Doctors the last directory no longer names: they leave the ranking, so zone and verdict do not apply to them. */
  readonly absents: boolean;
}

export type FilterName = keyof Filters;

export const NO_FILTERS: Filters = {
  q: "",
  zone: null,
  verdict: null,
  specialite: null,
  secteur: null,
  segment: null,
  question: false,
  absents: false,
};

const VERDICT_OF: Record<(typeof VERDICT_CHOICES)[number], Verdict> = {
  oui: "yes",
  non: "no",
  "a-verifier": "unknown",
};

/** A file active whose line is not published leaves nothing to ask: every other open criterion does. */
const ASKABLE = CRITERION_BITS.reduce((mask, code, bit) => (code === "MIN_FILE_ACTIVE" ? mask : mask | (1 << bit)), 0);

/** The address of the list with these filters, on its first page. */
export function listAddress(filters: Filters): string {
  const query = queryOf(filters);
  return query === "" ? "/medecins" : `/medecins?${query}`;
}

export function queryOf(filters: Filters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (value !== null && value !== false && value !== "") query.set(name, value === true ? "1" : String(value));
  return query.toString();
}

export function without(filters: Filters, name: FilterName): Filters {
  return { ...filters, [name]: NO_FILTERS[name] };
}

/** In the order in which they stand on the page. */
export function namesInForce(filters: Filters): FilterName[] {
  return (Object.keys(NO_FILTERS) as FilterName[]).filter((name) => filters[name] !== NO_FILTERS[name]);
}

/** Zone, verdict, question and segment live in the ranking, which those who left the directory have left too. */
export function appliesTo(filters: Filters): Filters {
  return filters.absents ? { ...filters, zone: null, verdict: null, segment: null, question: false } : filters;
}

const ZONE_WORDS = { ZIP: "en ZIP", ZAC: "en ZAC", autres: "hors ZIP et ZAC", inconnue: "de zone inconnue" };
const VERDICT_WORDS = { oui: "éligibles", "a-verifier": "à vérifier", non: "non éligibles" };

/** The same wishes as plain values of the columns of `score`. */
export interface Narrowing {
  readonly zones: readonly string[] | null;
  readonly zoneUnknown: boolean;
  readonly verdict: Verdict | null;
  readonly isGp: boolean | null;
  readonly specialty: string | null;
  readonly sectorId: number | null;
  /** Bits of the open criteria of which at least one must be set. */
  readonly askable: number | null;
}

const ZONES_OF = { ZIP: ["ZIP"], ZAC: ["ZAC"], autres: ["ZV", "HZ"] };

export function narrowingOf({ zone, verdict, specialite, secteur, question }: Filters): Narrowing {
  const isGp = specialite === "generalistes" ? true : specialite === "specialistes" ? false : null;
  return {
    zones: zone === null || zone === "inconnue" ? null : ZONES_OF[zone],
    zoneUnknown: zone === "inconnue",
    verdict: question ? "unknown" : verdict && VERDICT_OF[verdict],
    isGp,
    specialty: isGp === null ? specialite : null,
    sectorId: secteur,
    askable: question ? ASKABLE : null,
  };
}

/** Names of what an address holds by number only: sectors, and the segment. */
export type NamesByNumber = ReadonlyMap<number | string, string>;

/** As it reads in a chip and between guillemets. */
export function filterLabel(filters: Filters, name: FilterName, names: NamesByNumber): string {
  switch (name) {
    case "q":
      return `recherche : ${filters.q.slice(0, 60)}`;
    case "zone":
      return filters.zone ? ZONE_WORDS[filters.zone] : "";
    case "verdict":
      return filters.verdict ? VERDICT_WORDS[filters.verdict] : "";
    case "specialite":
      return specialtyWords(filters.specialite);
    case "secteur":
      return filters.secteur === null ? "" : (names.get(filters.secteur) ?? `secteur ${filters.secteur}`);
    case "segment":
      return `segment : ${filters.segment === null ? "" : (names.get(filters.segment) ?? "inconnu")}`;
    case "question":
      return "question à poser";
    case "absents":
      return "absents de l'annuaire";
  }
}

function specialtyWords(specialty: Filters["specialite"]): string {
  if (specialty === null) return "";
  if (specialty === "generalistes") return "généralistes";
  return specialty === "specialistes" ? "spécialistes" : FAMILY_LABELS[specialty];
}
