import { countOf } from "~/format/numbers";
import type { DoctorFacts, PatientScope } from "../doctor-facts";
import type { IndividualVersion } from "../rule-version";

/** Why the patientèle of a general practitioner cannot be judged. */
export interface Doubt {
  /** Completes the code of the criterion. */
  readonly unresolved: string;
  readonly brief: string;
  readonly question: string;
  readonly askTo: "doctor" | "fund";
}

export const MEP_LINE_UNKNOWN: Doubt = {
  unresolved: "MEP_THRESHOLD_UNKNOWN",
  brief: "le seuil d'un médecin à exercice particulier n'est pas connu",
  question: "Quel seuil la caisse applique-t-elle à un médecin à exercice particulier ?",
  askTo: "fund",
};

export const ON_THE_LINE: Omit<Doubt, "brief"> = {
  unresolved: "BOUNDARY",
  question: "La caisse admet-elle le seuil atteint tout juste ?",
  askTo: "fund",
};

/** Nothing is known, or a count that covers too much or too little to settle it. */
export function countUnknown(count: number | null, scope: PatientScope): Doubt {
  const [counted, missing] = scope === "ADULT" ? ["adultes", "d'adultes"] : ["enfants compris", "d'enfants en plus"];
  return {
    unresolved: "MISSING_DATA",
    brief:
      count === null
        ? "le nombre de patients médecin traitant n'est pas connu"
        : `${countOf(count, "patient connu", "patients connus")}, sans savoir combien ${missing}`,
    question: `Combien de patients (${counted}) vous ont déclaré médecin traitant ?`,
    askTo: "doctor",
  };
}

/**
 * Why a general practitioner under the line is not refused outright. A refusal needs a confirmed failure: not knowing
 * whether the doctor is newly installed, hence exempt, leaves a doubt.
 */
export function doubtBelowLine(facts: DoctorFacts, version: IndividualVersion): Doubt | null {
  if (hasManyChildren(facts, version))
    return {
      unresolved: "PAEDIATRIC_SHARE",
      brief: "mais le seuil d'une patientèle d'enfants n'est pas connu",
      question: "Quel seuil la caisse applique-t-elle à une patientèle de plus de 20 % de moins de 16 ans ?",
      askTo: "fund",
    };
  if (facts.rqthOrAld === true)
    return {
      unresolved: "ADAPTED_CONTRACT",
      brief: "mais un contrat adapté est possible au titre de la RQTH ou d'une ALD",
      question: "Quel seuil la caisse retient-elle pour un contrat adapté (RQTH ou ALD) ?",
      askTo: "fund",
    };
  if (facts.newlyInstalled === null && version.newlyInstalled.value.exempt)
    return {
      unresolved: "NEWLY_INSTALLED_MISSING_DATA",
      brief: "sauf si le médecin est nouvellement installé",
      question: "Depuis quand êtes-vous installé ?",
      askTo: "doctor",
    };
  return null;
}

function hasManyChildren({ shareUnder16 }: DoctorFacts, version: IndividualVersion): boolean {
  const rule = version.paediatricShare.value;
  if (rule === null || shareUnder16 === null) return false;
  return Math.round(shareUnder16 * 1e6) > rule.abovePercent * 1e4;
}
