/** Arguments heard in a visit, as reports keep them; each reads after « avec pour objection ». */
export const OBJECTIONS = {
  OBJ_EMPLOYER: "le statut d'employeur",
  OBJ_PREMISES: "le manque de locaux",
  OBJ_MORE_PATIENTS: "l'accueil de nouveaux patients",
  OBJ_WORKLOAD: "la charge de travail",
  OBJ_COST: "le coût",
  OBJ_YEAR3_RISK: "le risque de la troisième année",
  OBJ_DOUBLE_TARGET: "le double objectif",
  OBJ_COMPLEXITY: "la complexité",
  OBJ_TRUST: "la méfiance envers la caisse",
  OBJ_SECRETARY: "le secrétariat déjà en place",
  OBJ_TRAINING: "le temps de formation",
  OBJ_RECRUIT: "le recrutement",
  OBJ_SMALL_PRACTICE: "la patientèle trop faible",
  OBJ_AGE: "la retraite proche",
  OBJ_QUALITY: "la relation aux patients",
  OBJ_ACCEPTANCE_YOUNG: "les réserves des jeunes installés",
} as const;

export type Objection = keyof typeof OBJECTIONS;
