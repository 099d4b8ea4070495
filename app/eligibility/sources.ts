import { french } from "~/format/typography";

export interface Source {
  /** What a reader would look for. */
  readonly label: string;
  /** As precise as the text or page itself, in French; null when it bears none. */
  readonly date: string | null;
  /** O: official; P: union, order or professional press; T: third-party site, to be read again on ameli. */
  readonly grade: "O" | "P" | "T";
}

/** Every text the rules were read in, by the code the domain notes give it. */
const SOURCES = {
  seed002: { label: "Fiche pratique de la période de l'avenant 7", date: null, grade: "T" },
  S02: { label: "Arrêté du 14 août 2019, extrait de l'article 9-5-2-2", date: "14 août 2019", grade: "O" },
  S05: { label: "CSMF, « Les critères d'éligibilité »", date: null, grade: "P" },
  S06: { label: "CSMF, « Les contreparties pour le médecin »", date: null, grade: "P" },
  S07: { label: "Les Généralistes-CSMF, entretien du Dr Duquesnel", date: "15 mai 2019", grade: "P" },
  S09: { label: "Egora, « Assistants médicaux : où en est… »", date: "janvier 2021", grade: "P" },
  S10: { label: "Ordre des médecins, revue Médecins n° 74", date: "juillet 2021", grade: "P" },
  S11: { label: "Communiqué de la CSMF", date: "mai 2019", grade: "P" },
  S12: { label: "ORIFF-PL, extrait du guide de l'UNAPL", date: "2022", grade: "T" },
  S13: { label: "Biopsii, « L'aide financière à l'embauche »", date: null, grade: "T" },
  S14: { label: "ReAGJIR, « Assistants médicaux, mode d'emploi »", date: "5 juillet 2019", grade: "P" },
  S15: { label: "Remede.org, citant le texte de l'avenant 7", date: "2019", grade: "P" },
  S17: { label: "Crédit Agricole, « Comment fonctionne l'aide à l'embauche »", date: null, grade: "T" },
  S18: { label: "ameli.fr, « Règlement arbitral : les mesures en vigueur »", date: "mai 2023", grade: "O" },
  S19: { label: "JHP, « Aide à l'emploi d'assistants médicaux »", date: "7 août 2023", grade: "T" },
  S20: { label: "Acoorde, lecture du règlement arbitral", date: "2023", grade: "T" },
  S21: { label: "FMF, sur le renouvellement des contrats de 2019", date: null, grade: "P" },
  S22: { label: "J.-B. Fron, fiche « L'assistant médical »", date: "janvier 2025", grade: "T" },
  S23: { label: "ameli.fr, « Ce qui change dès juin 2024 »", date: "27 juin 2024", grade: "O" },
  S24: { label: "ameli.fr, « Revalorisation et assouplissement du dispositif »", date: "28 novembre 2024", grade: "O" },
  S26: { label: "ameli.fr, simulateur de l'aide", date: "2024", grade: "O" },
  S27: { label: "assistants-medicaux.org, actualités et questions", date: "27 décembre 2024", grade: "P" },
  S28: { label: "Le Quotidien du médecin, « Le b.a.-ba »", date: "après juin 2024", grade: "P" },
  S30: { label: "Mesdocs GE, « L'aide collective CPAM », citant ameli.fr", date: "2026", grade: "T" },
  S32: { label: "assistants-medicaux.org, questions sur le salaire et les horaires", date: "2024", grade: "P" },
  S38: { label: "ameli.fr, « Un bilan à 4 ans encourageant »", date: "décembre 2024", grade: "O" },
  S46: { label: "Docteur Imago, « Les radiologues éligibles sous conditions »", date: "2019", grade: "P" },
  S49: { label: "Medscape, session de MG France", date: null, grade: "P" },
} as const satisfies Record<string, Source>;

export type SourceCode = keyof typeof SOURCES;

/** As pages print them: typeset once, every criterion cites them. */
const PRINTED = new Map<string, Source>(
  Object.entries(SOURCES).map(([code, source]) => [code, { ...source, label: french(source.label) }]),
);

export function sourcesOf(codes: readonly SourceCode[]): Source[] {
  return codes.map((code) => PRINTED.get(code)!);
}
