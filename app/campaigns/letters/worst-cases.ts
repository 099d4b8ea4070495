import type { LetterDoctor } from "./values";

/** What breaks letters: each is looked at before anything is sent. */
export const WORST_CASES = ["longest", "unknown", "particle", "overseas", "practices"] as const;
export type WorstCase = (typeof WORST_CASES)[number];

export const WORST_CASE_LABELS: Record<WorstCase, string> = {
  longest: "Nom le plus long",
  unknown: "Le moins connu",
  particle: "Nom à particule",
  overseas: "Outre-mer",
  practices: "Plusieurs cabinets",
};

/** Whom a letter is shown for until a doctor is chosen. */
export const EXAMPLE: LetterDoctor = {
  lastName: "LE GOFF",
  firstName: "ANNE-MARIE",
  title: "DR",
  specialty: "Médecine générale",
  isGp: true,
  town: "Châteaubriant",
  practice: "Maison de santé des Deux Rives",
  fund: "CPAM de la Loire-Atlantique",
  delegate: "Éric Robert",
  patients: 812,
  zone: "ZIP",
  verdict: "yes",
  signedOn: null,
};

/** Stands in when the fund has no such doctor. */
export const FICTITIOUS: Record<WorstCase, LetterDoctor> = {
  longest: {
    ...EXAMPLE,
    lastName: "DE CASTELBAJAC-MONTGOLFIER DE SAINT-HILAIRE",
    firstName: "MARIE-BERNADETTE-APOLLINE",
  },
  unknown: {
    ...EXAMPLE,
    town: null,
    practice: null,
    delegate: null,
    patients: null,
    zone: null,
    verdict: "unknown",
  },
  particle: { ...EXAMPLE, lastName: "D'HONDT DE LA TOUR", firstName: "ÉLOI" },
  overseas: {
    ...EXAMPLE,
    lastName: "HOARAU",
    firstName: "JEAN-HUGUES",
    town: "Saint-Denis de La Réunion",
    fund: "CGSS de La Réunion",
  },
  practices: { ...EXAMPLE, practice: "CENTRE MÉDICAL DES HALLES", town: "Nozay" },
};
