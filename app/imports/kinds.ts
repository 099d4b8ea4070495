export const IMPORT_KINDS = ["rpps", "ameli", "zonage", "patientele", "emails"] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** As the screens and the refusals name them. */
export const KIND_LABELS: Readonly<Record<ImportKind, string>> = {
  rpps: "Annuaire Santé (RPPS)",
  ameli: "Annuaire santé Ameli",
  zonage: "Zonage des médecins",
  patientele: "Patientèle",
  emails: "Adresses électroniques",
};
