import { ROLE_LABELS, type Role } from "~/access/permissions";
import { countOf } from "~/format/numbers";
import { french, listed } from "~/format/typography";
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
  "weights.changed": () => "a changé les poids du calcul des priorités",
  "job.retried": ({ job }) => `a relancé la tâche ${job}`,
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
