import type { Day } from "~/calendar/day";

export interface Source {
  /** What a reader would look for. */
  readonly label: string;
  /** Day of the text or page; null when it bears none. */
  readonly date: Day | null;
  /** O: official; P: union, order or professional press; T: third-party site, to be read again on ameli. */
  readonly grade: "O" | "P" | "T";
}

/** Every text the rules were read in, by the code the domain notes give it. */
export const SOURCES = {
  seed002: { label: "Fiche pratique de la période de l'avenant 7", date: null, grade: "T" },
  S02: { label: "Arrêté du 14 août 2019, extrait de l'article 9-5-2-2", date: "2019-08-14", grade: "O" },
  S05: { label: "CSMF, « Les critères d'éligibilité »", date: null, grade: "P" },
  S06: { label: "CSMF, « Les contreparties pour le médecin »", date: null, grade: "P" },
  S07: { label: "Les Généralistes-CSMF, entretien du Dr Duquesnel", date: "2019-05-15", grade: "P" },
  S09: { label: "Egora, « Assistants médicaux : où en est… »", date: "2021-01-01", grade: "P" },
  S10: { label: "Ordre des médecins, revue Médecins n° 74", date: "2021-07-01", grade: "P" },
  S11: { label: "Communiqué de la CSMF", date: "2019-05-01", grade: "P" },
  S12: { label: "ORIFF-PL, extrait du guide de l'UNAPL", date: "2022-01-01", grade: "T" },
  S13: { label: "Biopsii, « L'aide financière à l'embauche »", date: null, grade: "T" },
  S14: { label: "ReAGJIR, « Assistants médicaux, mode d'emploi »", date: "2019-07-05", grade: "P" },
  S15: { label: "Remede.org, citant le texte de l'avenant 7", date: "2019-01-01", grade: "P" },
  S17: { label: "Crédit Agricole, « Comment fonctionne l'aide à l'embauche »", date: null, grade: "T" },
  S18: { label: "ameli.fr, « Règlement arbitral : les mesures en vigueur »", date: "2023-05-01", grade: "O" },
  S19: { label: "JHP, « Aide à l'emploi d'assistants médicaux »", date: "2023-08-07", grade: "T" },
  S20: { label: "Acoorde, lecture du règlement arbitral", date: "2023-01-01", grade: "T" },
  S21: { label: "FMF, sur le renouvellement des contrats de 2019", date: null, grade: "P" },
  S22: { label: "J.-B. Fron, fiche « L'assistant médical »", date: "2025-01-01", grade: "T" },
  S23: { label: "ameli.fr, « Ce qui change dès juin 2024 »", date: "2024-06-27", grade: "O" },
  S24: { label: "ameli.fr, « Revalorisation et assouplissement du dispositif »", date: "2024-11-28", grade: "O" },
  S26: { label: "ameli.fr, simulateur de l'aide", date: "2024-01-01", grade: "O" },
  S27: { label: "assistants-medicaux.org, actualités et questions", date: "2024-12-27", grade: "P" },
  S28: { label: "Le Quotidien du médecin, « Le b.a.-ba »", date: "2024-06-01", grade: "P" },
  S30: { label: "Mesdocs GE, « L'aide collective CPAM », citant ameli.fr", date: "2026-01-01", grade: "T" },
  S46: { label: "Docteur Imago, « Les radiologues éligibles sous conditions »", date: "2019-01-01", grade: "P" },
  S49: { label: "Medscape, session de MG France", date: null, grade: "P" },
} as const satisfies Record<string, Source>;

export type SourceCode = keyof typeof SOURCES;
