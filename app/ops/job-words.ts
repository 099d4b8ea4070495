import type { QueueName } from "~jobs/define";

export type ShownQueue = QueueName;

export const QUEUE_LABELS: Record<QueueName, { name: string; use: string }> = {
  files: { name: "Fichiers", use: "Lecture et application des imports" },
  rules: { name: "Calculs", use: "Éligibilité et priorités" },
  plans: { name: "Semaines", use: "Propositions de visites" },
  mail: { name: "Lettres", use: "Envoi des lettres" },
  campaigns: { name: "Campagnes", use: "Courriels à beaucoup de médecins" },
  clock: { name: "Horloge", use: "Ce qui part à heure fixe" },
};

const JOBS: Record<string, string> = {
  "read-import": "Lecture d'un fichier",
  "apply-import": "Application d'un import",
  "score-fund": "Calcul d'une caisse",
  "score-doctors": "Calcul de quelques médecins",
  "score-everybody": "Calcul nocturne",
  "send-password-link": "Lettre de mot de passe",
  "send-letters": "Courriels d'une campagne",
  "propose-week": "Proposition d'une semaine",
  "send-invitation": "Invitation à une visite",
  "send-follow-up-letter": "Courriel de suite",
  "send-trial-letter": "Essai d'une lettre",
  tidy: "Ménage",
};

/** Jobs by the name people give them; one that is not in the list shows its own. */
export function jobLabel(name: string): string {
  return JOBS[name] ?? name;
}
