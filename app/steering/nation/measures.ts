export const MEASURES = ["visits", "contracts", "rate", "zip", "forecast"] as const;
export type Measure = (typeof MEASURES)[number];

/** As it is in the address, on a chip, and as the figures read. */
export const MEASURE_WORDS: Record<Measure, { slug: string; label: string; what: string }> = {
  visits: { slug: "visites", label: "Visites du mois", what: "visites faites depuis le 1er du mois" },
  contracts: { slug: "contrats", label: "Contrats", what: "contrats signés depuis le début" },
  rate: {
    slug: "pour-100",
    label: "Contrats pour 100 éligibles",
    what: "contrats signés pour 100 médecins éligibles",
  },
  zip: {
    slug: "zip",
    label: "Part en ZIP",
    what: "part des contrats signés en zone d'intervention prioritaire",
  },
  forecast: { slug: "prevision", label: "Prévision", what: "contrats prévus à l'échéance" },
};

/** What may be said of one place: a value, or why there is none. */
export type Told =
  | { readonly value: number; readonly hidden: null }
  | { readonly value: null; readonly hidden: Hidden };

/** Fewer than eleven; or hidden so that a small one is not found by subtraction. */
export type Hidden = "small" | "masked";

/** The measure an address asks for; anything else is the first one. */
export function measureOf(slug: string | undefined): Measure {
  return MEASURES.find((each) => MEASURE_WORDS[each].slug === slug) ?? "visits";
}
