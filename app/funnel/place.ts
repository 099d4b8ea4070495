import { STAGE_LABELS, STAGES } from "./stage";

/** The whole funnel, as it is read: a doctor worth visiting, one who may have the aid, then the stored stages. */
export const PLACES = ["target", "eligible", ...STAGES] as const;

export type Place = (typeof PLACES)[number];

export const PLACE_LABELS: Record<Place, string> = { target: "cible", eligible: "éligible", ...STAGE_LABELS };

/** In the plural, over a count. */
export const PLACES_LABELS: Record<Place, string> = {
  target: "cibles",
  eligible: "éligibles",
  contacted: "contactés",
  appointment: "en rendez-vous",
  visited: "visités",
  simulated: "simulation remise",
  intends: "intention",
  filed: "dossier",
  signed: "signés",
  hired: "embauché",
  trained: "formé",
};

/** How many got at least this far, from how many stand where. */
export function cumulated(standing: Readonly<Partial<Record<Place, number>>>): Record<Place, number> {
  let beyond = 0;
  const counts = PLACES.toReversed().map((place) => {
    beyond += standing[place] ?? 0;
    return [place, beyond] as const;
  });
  return Object.fromEntries(counts) as Record<Place, number>;
}
