import { STAGE_LABELS, STAGES } from "./stage";

/** The whole funnel, as it is read: a doctor worth visiting, one who may have the aid, then the stored stages. */
export const PLACES = ["target", "eligible", ...STAGES] as const;

export type Place = (typeof PLACES)[number];

export const PLACE_LABELS: Record<Place, string> = { target: "cible", eligible: "éligible", ...STAGE_LABELS };

/** How many got at least this far, from how many stand where. */
export function cumulated(standing: Readonly<Partial<Record<Place, number>>>): Record<Place, number> {
  let beyond = 0;
  const counts = PLACES.toReversed().map((place) => {
    beyond += standing[place] ?? 0;
    return [place, beyond] as const;
  });
  return Object.fromEntries(counts) as Record<Place, number>;
}

/** The stages of which something is known: a past day does not know who was eligible. */
export function placesShown(
  columns: readonly { figures: readonly { place: Place; doctors: number | null }[] | null }[],
): Place[] {
  return PLACES.filter((place) =>
    columns.some(({ figures }) => figures?.some((row) => row.place === place && row.doctors !== null)),
  );
}
