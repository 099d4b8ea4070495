import { dayMonthYear } from "~/format/dates";
import { type Criterion, doubtful, failed, lifted, met } from "../assessment";
import type { DoctorFacts } from "../doctor-facts";
import { ZONE_LABELS } from "../labels";
import type { IndividualVersion } from "../rule-version";

export function judgeGroupPractice({ groupPractice, zone }: DoctorFacts, version: IndividualVersion): Criterion {
  const about = {
    code: "GROUP_PRACTICE",
    label: "Exercice regroupé",
    threshold: "au moins deux médecins dans le cabinet",
    rule: version.groupPractice,
  };
  const { required, removedOn, derogationZones, unclearZones } = version.groupPractice.value;
  if (!required) return lifted(about, notRequired(removedOn));
  if (groupPractice) return met(about, { value: "cabinet de groupe", brief: "cabinet de groupe" });

  const waived = zone !== null && derogationZones.includes(zone);
  if (groupPractice === null)
    return waived
      ? met(about, { value: null, brief: `exercice seul accepté en ${ZONE_LABELS[zone]}` })
      : doubtful(about, {
          value: null,
          brief: "l'exercice en groupe n'est pas connu",
          unresolved: "GROUP_PRACTICE_MISSING_DATA",
          question: "Partagez-vous votre cabinet avec un autre médecin ?",
          askTo: "doctor",
        });
  const value = "exercice seul";
  if (waived)
    return met(about, {
      value,
      brief: `exercice seul accepté en ${ZONE_LABELS[zone]}`,
      derogation: "GROUP_PRACTICE_SOUS_DENSE",
    });
  if (zone === null || unclearZones.includes(zone))
    return doubtful(about, {
      value,
      brief: "la dérogation des zones sous-denses n'est pas établie pour ce cabinet",
      unresolved: "GROUP_PRACTICE_DEROGATION_ZONE",
      question: "La dérogation à l'exercice regroupé s'applique-t-elle dans la zone du cabinet ?",
      askTo: "fund",
    });
  return failed(about, { value, brief: "exercice seul, hors des zones sous-denses" });
}

export function judgeCoordinatedPractice(facts: DoctorFacts, version: IndividualVersion): Criterion {
  const { required, removedOn, commitmentYears } = version.coordinatedPractice.value;
  const about = {
    code: "COORDINATED_PRACTICE",
    label: "Exercice coordonné",
    threshold: `un exercice coordonné, ou l'engagement d'y entrer dans les ${commitmentYears ?? 0} ans`,
    rule: version.coordinatedPractice,
  };
  if (!required) return lifted(about, notRequired(removedOn));
  switch (facts.coordinatedPractice) {
    case "YES":
      return met(about, { value: "exercice coordonné", brief: "exercice coordonné" });
    case "COMMITTED_2Y": {
      const value = `engagement dans les ${commitmentYears ?? 0} ans`;
      return met(about, { value, brief: `${value} à compter de la signature` });
    }
    case "NO":
      return failed(about, { value: "aucun", brief: "ni exercice coordonné ni engagement d'y entrer" });
    case null:
      return doubtful(about, {
        value: null,
        brief: "l'exercice coordonné n'est pas connu",
        unresolved: "COORDINATED_PRACTICE_MISSING_DATA",
        question: "Exercez-vous en MSP, en CPTS ou en équipe de soins, ou comptez-vous y entrer d'ici 2 ans ?",
        askTo: "doctor",
      });
  }
}

export function judgeMixedPractice({ mixedPractice }: DoctorFacts, version: IndividualVersion): Criterion | null {
  if (mixedPractice !== true) return null;
  const about = {
    code: "MIXED_PRACTICE",
    label: "Activité mixte",
    threshold: "une activité libérale, en partie salariée si le texte l'admet",
    rule: version.mixedPractice,
  };
  const value = "libérale et salariée";
  if (version.mixedPractice.value.accepted)
    return met(about, { value, brief: "activité mixte acceptée, avec un contrat adapté" });
  return doubtful(about, {
    value,
    brief: `les sources ne disent pas si ${version.name} admet l'activité mixte`,
    unresolved: "MIXED_PRACTICE_RULE_UNKNOWN",
    question: "L'activité en partie salariée est-elle admise par le texte applicable ?",
    askTo: "fund",
  });
}

export function judgeReplacement({ replacementDoctor }: DoctorFacts, version: IndividualVersion): Criterion | null {
  if (replacementDoctor !== true) return null;
  const about = {
    code: "REPLACEMENT_DOCTOR",
    label: "Exercice en son nom",
    threshold: "un médecin installé : un remplaçant ne peut pas signer",
    rule: version.replacementDoctor,
  };
  if (version.replacementDoctor.value.accepted === false)
    return failed(about, { value: "remplaçant", brief: "médecin remplaçant" });
  return doubtful(about, {
    value: "remplaçant",
    brief: `les sources ne disent pas si ${version.name} admet un remplaçant`,
    unresolved: "REPLACEMENT_DOCTOR_RULE_UNKNOWN",
    question: "Un remplaçant pouvait-il signer sous ce texte ?",
    askTo: "fund",
  });
}

function notRequired(removedOn: string | null): string {
  return removedOn === null ? "non exigé" : `non exigé depuis le ${dayMonthYear(removedOn)}`;
}
