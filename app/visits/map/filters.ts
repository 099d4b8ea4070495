import { type Day, daysBetween } from "~/calendar/day";

export const ZONE_CHOICES = ["ZIP", "ZAC", "autres", "inconnue"] as const;
export const VERDICT_CHOICES = ["oui", "a-verifier"] as const;
export const VISIT_CHOICES = ["avec", "sans"] as const;

/** What narrows the doctors of the map, in the words of its address. */
export interface MapFilters {
  readonly zone: (typeof ZONE_CHOICES)[number] | null;
  readonly verdict: (typeof VERDICT_CHOICES)[number] | null;
  /** Met by nobody for that many days, or never. */
  readonly nonvus: boolean;
  /** With or without a visit booked. */
  readonly visite: (typeof VISIT_CHOICES)[number] | null;
}

export type MapFilterName = keyof MapFilters;

export const NO_MAP_FILTERS: MapFilters = { zone: null, verdict: null, nonvus: false, visite: null };

export const UNSEEN_DAYS = 60;

/** What the filters look at. */
export interface Filtered {
  readonly area: string | null;
  readonly verdict: string | null;
  readonly lastMetOn: Day | null;
  readonly nextVisitOn: Day | null;
}

const ZONES_OF: Record<NonNullable<MapFilters["zone"]>, readonly (string | null)[]> = {
  ZIP: ["ZIP"],
  ZAC: ["ZAC"],
  autres: ["ZV", "HZ"],
  inconnue: [null],
};
const VERDICT_OF = { oui: "yes", "a-verifier": "unknown" } as const;

const TESTS: Record<MapFilterName, (doctor: Filtered, filters: MapFilters, today: Day) => boolean> = {
  zone: ({ area }, { zone }) => zone === null || ZONES_OF[zone].includes(area),
  verdict: (doctor, { verdict }) => verdict === null || doctor.verdict === VERDICT_OF[verdict],
  nonvus: ({ lastMetOn }, { nonvus }, today) =>
    !nonvus || lastMetOn === null || daysBetween(lastMetOn, today) > UNSEEN_DAYS,
  visite: ({ nextVisitOn }, { visite }) => visite === null || (nextVisitOn !== null) === (visite === "avec"),
};

/** In the order in which they stand on the page. */
const NAMES = Object.keys(NO_MAP_FILTERS) as MapFilterName[];

export function passes(doctor: Filtered, filters: MapFilters, today: Day): boolean {
  return NAMES.every((name) => TESTS[name](doctor, filters, today));
}

export function namesInForce(filters: MapFilters): MapFilterName[] {
  return NAMES.filter((name) => filters[name] !== NO_MAP_FILTERS[name]);
}

export interface RemovedByFilter {
  readonly name: MapFilterName;
  readonly count: number;
}

/** How many each filter in force hides by itself alone, the heaviest first. */
export function removedBy(doctors: readonly Filtered[], filters: MapFilters, today: Day): RemovedByFilter[] {
  return namesInForce(filters)
    .map((name) => ({
      name,
      count: doctors.filter((doctor) => {
        const others = NAMES.filter((other) => other !== name);
        return others.every((other) => TESTS[other](doctor, filters, today)) && !TESTS[name](doctor, filters, today);
      }).length,
    }))
    .sort((a, b) => b.count - a.count);
}

const ZONE_WORDS = { ZIP: "en ZIP", ZAC: "en ZAC", autres: "hors ZIP et ZAC", inconnue: "de zone inconnue" };
const VERDICT_WORDS = { oui: "éligibles", "a-verifier": "à vérifier" };
const VISIT_WORDS = { avec: "avec une visite prévue", sans: "sans visite prévue" };

/** As it reads in a chip and between guillemets. */
export function filterLabel(filters: MapFilters, name: MapFilterName): string {
  switch (name) {
    case "zone":
      return filters.zone ? ZONE_WORDS[filters.zone] : "";
    case "verdict":
      return filters.verdict ? VERDICT_WORDS[filters.verdict] : "";
    case "nonvus":
      return `non vus depuis ${UNSEEN_DAYS} jours`;
    case "visite":
      return filters.visite ? VISIT_WORDS[filters.visite] : "";
  }
}
