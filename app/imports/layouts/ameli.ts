import type { Columns } from "../header";
import type { Shape } from "./shape";

export const AMELI_COLUMNS = {
  lastName: { name: "ps_activite_nom", must: true },
  firstName: { name: "ps_activite_prenom", must: true },
  civility: { name: "ps_activite_civilite" },
  vitale: { name: "ps_activite_carte_vitale" },
  company: { name: "ps_activite_raison_sociale" },
  specialtyCode: { name: "specialite_code", must: true },
  specialtyLabel: { name: "specialite_libelle", must: true },
  personType: { name: "type_ps_code", must: true },
  street: { name: "coordonnees_voie", must: true },
  building: { name: "coordonnees_complement" },
  locality: { name: "coordonnees_lieu_dit" },
  postcode: { name: "coordonnees_code_postal", must: true },
  town: { name: "coordonnees_ville", must: true },
  phone: { name: "coordonnees_num_tel" },
  feeCode: { name: "secteur_conventionnel_code", must: true },
  feeLabel: { name: "secteur_conventionnel_libelle" },
  optionCode: { name: "option_tarifaire_code", must: true },
  natureCode: { name: "nature_exercice_code" },
  natureLabel: { name: "nature_exercice_libelle" },
} as const satisfies Columns;

export const AMELI_SHAPES: readonly Shape[] = [
  {
    kind: "ameli",
    variant: "liste-ps",
    columns: AMELI_COLUMNS,
    fits: (keys) => keys.has("psactivitenom") || (keys.has("typepscode") && keys.has("secteurconventionnelcode")),
    strict: true,
  },
];
