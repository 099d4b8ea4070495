import { CARE_DIPLOMAS } from "./training";

export const PROFILES = ["IDE", "AS", "AP", "SECRETARY", "OTHER"] as const;
export type Profile = (typeof PROFILES)[number];

export const PROFILE_LABELS: Record<Profile, string> = {
  IDE: "Infirmier ou infirmière (IDE)",
  AS: "Aide-soignant ou aide-soignante (AS)",
  AP: "Auxiliaire de puériculture (AP)",
  SECRETARY: "Secrétaire",
  OTHER: "Autre parcours",
};

export const TRAININGS = ["CQP", "FAE"] as const;
export type Training = (typeof TRAININGS)[number];

export const TRAINING_LABELS: Record<Training, string> = {
  CQP: "certificat de qualification professionnelle (CQP)",
  FAE: "formation d'adaptation à l'emploi (FAE)",
};

export const SECRETARY_SOLUTIONS = ["hire", "telephone", "other"] as const;
export type SecretarySolution = (typeof SECRETARY_SOLUTIONS)[number];

export const SOLUTION_LABELS: Record<SecretarySolution, string> = {
  hire: "embauche d'un secrétaire",
  telephone: "secrétariat téléphonique",
  other: "autre organisation du secrétariat",
};

/** Those who hold a care diploma follow the adaptation training; anyone else takes the CQP. */
export function trainingFor(profile: Profile): Training {
  return CARE_DIPLOMAS.includes(profile) ? "FAE" : "CQP";
}
