import { CONTRACT_YEARS } from "~/aids/simulate";
import { addYears, type Day } from "~/calendar/day";
import { INDIVIDUAL_VERSIONS, versionOn } from "~/eligibility/versions";
import { dayMonthYear } from "~/format/dates";
import { countOf } from "~/format/numbers";
import type { ContractKind } from "./contract";
import { waitingPeriodEndsOn } from "./events";

/** What already binds a doctor, as far as a new contract minds. */
export interface Ties {
  /** An individual contract signed and not over, other than the one that is renewed. */
  readonly individual: { readonly endsOn: Day } | null;
  readonly collective: { readonly company: string } | null;
  /** The last day a collective contract of this doctor ended, or the doctor left it. */
  readonly collectiveEndedOn: Day | null;
}

/** Why this doctor may not sign that day; null when nothing stands in the way. */
export function refusalToBind(kind: ContractKind, ties: Ties, on: Day): string | null {
  if (kind === "individual" && ties.individual && ties.individual.endsOn > on)
    return `Ce médecin a déjà un contrat individuel en cours, jusqu'au ${dayMonthYear(ties.individual.endsOn)} : un médecin n'en tient qu'un à la fois.`;
  if (kind === "collective" && ties.individual && ties.individual.endsOn > on)
    return `Un contrat individuel court encore jusqu'au ${dayMonthYear(ties.individual.endsOn)} : il doit être clos avant le contrat collectif.`;
  if (ties.collective)
    return `Ce médecin adhère au contrat collectif de ${ties.collective.company} : les deux aides ne se cumulent pas.`;
  if (ties.collectiveEndedOn) {
    const waitsUntil = waitingPeriodEndsOn(ties.collectiveEndedOn);
    if (on < waitsUntil)
      return `Le contrat collectif de ce médecin a pris fin le ${dayMonthYear(ties.collectiveEndedOn)} : un nouveau contrat n'est possible qu'à partir du ${dayMonthYear(waitsUntil)}, deux ans après.`;
  }
  return null;
}

/** A signature is a past fact, under a text in force, and leaves some of its five years to follow. */
export function refusalOfSignature(kind: ContractKind, signedOn: Day, today: Day): string | null {
  if (signedOn > today) return "La signature ne peut pas être datée dans l'avenir.";
  const version = kind === "individual" ? versionOn(signedOn, "INDIVIDUAL") : versionOn(signedOn, "COLLECTIVE");
  if (version === null)
    return kind === "individual"
      ? `Aucun contrat n'a pu être signé avant le ${dayMonthYear(INDIVIDUAL_VERSIONS[0]!.since)}, premier jour de l'avenant 7.`
      : "Le contrat collectif n'existe que depuis le 25 février 2026.";
  if (addYears(signedOn, CONTRACT_YEARS) <= today)
    return `Un contrat signé le ${dayMonthYear(signedOn)} est arrivé à son terme : ses cinq ans sont passés.`;
  return null;
}

/** The aid helps a hire to come: it is signed first, and the assistant comes within its five years. */
export function refusalOfHire(
  { signedOn, endsOn }: { signedOn: Day; endsOn: Day },
  hiredOn: Day,
  today: Day,
): string | null {
  if (hiredOn > today) return "L'embauche ne peut pas être datée dans l'avenir.";
  if (hiredOn < signedOn)
    return `L'embauche est datée avant la signature du ${dayMonthYear(signedOn)} : le contrat se signe d'abord. Vérifiez les deux dates.`;
  if (hiredOn >= endsOn) return `L'embauche est datée après la fin du contrat, le ${dayMonthYear(endsOn)}.`;
  return null;
}

/** Days told of a running contract: suspension, return, letter. They lie within it, and not ahead of us. */
export function refusalOfDay(what: string, { from, until }: { from: Day; until: Day }, on: Day): string | null {
  if (on < from) return `${what} ne peut pas être avant le ${dayMonthYear(from)}.`;
  if (on > until) return `${what} ne peut pas être après le ${dayMonthYear(until)}.`;
  return null;
}

/** An assistant is replaced once, after leaving: two people at once on one post would be paid twice. */
export function refusalToReplace(
  leaver: { readonly name: string; readonly leftOn: Day | null; readonly replacedBy: string | null },
  hiredOn: Day,
): string | null {
  if (leaver.replacedBy)
    return `${leaver.name} est déjà remplacé par ${leaver.replacedBy} : remplacez plutôt cette personne.`;
  if (leaver.leftOn === null)
    return `Notez d'abord le départ de ${leaver.name} : sans date de fin, son poste n'est pas à pourvoir.`;
  if (hiredOn < leaver.leftOn)
    return `${leaver.name} n'est parti que le ${dayMonthYear(leaver.leftOn)} : le remplacement commence ce jour-là au plus tôt.`;
  return null;
}

/** What the text of the collective contract asks of the company. */
export function refusalOfCompany(group: { etp: number; doctors: number }): string | null {
  if (group.doctors === 0) return "Un contrat collectif réunit des médecins adhérents : ajoutez-en au moins un.";
  if (group.etp > group.doctors)
    return `${countOf(group.etp, "équivalent temps plein", "équivalents temps plein")} pour ${countOf(group.doctors, "médecin adhérent", "médecins adhérents")} : le plafond est d'un par médecin. La majoration pour les docteurs juniors se vérifie auprès de la caisse.`;
  return null;
}
