import type { Criterion, Kind } from "./criteria";

export const FAMILIES = ["Éligibilité", "Cabinet", "Suivi", "Courriels et oppositions"] as const;

interface Entry<K extends Kind> {
  readonly label: string;
  readonly family: (typeof FAMILIES)[number];
  /** Other words by which one may look for it. */
  readonly words: readonly string[];
  /** What it asks when it is chosen by its name alone. */
  readonly fresh: Criterion<K>;
}

/** Every criterion a segment may hold, in the order in which they are offered. */
export const CATALOG: { readonly [K in Kind]: Entry<K> } = {
  verdict: {
    label: "Éligibilité",
    family: "Éligibilité",
    words: ["réponse", "verdict", "aide"],
    fresh: { kind: "verdict", is: ["yes"] },
  },
  nearness: {
    label: "Distance au seuil",
    family: "Éligibilité",
    words: ["patients", "proche", "manque", "patientèle", "file active"],
    fresh: { kind: "nearness", side: "missing", from: 1, to: 50 },
  },
  failing: {
    label: "Critère en échec",
    family: "Éligibilité",
    words: ["refus", "motif", "écarté"],
    fresh: { kind: "failing", is: ["MIN_PATIENTELE_MT"] },
  },
  priority: {
    label: "Priorité",
    family: "Éligibilité",
    words: ["score", "points"],
    fresh: { kind: "priority", from: 300, to: null },
  },
  "unknown-fact": {
    label: "Donnée inconnue",
    family: "Éligibilité",
    words: ["manquante", "ignorée", "à compléter", "question"],
    fresh: { kind: "unknown-fact", is: ["mt_total"] },
  },
  zone: {
    label: "Zone",
    family: "Cabinet",
    words: ["zonage", "sous-dense", "territoire"],
    fresh: { kind: "zone", is: ["ZIP", "ZAC"] },
  },
  specialty: {
    label: "Spécialité",
    family: "Cabinet",
    words: ["généraliste", "spécialiste", "discipline"],
    fresh: { kind: "specialty", is: ["general-practice"] },
  },
  "fee-sector": {
    label: "Secteur conventionnel",
    family: "Cabinet",
    words: ["honoraires", "optam", "secteur 1", "secteur 2"],
    fresh: { kind: "fee-sector", is: ["1"] },
  },
  sector: {
    label: "Secteur de délégué",
    family: "Cabinet",
    words: ["tournée", "délégué"],
    fresh: { kind: "sector", is: [] },
  },
  fund: {
    label: "Caisse",
    family: "Cabinet",
    words: ["cpam", "département"],
    fresh: { kind: "fund", is: [] },
  },
  "practice-size": {
    label: "Taille du cabinet",
    family: "Cabinet",
    words: ["groupe", "seul", "associés", "médecins"],
    fresh: { kind: "practice-size", from: 2, to: null },
  },
  stage: {
    label: "Étape de l'entonnoir",
    family: "Suivi",
    words: ["avancement", "entonnoir"],
    fresh: { kind: "stage", is: ["none"] },
  },
  contact: {
    label: "Dernier contact",
    family: "Suivi",
    words: ["contacté", "jamais", "récent"],
    fresh: { kind: "contact", when: "never" },
  },
  "last-visit": {
    label: "Dernière visite",
    family: "Suivi",
    words: ["résultat", "rencontré", "compte rendu"],
    fresh: { kind: "last-visit", is: ["never-met"] },
  },
  objection: {
    label: "Objection entendue",
    family: "Suivi",
    words: ["argument", "frein"],
    fresh: { kind: "objection", is: ["OBJ_COST"] },
  },
  booked: {
    label: "Visite prévue",
    family: "Suivi",
    words: ["rendez-vous", "agenda"],
    fresh: { kind: "booked", yes: false },
  },
  contract: {
    label: "Contrat",
    family: "Suivi",
    words: ["signé", "signature"],
    fresh: { kind: "contract", signed: false },
  },
  campaign: {
    label: "Campagne reçue",
    family: "Courriels et oppositions",
    words: ["courriel", "envoi", "lettre"],
    fresh: { kind: "campaign", received: false, campaignId: null, days: 30 },
  },
  email: {
    label: "Adresse e-mail",
    family: "Courriels et oppositions",
    words: ["courriel", "joignable", "mail"],
    fresh: { kind: "email", usable: true },
  },
  "opt-out": {
    label: "Opposition",
    family: "Courriels et oppositions",
    words: ["rgpd", "désinscrit", "refuse"],
    fresh: { kind: "opt-out", of: ["email"], noted: false },
  },
};

export const KINDS = Object.keys(CATALOG) as Kind[];
