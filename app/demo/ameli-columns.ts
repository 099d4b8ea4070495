/** The columns of "liste-ps"; the order is not promised by the publisher. */
export const AMELI_COLUMNS = [
  "ps_activite_nom",
  "ps_activite_prenom",
  "ps_activite_civilite",
  "ps_activite_carte_vitale",
  "ps_activite_apcv",
  "ps_activite_raison_sociale",
  "specialite_code",
  "specialite_libelle",
  "type_ps_code",
  "type_ps_libelle",
  "coordonnees_voie",
  "coordonnees_complement",
  "coordonnees_lieu_dit",
  "coordonnees_code_postal",
  "coordonnees_ville",
  "coordonnees_num_tel",
  "secteur_conventionnel_code",
  "secteur_conventionnel_libelle",
  "option_tarifaire_code",
  "option_tarifaire_libelle",
  "nature_exercice_code",
  "nature_exercice_libelle",
  "activite_particuliere_code",
  "activite_particuliere_libelle",
] as const;

/** A byte order mark stands before the first column. */
export const AMELI_HEADER = `\uFEFF${AMELI_COLUMNS.join(";")}\r\n`;

/** Code and label. The directory's 3 is the second fee sector; its 2 is the old right to exceed fees for life. */
export const AMELI_FEES = {
  unregulated: "0;Non conventionné",
  "1": "1;Secteur 1 ou conventionné",
  lifelong: "2;Conventionné Dépassement Permanent",
  "2": "3;Secteur 2",
} as const;

export const AMELI_SCHEMES = { OPTAM: "3;OPTAM", "OPTAM-ACO": "4;OPTAM-ACO", none: ";" } as const;

export const AMELI_NATURES = {
  full: "01;Libéral intégral",
  salaried: "02;Libéral activité salariée",
  hospital: "03;Libéral temps partiel hospitalier",
} as const;
