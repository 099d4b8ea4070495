import { number } from "~/format/numbers";
import { type Criterion, doubtful, failed, met } from "../assessment";
import type { DoctorFacts } from "../doctor-facts";
import { specialtyLabel } from "../labels";
import type { IndividualVersion } from "../rule-version";

export function judgeSpecialty({ specialty }: DoctorFacts, version: IndividualVersion): Criterion {
  const about = {
    code: "SPECIALTY_EXCLUDED",
    label: "Spécialité",
    threshold: "une spécialité ouverte à l'aide",
    rule: version.excludedSpecialties,
  };
  if (specialty === null)
    return doubtful(about, {
      value: null,
      brief: "la spécialité n'est pas connue",
      unresolved: "SPECIALTY_MISSING_DATA",
      question: "Quelle est votre spécialité ?",
      askTo: "doctor",
    });
  const value = specialtyLabel(specialty);
  return version.excludedSpecialties.value.includes(specialty)
    ? failed(about, { value, brief: `spécialité exclue (${value})` })
    : met(about, { value, brief: value });
}

/** Lists A and B of avenant 7: general practice is on list A, the rest of the annex was not read. */
export function judgeTerritoryList(facts: DoctorFacts, version: IndividualVersion): Criterion | null {
  const lists = version.territoryLists.value;
  const { specialty } = facts;
  if (lists === null || specialty === null) return null;
  const about = {
    code: "SPECIALTY_TERRITORY_LIST",
    label: "Liste de la spécialité",
    threshold: "une spécialité de la liste A, ou de la liste B dans un département peu doté",
    rule: version.territoryLists,
  };
  const value = specialtyLabel(specialty);
  if (lists.everywhere.includes(specialty)) return met(about, { value, brief: "spécialité de la liste A" });
  if (lists.waivedForRqth && facts.rqthOrAld === true)
    return met(about, { value, brief: "éligible sur tout le territoire au titre de la RQTH" });
  return doubtful(about, {
    value,
    brief: `la liste dont relève la spécialité (${value}) n'est pas connue`,
    unresolved: "SPECIALTY_TERRITORY_LIST",
    question: `La spécialité (${value}) ouvrait-elle droit à l'aide dans ce département ?`,
    askTo: "fund",
  });
}

/** Announced by name as "eligible under conditions": the list is then the first thing to ask. */
export function isConditional({ specialty }: DoctorFacts, version: IndividualVersion): boolean {
  return specialty !== null && version.territoryLists.value?.announcedAsConditional.includes(specialty) === true;
}

export function judgeClinicalShare(facts: DoctorFacts, version: IndividualVersion): Criterion | null {
  const rule = version.clinicalShare.value;
  if (rule === null || facts.specialty === null || !rule.families.includes(facts.specialty)) return null;
  const about = {
    code: "SURGEON_CLINICAL_SHARE",
    label: "Honoraires cliniques",
    threshold: `plus de ${rule.minimumPercent} % d'honoraires cliniques sur ${rule.windowMonths} mois`,
    rule: version.clinicalShare,
  };
  if (facts.clinicalFeeShare12m === null)
    return doubtful(about, {
      value: null,
      brief: "la part d'honoraires cliniques n'est pas connue",
      unresolved: "SURGEON_CLINICAL_SHARE_MISSING_DATA",
      question: `Quelle part de vos honoraires des ${rule.windowMonths} derniers mois est hors CCAM ?`,
      askTo: "doctor",
    });
  // Ten-thousandths of a percent: 0.8 written as 1 - 0.2 must still fall on the line.
  const gap = Math.round(facts.clinicalFeeShare12m * 1e6) - rule.minimumPercent * 1e4;
  const value = `${number(facts.clinicalFeeShare12m * 100, 2)} %`;
  if (gap > 0) return met(about, { value, brief: `${value} d'honoraires cliniques` });
  if (gap < 0)
    return failed(about, {
      value,
      brief: `${value} d'honoraires cliniques pour un minimum de ${rule.minimumPercent} %`,
    });
  return doubtful(about, {
    value,
    brief: `${value} d'honoraires cliniques, exactement la limite sur laquelle les textes divergent`,
    unresolved: "SURGEON_CLINICAL_SHARE_BOUNDARY",
    question: `La caisse admet-elle un médecin à ${rule.minimumPercent} % d'honoraires cliniques tout juste ?`,
    askTo: "fund",
  });
}
