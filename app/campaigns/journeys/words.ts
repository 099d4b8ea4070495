import type { Day } from "~/calendar/day";
import { dayAndMonth } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french, quoted } from "~/format/typography";
import { type JourneyState, type JourneyStep, STEP_LABELS } from "./journey";

/** Why somebody left, as it ends « Arrêté : … ». */
const ENDINGS: Record<string, string> = {
  opposition: "il s'oppose",
  "visit-booked": "une visite est prise",
  reply: "il a répondu",
  "contract-signed": "son contrat est signé",
  "practice-signed": "un confrère du cabinet a signé",
  expired: "une étape n'a pas été faite à temps",
  gone: "il n'exerce plus ici",
  ended: "le parcours a été arrêté",
};

/** Why a step was passed, as it follows the number. */
const PASSED: Record<string, string> = {
  no_address: "sans adresse e-mail",
  reserved_address: "adresse réservée",
  same_mailbox: "même boîte qu'un confrère",
  bounce: "adresse qui ne répond plus",
  objection: "ne veut plus de courriels",
  visit_soon: "visite prévue dans les 7 jours",
  attention: "déjà trop de contacts en 30 jours",
  "letter-closed": "envoi annulé",
  "not-sent": "lettre qui n'a pas pu partir",
  rejected: "refusée par la messagerie",
  suppressed: "écartée au dernier moment",
  cancelled: "envoi annulé",
  expired: "pas fait à temps",
  "no-delegate": "secteur sans délégué",
  dropped: "classé par le délégué",
};

export const endingOf = (because: string | null) => ENDINGS[because ?? ""] ?? "autre raison";
export const passedOf = (because: string | null) => PASSED[because ?? ""] ?? "autre raison";

export function stepName({ kind, letter }: JourneyStep, letters: ReadonlyMap<string, string>): string {
  if (kind !== "letter") return `${STEP_LABELS[kind]} du délégué`;
  const name = letters.get(letter);
  return name === undefined ? STEP_LABELS.letter : `${STEP_LABELS.letter} ${quoted(name)}`;
}

/** When a step begins, told from the one before. */
export function delayOf({ delay }: JourneyStep, isFirst: boolean): string {
  const after = isFirst ? "après l'entrée" : "après la fin de l'étape précédente";
  if (delay === 0) return isFirst ? "dès l'entrée, un jour ouvré" : "aussitôt l'étape précédente finie";
  return `${countOf(delay, "jour ouvré", "jours ouvrés")} ${after}`;
}

export function expiryOf({ kind, expiry, onExpiry }: JourneyStep): string | null {
  if (kind === "letter" || expiry === null) return null;
  const days = countOf(expiry, "jour ouvré", "jours ouvrés");
  return onExpiry === "end" ? `sans suite après ${days}, le parcours s'arrête` : `sans suite après ${days}, on passe`;
}

export interface Standing {
  readonly state: JourneyState;
  readonly active: number;
  readonly over: number;
  readonly audience: number | null;
  readonly emptySince: Day | null;
}

/** Why nobody is on the way; null when somebody is. */
export function whyEmpty({ state, active, over, audience, emptySince }: Standing): string | null {
  if (active > 0) return null;
  const nobody = "Personne dans ce parcours : ";
  if (state === "draft" || state === "submitted") return french(`${nobody}il n'est pas encore lancé.`);
  if (state === "ended") return french(`${nobody}il est terminé.`);
  if (emptySince !== null && audience === 0)
    return french(`${nobody}le public est vide depuis le ${dayAndMonth(emptySince)}.`);
  if (over === 0) return french(`${nobody}le public est relu chaque nuit, et personne n'y répond encore.`);
  return french(`${nobody}${over === 1 ? "le seul entré en est sorti" : `les ${over} entrés en sont sortis`}.`);
}
