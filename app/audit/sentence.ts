import { ROLE_LABELS, type Role } from "~/access/permissions";
import { countOf } from "~/format/numbers";
import { french, listed } from "~/format/typography";
import { CONTRACT_STEPS, MILESTONE_ACTS } from "./contract-words";
import type { EventName, Events } from "./event";

type Sentences = { [Name in EventName]: (facts: Events[Name], people: People) => string };

/** Names by account id; an account the reader may not see has none. */
export type People = Readonly<Record<string, string>>;

const CHANGES: Record<string, string> = {
  name: "le nom",
  role: "le rôle",
  sectors: "les secteurs",
  cover: "les remplacements",
};

const SENTENCES: Sentences = {
  "session.opened": () => "s'est connecté",
  "password.changed": () => "a changé son mot de passe",
  "account.created": ({ accountId, role }, people) =>
    `a ouvert le compte de ${person(accountId, people)} : ${roleName(role)}`,
  "account.changed": ({ accountId, changes }, people) =>
    `a changé ${listed(changes.map((change) => CHANGES[change] ?? change))} de ${person(accountId, people)}`,
  "account.disabled": ({ accountId }, people) => `a désactivé le compte de ${person(accountId, people)}`,
  "account.enabled": ({ accountId }, people) => `a réactivé le compte de ${person(accountId, people)}`,
  "account.invited": ({ accountId }, people) => `a envoyé un lien de connexion à ${person(accountId, people)}`,
  "doctor.opened": ({ doctorId }) => `a ouvert la fiche du médecin n° ${doctorId}`,
  "doctor.searched": ({ words, found }) =>
    `a cherché un médecin avec ${countOf(words, "mot")} : ${found === 0 ? "aucune réponse" : countOf(found, "réponse")}`,
  "doctor.completed": ({ doctorId }) => `a complété la fiche du médecin n° ${doctorId}`,
  "import.started": ({ kind }) => `a déposé un fichier ${FILES[kind] ?? kind}`,
  "import.confirmed": () => "a validé un import",
  "import.cancelled": () => "a annulé un import",
  "import.applied": ({ created, changed, gone }) =>
    `a appliqué un import : ${countOf(created, "ajout")}, ${countOf(changed, "changement")}, ${countOf(gone, "départ")}`,
  "match.decided": ({ doctorId }) =>
    doctorId === null
      ? "a écarté un rapprochement douteux"
      : `a rapproché une ligne d'annuaire du médecin n° ${doctorId}`,
  "sector.drawn": ({ communes }) => `a dessiné un secteur de ${countOf(communes, "commune")}`,
  "sector.renamed": () => "a renommé un secteur",
  "sector.removed": () => "a supprimé un secteur vide",
  "sectors.change-planned": ({ communes, doctors }) =>
    `a prévu un changement de secteurs : ${countOf(communes, "commune")}, ${countOf(doctors, "médecin")}`,
  "sectors.change-cancelled": () => "a annulé un changement de secteurs",
  "sectors.change-applied": ({ communes, doctors }) =>
    `a appliqué un changement de secteurs : ${countOf(communes, "commune")}, ${countOf(doctors, "médecin")}`,
  "stage.moved": ({ doctorId }) => `a changé à la main l'étape du médecin n° ${doctorId}`,
  "stage.move-undone": ({ doctorId }) => `a annulé un changement d'étape du médecin n° ${doctorId}`,
  "targets.set": () => "a fixé les objectifs de la campagne",
  "weights.changed": () => "a changé les poids du calcul des priorités",
  "visit.booked": ({ doctorId }) => `a prévu une visite chez le médecin n° ${doctorId}`,
  "visit.moved": ({ doctorId }) => `a déplacé une visite chez le médecin n° ${doctorId}`,
  "visit.cancelled": ({ doctorId }) => `a annulé une visite chez le médecin n° ${doctorId}`,
  "visit.reported": ({ doctorId }) => `a rendu compte d'une visite chez le médecin n° ${doctorId}`,
  "week.accepted": ({ visits }) => `a accepté une semaine de ${countOf(visits, "visite")}`,
  "invitation.sent": ({ method }) =>
    method === "CANCEL" ? "a prévenu un médecin de l'annulation d'une visite" : "a envoyé une invitation à un médecin",
  "letter.sent": ({ doctorId }) => `a envoyé un courriel de suite au médecin n° ${doctorId}`,
  "hours.noted": ({ doctorId }) => `a noté les horaires du médecin n° ${doctorId}`,
  "practice.placed": ({ doctorId }) => `a placé sur la carte le cabinet du médecin n° ${doctorId}`,
  "practice.unplaced": ({ doctorId }) => `a rendu à sa commune le cabinet du médecin n° ${doctorId}`,
  "simulation.handed": ({ doctorId }) => `a remis une simulation de l'aide au médecin n° ${doctorId}`,
  "simulation.sent": ({ doctorId }) => `a envoyé une simulation de l'aide au médecin n° ${doctorId}, avec son accord`,
  "simulation.taken-back": ({ doctorId }) => `a retiré une simulation remise au médecin n° ${doctorId}`,
  "opt-out.noted": ({ doctorId, channel }) =>
    `a noté que le médecin n° ${doctorId} ne veut plus ${CHANNELS[channel] ?? "être contacté"}`,
  "opt-out.lifted": ({ doctorId, channel }) =>
    `a levé l'opposition du médecin n° ${doctorId} (${channel === "email" ? "courriels" : channel === "visit" ? "visites" : "appels"})`,
  "absence.noted": () => "a noté une absence",
  "absence.removed": () => "a retiré une absence",
  "feed.made": () => "a créé une adresse secrète d'agenda",
  "feed.revoked": () => "a révoqué son adresse secrète d'agenda",
  "letter-template.created": () => "a créé une lettre de campagne",
  "letter-template.saved": ({ revision }) => `a enregistré une lettre de campagne (version ${revision})`,
  "letter-template.archived": () => "a archivé une lettre de campagne",
  "letter-template.restored": () => "a repris une lettre de campagne archivée",
  "letter-template.tried": () => "s'est envoyé l'essai d'une lettre de campagne",
  "campaign.drafted": () => "a ouvert un brouillon de campagne",
  "campaign.submitted": () => "a soumis une campagne à validation",
  "campaign.approved": ({ planned }) => `a validé une campagne vers ${countOf(planned, "médecin")}`,
  "campaign.started": () => "a lancé une campagne",
  "campaign.paused": () => "a suspendu une campagne",
  "campaign.resumed": () => "a repris une campagne",
  "campaign.cancelled": () => "a annulé une campagne",
  "campaign.limit-set": ({ above }) => `a demandé une seconde validation au-dessus de ${countOf(above, "médecin")}`,
  "campaign.register-read": () => "a téléchargé le registre d'une campagne",
  "bounce.judged-false": ({ doctorId }) => `a jugé faux un rebond de l'adresse du médecin n° ${doctorId}`,
  "bounce.restored": ({ doctorId }) => `a rétabli un rebond de l'adresse du médecin n° ${doctorId}`,
  "address.asked": ({ doctorId }) => `a demandé l'adresse électronique du médecin n° ${doctorId} à son délégué`,
  "address.answered": ({ doctorId }) => `a répondu sur l'adresse électronique du médecin n° ${doctorId}`,
  "journey.drafted": () => "a ouvert un brouillon de parcours",
  "journey.submitted": () => "a soumis un parcours à validation",
  "journey.started": ({ doctors }) => `a lancé un parcours pour ${countOf(doctors, "médecin")}`,
  "journey.paused": () => "a suspendu un parcours",
  "journey.resumed": () => "a repris un parcours",
  "journey.ended": ({ stopped }) => `a mis fin à un parcours, ${countOf(stopped, "médecin")} en cours`,
  "outbound.armed": () => "a réarmé l'envoi de courriels",
  "segment.saved": ({ doctors, shared }) =>
    `a enregistré un segment de ${countOf(doctors, "médecin")}${shared ? ", partagé avec la caisse" : ""}`,
  "segment.removed": () => "a supprimé un segment",
  "premises.asked": ({ doctorId }) => `a noté une demande d'aide aux locaux du médecin n° ${doctorId}`,
  "premises.moved": ({ doctorId }) => `a fait avancer la demande de locaux du médecin n° ${doctorId}`,
  "premises.undone": ({ doctorId }) => `a repris la dernière étape de la demande de locaux du médecin n° ${doctorId}`,
  "candidate.entered": () => "a enregistré un candidat avec son accord",
  "candidate.changed": () => "a modifié la fiche d'un candidat",
  "candidate.erased": ({ because }) =>
    because === "withdrawal"
      ? "a effacé un candidat qui le demandait"
      : "a effacé un candidat sans nouvelle depuis 24 mois",
  "candidates.informed": ({ candidates }) => `a écrit à ${countOf(candidates, "candidat")}`,
  "introduction.proposed": ({ doctorId }) => `a proposé une mise en relation avec le médecin n° ${doctorId}`,
  "introduction.answered": ({ doctorId, party, answer }) =>
    `a noté la réponse ${party === "doctor" ? "du médecin" : "du candidat"} à une mise en relation (médecin n° ${doctorId}) : ${answer === "yes" ? "oui" : "non"}`,
  "introduction.made": ({ doctorId }) => `a mis en relation un candidat et le médecin n° ${doctorId}`,
  "patients.observed": () => "a noté une patientèle observée",
  "patients.observation-removed": () => "a retiré une patientèle observée",
  "growth.help-planned": ({ kind }) =>
    `a prévu ${kind === "visit" ? "une visite" : "un appel"} d'aide après une alerte de patientèle`,
  "contract.opened": ({ kind }) =>
    `a ouvert un dossier de contrat ${kind === "collective" ? "collectif" : "individuel"}`,
  "contract.stepped": ({ step }) => CONTRACT_STEPS[step] ?? "a fait avancer un contrat",
  "contract.milestone": ({ act }) => MILESTONE_ACTS[act] ?? "a traité une échéance de contrat",
  "list.exported": ({ list, lines }) => `a exporté ${EXPORTED[list] ?? "une liste"} (${countOf(lines, "ligne")})`,
  "job.retried": ({ job }) => `a relancé la tâche ${job}`,
};

const CHANNELS: Record<string, string> = {
  email: "recevoir de courriel",
  visit: "recevoir de visite",
  call: "recevoir d'appel",
};

const EXPORTED: Record<string, string> = {
  medecins: "la liste des médecins",
  contrats: "la liste des contrats",
  echeances: "les échéances des contrats",
  relances: "ses relances",
  campagnes: "la liste des campagnes",
  resultats: "les résultats des campagnes",
  national: "les chiffres des départements",
  entonnoir: "l'entonnoir",
  pilotage: "les chiffres du pilotage",
  journal: "le journal",
  candidats: "la liste des candidats",
  locaux: "les demandes de locaux",
  "atteignabilite-semaines": "l'atteignabilité semaine par semaine",
  "atteignabilite-secteurs": "l'atteignabilité secteur par secteur",
  equilibre: "l'équilibre des secteurs",
  prevision: "la prévision",
  previsions: "la prévision de chaque caisse",
  patienteles: "les alertes de patientèle",
  parcours: "les médecins d'un parcours",
  imports: "la liste des imports",
  segments: "la liste des segments",
};

const FILES: Record<string, string> = {
  rpps: "RPPS",
  ameli: "de l'annuaire santé",
  zonage: "de zonage",
  patientele: "de patientèle",
  emails: "d'adresses e-mail",
};

/** What somebody did, to be read after their name. An event written by a later version is shown by its own name. */
export function sentenceOf(name: string, facts: unknown, people: People): string {
  const sentence = SENTENCES[name as EventName] as ((facts: unknown, people: People) => string) | undefined;
  return sentence ? french(sentence(facts, people)) : name;
}

/** The accounts an event speaks of, beside the one who acted. */
export function accountsIn(facts: unknown): string[] {
  const { accountId } = facts as { accountId?: unknown };
  return typeof accountId === "string" ? [accountId] : [];
}

function person(accountId: string, people: People): string {
  return people[accountId] ?? "quelqu'un d'une autre caisse";
}

function roleName(role: string): string {
  return ROLE_LABELS[role as Role] ?? role;
}
