import type { Day } from "~/calendar/day";
import { addYears } from "~/calendar/day";
import { GENERAL_PRACTICE } from "~/eligibility/doctor-facts";
import type { Provenance, RuleVersion } from "~/eligibility/rule-version";
import { coll2026 } from "~/eligibility/versions/coll2026";
import { dayMonthYear } from "~/format/dates";
import { french, listed } from "~/format/typography";
import type { Choice } from "./choice";
import { OPTION_RULES, optionAvailability } from "./open-options";
import type { AidSubject } from "./plan";
import { CONTRACT_YEARS } from "./simulate";

/** Whether the formula is open to this doctor that day, in a sentence when it is not plainly so. */
export interface PlanOpening {
  readonly available: "yes" | "no" | "unknown";
  readonly sentence: string | null;
  readonly provenance: Provenance;
}

/** Why an option is closed. */
const REASONS: Readonly<Record<string, string>> = {
  OPTION_1_3_ETP_CLOSED: "le tiers temps est fermé aux nouveaux contrats depuis le 1er mai 2023",
  OPTION_1_ETP_ZONE: "sous l'avenant 7, le temps plein n'est ouvert qu'en zone d'intervention prioritaire",
  SECOND_ASSISTANT_NOT_IN_FORCE: "le deuxième assistant n'existe que depuis le 22 juin 2024",
  SECOND_ASSISTANT_NOT_GP: "le deuxième assistant est réservé aux généralistes",
  SECOND_ASSISTANT_MEP: "le deuxième assistant n'est pas ouvert à un médecin à exercice particulier",
  SECOND_ASSISTANT_ZONE: "le deuxième assistant est réservé aux zones d'intervention prioritaire",
  SECOND_ASSISTANT_CURRENT_OPTION: "il faut un contrat à temps plein en cours",
  SECOND_ASSISTANT_CONTRACT_YEAR: "ce contrat doit être dans sa 3e année au moins",
  SECOND_ASSISTANT_OBJECTIVES: "ses objectifs doivent être atteints",
};

/** What the caisse has to check before an option may be called open; after « À vérifier ». */
const CHECKS: Readonly<Record<string, string>> = {
  OPTION_1_ETP_ZONE: "sous l'avenant 7, la zone du cabinet (le temps plein était réservé aux zones sous-denses)",
  SECOND_ASSISTANT_MEP: "que le médecin n'a pas d'exercice particulier",
  SECOND_ASSISTANT_ZONE: "que le cabinet est en zone d'intervention prioritaire",
  SECOND_ASSISTANT_CURRENT_OPTION: "qu'un contrat à temps plein est en cours",
  SECOND_ASSISTANT_CONTRACT_YEAR: "qu'il est dans sa 3e année au moins",
  SECOND_ASSISTANT_OBJECTIVES: "que ses objectifs sont atteints",
};

export function openingOf(choice: Choice, signedOn: Day, version: RuleVersion, subject: AidSubject): PlanOpening {
  if (choice.contract === "collective" || version.contractType === "COLLECTIVE")
    return collectiveOpening(signedOn, subject);
  const { provenance } = OPTION_RULES[version.id];
  const { available, failing, unresolved } = optionAvailability(choice.option, {
    version: version.id,
    zone: subject.zone,
    specialty: subject.specialty,
    isMEP: subject.isMEP,
    currentContract: currentContract(subject, signedOn),
  });
  if (available === "yes") return { available, sentence: null, provenance };
  const isClosed = available === "no";
  const reasons = isClosed ? failing.map((code) => REASONS[code]!) : unresolved.map((code) => CHECKS[code]!);
  const lead = isClosed ? "Formule fermée" : "À vérifier";
  return { available, sentence: french(`${lead} : ${listed(reasons)}.`), provenance };
}

/** Of a running contract only the day is known here: its option and results are to be checked. */
function currentContract({ signedOn }: AidSubject, day: Day) {
  if (signedOn === null || signedOn >= day) return null;
  const year = Array.from({ length: CONTRACT_YEARS }, (_, index) => index + 1).findLast(
    (each) => addYears(signedOn, each - 1) <= day,
  );
  return { optionEtp: null, contractYear: year ?? null, objectivesMet: null };
}

function collectiveOpening(signedOn: Day, subject: AidSubject): PlanOpening {
  const { since, meanPatientsMT } = coll2026;
  const provenance: Provenance = { status: "CONFIRMED", sources: ["S30"] };
  const told = (available: PlanOpening["available"], sentence: string) => ({
    available,
    sentence: french(sentence),
    provenance,
  });
  if (signedOn < since)
    return told("no", `Formule fermée : le contrat collectif n'existe que depuis le ${dayMonthYear(since)}.`);
  if (subject.specialty !== null && subject.specialty !== GENERAL_PRACTICE)
    return told("no", "Formule fermée : le contrat collectif est réservé aux généralistes.");
  if (subject.isMEP === true)
    return told("no", "Formule fermée : le contrat collectif n'est pas ouvert à un médecin à exercice particulier.");
  const closing = subject.signedOn === null ? "" : ", et les contrats individuels doivent être clos d'abord";
  return told(
    "unknown",
    `À vérifier : c'est la société (SCP, SCM ou SISA) qui signe, avec une moyenne d'au moins ${meanPatientsMT.value.minimum} patients par médecin${closing}.`,
  );
}
