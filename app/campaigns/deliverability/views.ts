/** The lists of the page, each under the word of its tab. */
export const VIEWS = ["rebonds", "a-corriger", "reponses-automatiques", "plaintes", "oppositions", "a-lire"] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_LABELS: Record<View, string> = {
  rebonds: "Rebonds",
  "a-corriger": "Adresses à corriger",
  "reponses-automatiques": "Réponses automatiques",
  plaintes: "Plaintes",
  oppositions: "Oppositions",
  "a-lire": "À lire",
};

/** Why there is nothing to see, and that it is no fault. */
export const EMPTY_VIEWS: Record<View, { title: string; why: string }> = {
  rebonds: { title: "Aucun rebond à traiter", why: "Aucun courriel n'est revenu, ou chacun a été jugé." },
  "a-corriger": {
    title: "Aucune adresse demandée",
    why: "Quand une adresse ne fonctionne plus, « Corriger l'adresse » pose la question au délégué du médecin.",
  },
  "reponses-automatiques": {
    title: "Aucune réponse automatique",
    why: "Les absences et les accusés de réception arrivent ici : ils ne comptent jamais contre une adresse.",
  },
  plaintes: {
    title: "Aucune plainte",
    why: "Un courriel signalé comme indésirable arrive ici, et vaut opposition aussitôt.",
  },
  oppositions: {
    title: "Aucune opposition",
    why: "Les médecins qui s'opposent par le lien d'un courriel apparaissent ici.",
  },
  "a-lire": {
    title: "Aucun message à lire",
    why: "Ce que Tandem ne sait pas classer attend ici qu'une personne le lise.",
  },
};
