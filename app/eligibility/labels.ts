import { GENERAL_PRACTICE, type Specialty, type Zone } from "./doctor-facts";

const SPECIALTY_LABELS: Record<string, string> = {
  [GENERAL_PRACTICE]: "médecine générale",
  ANATOMOCYTOPATHOLOGIE: "anatomo-cytopathologie",
  ANESTHESIE: "anesthésie-réanimation",
  GYNECOLOGIE: "gynécologie",
  MEDECINE_NUCLEAIRE: "médecine nucléaire",
  OPHTALMOLOGIE: "ophtalmologie",
  ORL: "ORL",
  PEDIATRIE: "pédiatrie",
  RADIOTHERAPIE: "radiothérapie",
};

/** A family the dictionary does not know reads as its own name: "CARDIOLOGIE" → « cardiologie ». */
export function specialtyLabel(specialty: Specialty): string {
  return SPECIALTY_LABELS[specialty] ?? specialty.toLocaleLowerCase("fr").replaceAll("_", " ");
}

export const ZONE_LABELS: Record<Zone, string> = {
  ZIP: "zone d'intervention prioritaire",
  ZAC: "zone d'action complémentaire",
  ZV: "zone de vigilance",
  HZ: "hors zonage",
};
