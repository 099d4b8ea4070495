import { countOf, number } from "~/format/numbers";
import { type Criterion, doubtful, failed, met } from "../assessment";
import { type DoctorFacts, GENERAL_PRACTICE } from "../doctor-facts";
import { specialtyLabel } from "../labels";
import type { IndividualVersion } from "../rule-version";
import { countUnknown, type Doubt, doubtBelowLine, MEP_LINE_UNKNOWN, ON_THE_LINE } from "./doubts";

const EXEMPT = "médecin nouvellement installé, dispensé du seuil";

/** General practitioners: patients who declared the doctor as médecin traitant. */
export function judgePatientsMT(facts: DoctorFacts, version: IndividualVersion): Criterion | null {
  if (facts.specialty !== GENERAL_PRACTICE) return null;
  const { minimum, scope, atMinimum } = version.patientsMT.value;
  const counted = scope === "ADULT" ? "adultes" : "adultes et enfants";
  const about = {
    code: "MIN_PATIENTELE_MT",
    label: "Patientèle médecin traitant",
    threshold: `au moins ${number(minimum)} patients médecin traitant, ${counted}`,
    rule: version.patientsMT,
  };
  const { position, count } = compare(facts, version);
  const value = count === null ? null : countOf(count, "patient");
  const doubt = (open: Doubt) =>
    doubtful(about, { ...open, value, unresolved: `MIN_PATIENTELE_MT_${open.unresolved}` });

  if (facts.isMEP === true && version.mepMinimum.value === null && facts.underContract !== true)
    return doubt(MEP_LINE_UNKNOWN);
  if (facts.newlyInstalled === true && version.newlyInstalled.value.exempt) return met(about, { value, brief: EXEMPT });
  if (position === "missing") return doubt(countUnknown(count, scope));

  const against = `${countOf(count!, "patient")} MT pour un seuil de ${number(minimum)}`;
  if (position === "above") return met(about, { value, brief: against });
  if (position === "below") {
    const open = doubtBelowLine(facts, version);
    return open ? doubt({ ...open, brief: `${against}, ${open.brief}` }) : failed(about, { value, brief: against });
  }
  const justReached = `${against}, atteint tout juste`;
  return atMinimum === "yes"
    ? met(about, { value, brief: justReached, warning: "THRESHOLD_BOUNDARY" })
    : doubt({ ...ON_THE_LINE, brief: `${justReached}, et les textes divergent` });
}

/** Other specialties: different patients seen over a year, against the line of the family. */
export function judgeFileActive(facts: DoctorFacts, version: IndividualVersion): Criterion | null {
  const { specialty, fileActive } = facts;
  if (specialty === null || specialty === GENERAL_PRACTICE) return null;
  if (version.excludedSpecialties.value.includes(specialty)) return null;
  const minimum = version.fileActive.value?.[specialty] ?? null;
  const label = specialtyLabel(specialty);
  const about = {
    code: "MIN_FILE_ACTIVE",
    label: "File active",
    threshold:
      minimum === null
        ? `une file active au moins égale au seuil de la spécialité (${label})`
        : `une file active d'au moins ${number(minimum)} patients`,
    rule: version.fileActive,
  };
  const value = fileActive === null ? null : countOf(fileActive, "patient");
  if (facts.newlyInstalled === true && version.newlyInstalled.value.exempt) return met(about, { value, brief: EXEMPT });
  if (minimum === null)
    return doubtful(about, {
      value,
      brief: `le seuil de file active de la spécialité (${label}) n'est pas connu`,
      unresolved: "MIN_FILE_ACTIVE_THRESHOLD_UNKNOWN",
      question: `Quel est le seuil de file active de la spécialité (${label}) ?`,
      askTo: "fund",
    });
  if (fileActive === null)
    return doubtful(about, {
      value,
      brief: "la file active n'est pas connue",
      unresolved: "MIN_FILE_ACTIVE_MISSING_DATA",
      question: "Quelle est votre file active sur un an ?",
      askTo: "doctor",
    });
  const brief = `${value} en file active pour un seuil de ${number(minimum)}`;
  return fileActive >= minimum ? met(about, { value, brief }) : failed(about, { value, brief });
}

interface Comparison {
  readonly position: "above" | "at" | "below" | "missing";
  readonly count: number | null;
}

/**
 * Adults alone reach a line drawn on adults and children: that proves it. Adults alone under it prove nothing, and
 * neither does a total above a line drawn on adults.
 */
export function compare({ mtAdult, mtTotal }: DoctorFacts, version: IndividualVersion): Comparison {
  const { minimum, scope } = version.patientsMT.value;
  const exact = scope === "ADULT" ? mtAdult : mtTotal;
  const bound = scope === "ADULT" ? mtTotal : mtAdult;
  if (exact !== null) return { position: exact > minimum ? "above" : exact < minimum ? "below" : "at", count: exact };
  if (bound === null) return { position: "missing", count: null };
  if (scope === "ADULT_CHILD" && bound >= minimum) return { position: bound > minimum ? "above" : "at", count: bound };
  if (scope === "ADULT" && bound < minimum) return { position: "below", count: bound };
  return { position: "missing", count: bound };
}
