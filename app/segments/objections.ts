/** Arguments heard in a visit, by the code that reports keep, in the words of the report (app/visits/report). */
export const OBJECTIONS = {
  OBJ_EMPLOYER: "Devenir employeur",
  OBJ_PREMISES: "Pas de place au cabinet",
  OBJ_MORE_PATIENTS: "Pas plus de patients",
  OBJ_WORKLOAD: "Plus de travail",
  OBJ_COST: "Reste à charge",
  OBJ_YEAR3_RISK: "Perdre l'aide la 3e année",
  OBJ_DOUBLE_TARGET: "Double objectif injuste",
  OBJ_COMPLEXITY: "Trop compliqué",
  OBJ_TRUST: "Méfiance envers la caisse",
  OBJ_SECRETARY: "J'ai déjà une secrétaire",
  OBJ_TRAINING: "Formation trop lourde",
  OBJ_RECRUIT: "Je ne trouverai personne",
  OBJ_SMALL_PRACTICE: "Patientèle trop petite",
  OBJ_AGE: "Retraite proche",
  OBJ_QUALITY: "Perdre le lien au patient",
  OBJ_ACCEPTANCE_YOUNG: "Trop tôt, je m'installe",
} as const;

export type Objection = keyof typeof OBJECTIONS;
