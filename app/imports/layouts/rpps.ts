import type { Columns } from "../header";
import type { Shape } from "./shape";

export const RPPS_COLUMNS = {
  idType: { name: "Type d'identifiant PP" },
  rpps: { name: "Identifiant PP", must: true },
  nationalId: { name: "Identification nationale PP" },
  title: { name: "Code civilité d'exercice" },
  civility: { name: "Code civilité" },
  lastName: { name: "Nom d'exercice", must: true },
  firstName: { name: "Prénom d'exercice", must: true },
  profession: { name: "Code profession", must: true },
  category: { name: "Code catégorie professionnelle", must: true },
  skillType: { name: "Code type savoir-faire", must: true },
  skillCode: { name: "Code savoir-faire", must: true },
  skillLabel: { name: "Libellé savoir-faire" },
  mode: { name: "Code mode exercice", must: true },
  siret: { name: "Numéro SIRET site" },
  finess: { name: "Numéro FINESS site" },
  structureId: { name: "Identifiant technique de la structure", must: true },
  company: { name: "Raison sociale site" },
  sign: { name: "Enseigne commerciale site" },
  recipient: { name: "Complément destinataire (coord. structure)" },
  building: { name: "Complément point géographique (coord. structure)" },
  streetNumber: { name: "Numéro Voie (coord. structure)" },
  streetIndex: { name: "Indice répétition voie (coord. structure)" },
  streetTypeCode: { name: "Code type de voie (coord. structure)" },
  streetType: { name: "Libellé type de voie (coord. structure)" },
  street: { name: "Libellé Voie (coord. structure)", must: true },
  postBox: { name: "Mention distribution (coord. structure)" },
  lastLine: { name: "Bureau cedex (coord. structure)" },
  postcode: { name: "Code postal (coord. structure)", must: true },
  commune: { name: "Code commune (coord. structure)", must: true },
  communeName: { name: "Libellé commune (coord. structure)" },
  country: { name: "Code pays (coord. structure)" },
  phone: { name: "Téléphone (coord. structure)" },
  phone2: { name: "Téléphone 2 (coord. structure)" },
  email: { name: "Adresse e-mail (coord. structure)" },
  activitySector: { name: "Code secteur d'activité" },
  activitySectorLabel: { name: "Libellé secteur d'activité" },
  role: { name: "Code rôle", also: ["Code fonction"] },
  genre: { name: "Code genre activité", also: ["Code genre d'activité"] },
} as const satisfies Columns;

/** The file of activities, in its 56-, 52- and 48-column editions: what later editions added is optional. */
export const RPPS_SHAPES: readonly Shape[] = [
  {
    kind: "rpps",
    variant: "personne-activite",
    columns: RPPS_COLUMNS,
    fits: (keys) =>
      keys.has("identifiantpp") &&
      !keys.has("adressebal") &&
      (keys.has("codemodeexercice") || keys.has("codecommunecoordstructure")),
    strict: true,
  },
];
