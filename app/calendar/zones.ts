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
