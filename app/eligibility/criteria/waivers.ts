import type { DoctorFacts } from "../doctor-facts";
import type { IndividualVersion } from "../rule-version";

interface Waiver {
  readonly unresolved: string;
  readonly brief: string;
  readonly question: string;
}

/**
 * Why a general practitioner under the line is not refused outright. A waiver that may apply but is not known to (a
 * null) leaves a doubt too: a refusal needs a confirmed failure.
 */
export function doubtBelowLine(facts: DoctorFacts, version: IndividualVersion): Waiver | null {
  if (hasManyChildren(facts, version))
    return {
      unresolved: "PAEDIATRIC_SHARE",
      brief: "mais le seuil d'une patientèle d'enfants n'est pas connu",
      question: "Quel seuil la caisse applique-t-elle à une patientèle de plus de 20 % de moins de 16 ans ?",
    };
  if (facts.rqthOrAld === true)
    return {
      unresolved: "ADAPTED_CONTRACT",
      brief: "mais un contrat adapté est possible au titre de la RQTH ou d'une ALD",
      question: "Quel seuil la caisse retient-elle pour un contrat adapté (RQTH ou ALD) ?",
    };
  if (facts.newlyInstalled === null && version.newlyInstalled.value.exempt)
    return {
      unresolved: "NEWLY_INSTALLED_MISSING_DATA",
      brief: "sauf si le médecin est nouvellement installé",
      question: "Depuis quand êtes-vous installé ?",
    };
  return null;
}

function hasManyChildren({ shareUnder16 }: DoctorFacts, version: IndividualVersion): boolean {
  const rule = version.paediatricShare.value;
  if (rule === null || shareUnder16 === null) return false;
  return Math.round(shareUnder16 * 1e6) > rule.abovePercent * 1e4;
}
