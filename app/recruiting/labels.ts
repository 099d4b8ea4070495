import type { ConsentWay, Hours, Profile } from "./candidate";

export const PROFILE_LABELS: Record<Profile, string> = {
  nurse: "Infirmier (IDE)",
  "nursing-auxiliary": "Aide-soignant (AS)",
  "childcare-auxiliary": "Auxiliaire de puériculture (AP)",
  secretary: "Secrétaire",
  other: "Autre profil",
};

/** What the profile still has to obtain to work as an assistant (order of 7 November 2019). */
export const TRAINING_LABELS: Record<Profile, string> = {
  nurse: "diplôme d'infirmier : formation d'adaptation à l'emploi",
  "nursing-auxiliary": "diplôme d'aide-soignant : formation d'adaptation à l'emploi",
  "childcare-auxiliary": "diplôme d'auxiliaire de puériculture : formation d'adaptation à l'emploi",
  secretary: "secrétaire : CQP d'assistant médical à obtenir",
  other: "CQP d'assistant médical à obtenir",
};

export const HOURS_LABELS: Record<Hours, string> = {
  half: "mi-temps",
  full: "temps plein",
  either: "mi-temps ou temps plein",
};

export const CONSENT_LABELS: Record<ConsentWay, string> = {
  writing: "par écrit",
  "e-mail": "par courriel",
  telephone: "par téléphone",
  meeting: "lors d'un entretien",
};
