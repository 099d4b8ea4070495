import type { Role } from "~/access/permissions";

export type SignedInRole = Exclude<Role, "system">;

export const ROLES: readonly SignedInRole[] = [
  "delegate",
  "campaign_officer",
  "manager",
  "national_reader",
  "administrator",
  "super_administrator",
];

const FIELD: readonly SignedInRole[] = ["delegate", "campaign_officer", "manager"];
const DELEGATE: readonly SignedInRole[] = ["delegate"];
const VISITS: readonly SignedInRole[] = ["delegate", "manager"];
const OFFICERS: readonly SignedInRole[] = ["campaign_officer"];
const CAMPAIGNS: readonly SignedInRole[] = ["campaign_officer", "manager"];
const IMPORTERS: readonly SignedInRole[] = ["manager", "super_administrator"];
const ADMINISTRATORS: readonly SignedInRole[] = ["administrator", "super_administrator"];

export interface Door {
  readonly may: readonly SignedInRole[] | "anybody";
  /** The address asked for, when the path has parts of its own; what is not there answers 404 to who may look. */
  readonly ask?: string;
  readonly answer?: number;
  /** Those who are led on from here, and where to. */
  readonly leads?: Partial<Record<SignedInRole, string>>;
}

const NOWHERE = "00000000-0000-4000-8000-00000000dead";

/**
 * Every address of the product and who may read it, written again apart from the code that decides: an address added to
 * app/routes.js and not here fails the test.
 */
export const DOORS: Readonly<Record<string, Door>> = {
  "/connexion": { may: "anybody" },
  "/deconnexion": { may: "anybody", answer: 302 },
  "/mot-de-passe-oublie": { may: "anybody" },
  "/mot-de-passe/:token": { may: "anybody", ask: "/mot-de-passe/inconnu", answer: 410 },

  "/": { may: ROLES, leads: { national_reader: "/national" } },
  "/national": { may: ["national_reader", "super_administrator"] },
  "/secteurs": { may: ["manager", ...ADMINISTRATORS] },
  "/secteurs/nouveau": { may: ["manager"] },
  "/secteurs/equilibre": { may: ["manager"] },
  "/rapport": { may: ["manager"] },
  "/priorites": { may: ["manager"] },
  "/pilotage": { may: ["manager", "national_reader"] },
  "/pilotage/medecins": { may: ["manager"] },
  "/pilotage/objectifs": { may: ["manager"] },
  "/entonnoir": { may: ["manager", "national_reader"] },
  "/entonnoir/medecins": { may: ["manager"] },
  "/entonnoir/medecins/:doctorId": { may: ["manager"], ask: "/entonnoir/medecins/:doctor" },
  "/atteignabilite": { may: ["manager", "national_reader"] },
  "/prevision": { may: ["manager", "national_reader"] },
  "/prevision/modele": { may: ["manager", "national_reader"] },
  "/exports/:file": { may: FIELD, ask: "/exports/medecins.csv" },
  "/medecins": { may: FIELD },
  "/medecins/recherche": { may: FIELD },
  "/medecins/:doctorId": { may: FIELD, ask: "/medecins/:doctor" },
  "/medecins/:doctorId/cabinet": { may: FIELD, ask: "/medecins/:doctor/cabinet" },
  "/medecins/:doctorId/donnees": { may: FIELD, ask: "/medecins/:doctor/donnees" },
  "/medecins/:doctorId/simulation": { may: FIELD, ask: "/medecins/:doctor/simulation" },
  "/medecins/:doctorId/simulation/en-visite": { may: FIELD, ask: "/medecins/:doctor/simulation/en-visite" },
  "/medecins/:doctorId/visites": { may: VISITS, ask: "/medecins/:doctor/visites" },
  "/medecins/:doctorId/locaux": { may: VISITS, ask: "/medecins/:doctor/locaux" },
  "/medecins/:doctorId/chances": { may: VISITS, ask: "/medecins/:doctor/chances" },
  "/medecins/:doctorId/contrat": { may: VISITS, ask: "/medecins/:doctor/contrat" },
  "/contrats": { may: VISITS },
  "/contrats/patienteles": { may: VISITS },
  "/contrats/:contractId/patientele": { may: VISITS, ask: `/contrats/${NOWHERE}/patientele`, answer: 404 },
  "/contrats/:contractId/patientele.csv": { may: VISITS, ask: `/contrats/${NOWHERE}/patientele.csv`, answer: 404 },
  "/contrats/:contractId": { may: VISITS, ask: `/contrats/${NOWHERE}`, answer: 404 },
  "/echeances": { may: VISITS },
  "/locaux": { may: VISITS },
  "/medecins/:doctorId/candidats": { may: VISITS, ask: "/medecins/:doctor/candidats" },
  "/candidats": { may: VISITS },
  "/candidats/nouveau": { may: VISITS },
  "/candidats/informer": { may: VISITS },
  "/candidats/:candidateId": { may: VISITS, ask: `/candidats/${NOWHERE}`, answer: 404 },
  "/candidats/:candidateId/modifier": { may: VISITS, ask: `/candidats/${NOWHERE}/modifier`, answer: 404 },
  "/simulation/:token": { may: "anybody", ask: "/simulation/inconnu", answer: 404 },
  "/candidat/:token/stop": { may: "anybody", ask: "/candidat/inconnu/stop", answer: 404 },
  "/medecins/:doctorId/compte-rendu": { may: DELEGATE, ask: "/medecins/:doctor/compte-rendu" },
  "/medecins/:doctorId/creneaux": { may: DELEGATE, ask: "/medecins/:doctor/creneaux" },
  "/medecins/:doctorId/emplacement": { may: DELEGATE, ask: "/medecins/:doctor/emplacement" },
  "/visites": { may: VISITS, leads: { delegate: "/visites/journee", manager: "/visites/calendrier" } },
  "/visites/journee": { may: DELEGATE },
  "/visites/semaine": { may: DELEGATE },
  "/visites/relances": { may: DELEGATE },
  "/visites/calendrier": { may: VISITS },
  "/visites/carte": { may: VISITS },
  "/visites/reglages": { may: DELEGATE },
  "/visites/reglages/communes": { may: DELEGATE },
  "/visites/recus": { may: DELEGATE, leads: { delegate: "/visites/journee" } },
  "/visites/:visitId": { may: VISITS, ask: `/visites/${NOWHERE}`, answer: 404 },
  "/visites/:visitId/compte-rendu": { may: VISITS, ask: `/visites/${NOWHERE}/compte-rendu`, answer: 404 },
  "/visites/courriers/:letterId": { may: DELEGATE, ask: `/visites/courriers/${NOWHERE}`, answer: 404 },
  "/agenda/:file": { may: "anybody", ask: "/agenda/inconnu.ics", answer: 404 },
  "/segments": { may: FIELD },
  "/segments/nouveau": { may: FIELD },
  "/segments/chiffres": { may: FIELD },
  "/segments/:segmentId": { may: FIELD, ask: `/segments/${NOWHERE}`, answer: 404 },
  "/lettres": { may: CAMPAIGNS },
  "/lettres/nouvelle": { may: OFFICERS },
  "/lettres/valeurs": { may: CAMPAIGNS, answer: 404 },
  "/lettres/:letterId": { may: CAMPAIGNS, ask: `/lettres/${NOWHERE}`, answer: 404 },
  "/campagnes": { may: CAMPAIGNS },
  "/campagnes/resultats": { may: CAMPAIGNS },
  "/campagnes/reglages": { may: ["manager"] },
  "/campagnes/nouvelle": { may: OFFICERS },
  "/campagnes/:campaignId": { may: CAMPAIGNS, ask: `/campagnes/${NOWHERE}`, answer: 404 },
  "/campagnes/delivrabilite": { may: CAMPAIGNS },
  "/campagnes/delivrabilite/messages/:digest": {
    may: CAMPAIGNS,
    ask: "/campagnes/delivrabilite/messages/inconnu",
    answer: 404,
  },
  "/campagnes/delivrabilite/messages/:digest/brut": {
    may: CAMPAIGNS,
    ask: "/campagnes/delivrabilite/messages/inconnu/brut",
    answer: 404,
  },
  "/medecins/:doctorId/adresse": { may: VISITS, ask: "/medecins/:doctor/adresse" },
  "/campagnes/:campaignId/registre.csv": { may: CAMPAIGNS, ask: `/campagnes/${NOWHERE}/registre.csv`, answer: 404 },
  "/campagnes/:campaignId/resultats": { may: CAMPAIGNS, ask: `/campagnes/${NOWHERE}/resultats`, answer: 404 },
  "/campagnes/:campaignId/resultats/medecins": {
    may: CAMPAIGNS,
    ask: `/campagnes/${NOWHERE}/resultats/medecins`,
    answer: 404,
  },
  "/parcours": { may: CAMPAIGNS },
  "/parcours/nouveau": { may: OFFICERS },
  "/parcours/:journeyId": { may: CAMPAIGNS, ask: `/parcours/${NOWHERE}`, answer: 404 },
  "/parcours/:journeyId/essai": { may: CAMPAIGNS, ask: `/parcours/${NOWHERE}/essai`, answer: 404 },
  "/lettre/:token/stop": { may: "anybody", ask: "/lettre/inconnu/stop", answer: 404 },
  "/lettre/:token/pourquoi-moi": { may: "anybody", ask: "/lettre/inconnu/pourquoi-moi", answer: 404 },
  "/lettre/:token/ma-simulation": { may: "anybody", ask: "/lettre/inconnu/ma-simulation", answer: 404 },
  "/lettre/:token/rendez-vous": { may: "anybody", ask: "/lettre/inconnu/rendez-vous", answer: 404 },
  "/imports": { may: IMPORTERS },
  "/imports/nouveau": { may: IMPORTERS },
  "/imports/rapprochements": { may: IMPORTERS },
  "/imports/modeles/:kind": { may: IMPORTERS, ask: "/imports/modeles/patientele" },
  "/imports/:importId": { may: IMPORTERS, ask: `/imports/${NOWHERE}`, answer: 404 },
  "/imports/:importId/rejets": { may: IMPORTERS, ask: `/imports/${NOWHERE}/rejets`, answer: 404 },
  "/mon-compte": { may: ROLES },
  "/mon-compte/mot-de-passe": { may: ROLES },
  "/comptes": { may: ADMINISTRATORS },
  "/comptes/nouveau": { may: ADMINISTRATORS },
  "/comptes/:accountId": { may: ADMINISTRATORS, ask: `/comptes/${NOWHERE}`, answer: 404 },
  "/journal": { may: ["manager", ...ADMINISTRATORS] },
  "/courriels": { may: ADMINISTRATORS },
  "/courriels/:mailId": { may: ADMINISTRATORS, ask: "/courriels/999999", answer: 404 },
  "/moteur": { may: ADMINISTRATORS },
};
