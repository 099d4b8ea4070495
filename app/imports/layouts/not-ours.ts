import type { Foreign } from "./not-text";

type KnownElsewhere = { keys: readonly string[]; without?: string; foreign: Foreign };

/** Real files of a fund that belong to no import here: naming them saves a person from guessing what went wrong. */
const ELSEWHERE: readonly KnownElsewhere[] = [
  {
    keys: ["codediplomeobtenu"],
    foreign: {
      what: "Ce fichier est l'extraction Dipl_AutExerc de l'Annuaire Santé (diplômes et autorisations), qui n'a ni adresse ni mode d'exercice.",
      todo: "Importez le fichier PS_LibreAcces_Personne_activite de la même archive.",
    },
  },
  {
    keys: ["identifiantpp", "codesavoirfaire"],
    without: "codemodeexercice",
    foreign: {
      what: "Ce fichier est l'extraction SavoirFaire de l'Annuaire Santé, qui n'a ni adresse ni mode d'exercice.",
      todo: "Importez le fichier PS_LibreAcces_Personne_activite de la même archive : il contient aussi les savoir-faire.",
    },
  },
  {
    keys: ["specialitecode", "coordonneesvoie"],
    without: "psactivitenom",
    foreign: {
      what: "Ce fichier est la liste des centres de santé de l'Annuaire Ameli (liste-cds), qui ne nomme aucun médecin.",
      todo: "Importez le fichier liste-ps de la même page.",
    },
  },
  {
    keys: ["nofinesset"],
    foreign: {
      what: "Ce fichier est un répertoire FINESS de structures.",
      todo: "Il n'entre dans aucun import : choisissez un autre fichier.",
    },
  },
  {
    keys: ["depcom", "tv", "libtv"],
    foreign: {
      what: "Ce fichier donne la composition des territoires de vie-santé, sans leur zonage.",
      todo: "Importez le fichier du zonage et joignez-lui celui-ci s'il est par territoire.",
    },
  },
  {
    keys: ["codeqp", "libqp"],
    foreign: {
      what: "Ce fichier est la liste des quartiers prioritaires, sans leur zonage.",
      todo: "Importez l'annexe de l'arrêté de zonage, qui donne un classement à chaque quartier.",
    },
  },
  {
    keys: ["codecommuneinsee", "aplauxmedecinsgeneralistes"],
    foreign: {
      what: "Ce fichier est l'indicateur d'accessibilité APL, qui n'est pas un zonage.",
      todo: "Importez le zonage arrêté par l'ARS.",
    },
  },
  {
    keys: ["resultscore"],
    foreign: {
      what: "Ce fichier est une réponse de géocodage d'adresses.",
      todo: "Il n'entre dans aucun import : choisissez un autre fichier.",
    },
  },
];

/** FINESS extractions have no header: their first cells tell them. */
const FINESS_STARTS = new Set(["finess", "structureet", "geolocalisation"]);

export function foreignHeader(names: readonly string[], keys: ReadonlySet<string>): Foreign | null {
  if (FINESS_STARTS.has(names[0]?.trim().toLowerCase() ?? "")) {
    return ELSEWHERE.find((each) => each.keys.includes("nofinesset"))?.foreign ?? null;
  }
  const found = ELSEWHERE.find(
    (each) => each.keys.every((key) => keys.has(key)) && !(each.without && keys.has(each.without)),
  );
  return found?.foreign ?? null;
}
