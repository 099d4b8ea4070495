import type { ImportKind } from "./kinds";

/** What a person should know of each kind before choosing a file. */
export const KIND_NOTES: Readonly<Record<ImportKind, string>> = {
  rpps: "PS_LibreAcces_Personne_activite_*.txt de l'Annuaire Santé : les médecins libéraux et leurs cabinets.",
  ameli: "liste-ps-*.csv de l'annuaire Ameli : secteur conventionnel et Optam, rapprochés par le nom.",
  zonage: "Communes ou territoires classés par l'ARS, en CSV ou en classeur Excel.",
  patientele: "Nos effectifs par médecin, en CSV : rpps;mesure;valeur;date_mesure;source.",
  emails: "Adresses électroniques, en CSV (rpps;email;source;date), ou extraction MSSanté.",
};

/** The two files that are ours, ready to be filled in. */
export const TEMPLATES: Readonly<Record<"patientele" | "emails", string>> = {
  patientele: "rpps;mesure;valeur;date_mesure;source\r\n99700000001;mt_total;1043;2026-06-30;SNDS\r\n",
  emails: "rpps;email;source;date\r\n99700000001;cabinet@exemple.fr;Fiche de contact;2026-06-30\r\n",
};
