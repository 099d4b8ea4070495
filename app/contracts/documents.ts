import type { ContractKind, Employer } from "./contract";

/** Papers of a file. Those of the collective contract are listed by its text; those of the individual one are usual. */
export const DOCUMENTS = {
  commitment: "Demande d'aide du médecin",
  bank: "Relevé d'identité bancaire",
  job: "Projet de contrat de travail de l'assistant",
  secretary: "Justificatif de l'organisation du secrétariat",
  employer: "Convention avec l'employeur de l'assistant",
  register: "Extrait du registre national des entreprises de moins de trois mois",
  statutes: "Statuts signés",
  agent: "Désignation du mandataire",
  "company-bank": "Relevé d'identité bancaire de la société",
  jobs: "Contrats de travail",
  membership: "Bulletins d'adhésion des médecins",
  training: "Agréments de maîtrise de stage, s'il y a lieu",
} as const;

export type DocumentKind = keyof typeof DOCUMENTS;

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(DOCUMENTS, text);
}

export function documentsOf(kind: ContractKind, employer: Employer): DocumentKind[] {
  if (kind === "collective") return ["register", "statutes", "agent", "company-bank", "jobs", "membership", "training"];
  const alone: DocumentKind[] = ["commitment", "bank", "job", "secretary"];
  return employer === "doctor" ? alone : [...alone, "employer"];
}
