import { GENERAL_PRACTICE, type Specialty, type Zone } from "./doctor-facts";

const SPECIALTY_LABELS: Record<string, string> = {
  [GENERAL_PRACTICE]: "médecine générale",
  ANATOMOCYTOPATHOLOGIE: "anatomo-cytopathologie",
  ANESTHESIE: "anesthésie-réanimation",
  AUTRE_SPECIALITE: "autre spécialité",
  BIOLOGIE_MEDICALE: "biologie médicale",
  GASTRO_ENTEROLOGIE: "gastro-entérologie",
  GENETIQUE_MEDICALE: "génétique médicale",
  GERIATRIE: "gériatrie",
  GYNECOLOGIE: "gynécologie",
  HEMATOLOGIE: "hématologie",
  MEDECINE_D_URGENCE: "médecine d'urgence",
  MEDECINE_DU_TRAVAIL: "médecine du travail",
  MEDECINE_INTERNE: "médecine interne",
  MEDECINE_LEGALE: "médecine légale",
  MEDECINE_NUCLEAIRE: "médecine nucléaire",
  MEDECINE_PHYSIQUE: "médecine physique et de réadaptation",
  MEDECINE_VASCULAIRE: "médecine vasculaire",
  NEPHROLOGIE: "néphrologie",
  OPHTALMOLOGIE: "ophtalmologie",
  ORL: "ORL",
  PEDIATRIE: "pédiatrie",
  RADIOTHERAPIE: "radiothérapie",
  REANIMATION: "réanimation",
  RECHERCHE_MEDICALE: "recherche médicale",
  SANTE_PUBLIQUE: "santé publique",
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
