import type { StandingKind } from "./standing";

export const STANDING_TITLES: Record<StandingKind, string> = {
  suspended: "Contrat suspendu",
  unknown: "Objectif à vérifier",
  "no-count": "Aucun comptage récent",
  "too-early": "Trop tôt pour dire",
  reached: "Objectif atteint",
  "on-track": "En bonne voie",
  uncertain: "En bonne voie, sans certitude",
  "at-risk": "Objectif incertain",
  behind: "En retard sur l'objectif",
  missed: "Objectif non atteint",
};
