/** The seven time zones of the practices: mainland and Corsica, and six overseas, by département. */
const OVERSEAS: Readonly<Record<string, string>> = {
  "971": "America/Guadeloupe",
  "972": "America/Martinique",
  "973": "America/Cayenne",
  "974": "Indian/Reunion",
  "975": "America/Miquelon",
  "976": "Indian/Mayotte",
  // Saint-Barthélemy and Saint-Martin keep the hour of Guadeloupe.
  "977": "America/Guadeloupe",
  "978": "America/Guadeloupe",
};

export const PARIS = "Europe/Paris";

export function zoneOf(department: string): string {
  return OVERSEAS[department] ?? PARIS;
}

/** Whose hour it is, for screens: « heure de La Réunion ». */
const PLACES: Readonly<Record<string, string>> = {
  [PARIS]: "Paris",
  "America/Guadeloupe": "la Guadeloupe",
  "America/Martinique": "la Martinique",
  "America/Cayenne": "la Guyane",
  "Indian/Reunion": "La Réunion",
  "America/Miquelon": "Saint-Pierre-et-Miquelon",
  "Indian/Mayotte": "Mayotte",
};

export function placeOfZone(zone: string): string {
  return PLACES[zone] ?? zone;
}

export function isOverseas(zone: string): boolean {
  return zone !== PARIS;
}
