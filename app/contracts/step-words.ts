import { french } from "~/format/typography";
import type { Step } from "./lifecycle";

/** What a step does and what the texts say of it. */
const WORDS: Record<Step, string> = {
  open: "",
  sign: "La date fixe le texte applicable, le barème et l'objectif pour cinq ans. Les comptes sont ceux du jour de la signature : des nombres, jamais de patient.",
  hire: "L'embauche suit la signature. Elle ouvre les délais de formation ; si l'assistant était secrétaire du cabinet, son remplacement est attendu sous six mois.",
  absence:
    "Moins de deux mois : rien à faire. Plus de trois mois sans remplacement : suspension, après accord écrit. Entre les deux, aucun texte : prévenez la caisse.",
  suspend:
    "Après accord écrit, depuis le début du congé ou le jour où la caisse l'apprend. Un avenant est à signer, un autre à la reprise.",
  resume: "Un avenant de reprise est à signer.",
  notice:
    "Par lettre recommandée avec avis de réception : le contrat prend fin deux mois après sa réception. La part due de l'année entamée est à vérifier auprès de la caisse.",
  relocation:
    "Trop loin pour garder la patientèle, dans le même département : la caisse clôt le contrat et un nouveau est possible, comme pour un médecin nouvellement installé. Les autres cas se règlent avec elle.",
  specialty:
    "Un changement de spécialité à l'Ordre clôt le contrat ; le médecin est traité comme nouvellement installé.",
  switch:
    "À la demande du médecin seulement : le contrat quitte les conditions et l'objectif de sa signature. L'objectif et les versements de l'année entamée sont à vérifier auprès de la caisse. Ce passage ne se défait pas ici.",
  renewal:
    "Ouvre un dossier avec la même option et le même employeur. Montants et objectif d'un renouvellement sont à vérifier auprès de la caisse.",
  end: "",
  renew: "",
  abandon: "Le dossier est gardé et peut être rouvert.",
  reopen: "Le dossier reprend où il en était.",
};

export const STEP_EXPLAINED = Object.fromEntries(
  Object.entries(WORDS).map(([step, words]) => [step, french(words)]),
) as Record<Step, string>;
