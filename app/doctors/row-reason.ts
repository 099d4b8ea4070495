import { type Criterion, capital, type Verdict } from "~/eligibility/assessment";
import { judgeFileActive, judgePatientsMT } from "~/eligibility/criteria/patients";
import { judgeReplacement } from "~/eligibility/criteria/practice";
import { judgeSector } from "~/eligibility/criteria/sector";
import { judgeClinicalShare, judgeSpecialty } from "~/eligibility/criteria/specialty";
import { type CriterionCode, codesIn } from "~/eligibility/criterion-bits";
import type { DoctorFacts } from "~/eligibility/doctor-facts";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { missingPatients } from "~/eligibility/smallest-change";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { type FactsRow, factsOf } from "./facts-of";

/** The answer the ranking holds: its two masks say which criterion to speak of. */
export interface Ranked {
  readonly verdict: string | null;
  readonly failing: number;
  readonly unresolved: number;
}

/** Fifty rows a page: one criterion is judged for each, never all of them. */
const JUDGES: Record<CriterionCode, (facts: DoctorFacts, version: IndividualVersion) => Criterion | null> = {
  SPECIALTY_EXCLUDED: judgeSpecialty,
  REPLACEMENT_DOCTOR: judgeReplacement,
  SECTOR_OPTAM: judgeSector,
  SURGEON_CLINICAL_SHARE: judgeClinicalShare,
  MIN_PATIENTELE_MT: judgePatientsMT,
  MIN_FILE_ACTIVE: judgeFileActive,
};

const COUNTED: readonly CriterionCode[] = ["MIN_PATIENTELE_MT", "MIN_FILE_ACTIVE"];

/** Why this doctor stands here, in one line of the list. */
export function rowReason(row: FactsRow, ranked: Ranked, version: IndividualVersion): string {
  if (row.signed_on !== null) return "Contrat déjà signé.";
  const facts = factsOf(row);
  switch (ranked.verdict) {
    case "yes":
      return sentence(first(COUNTED, "yes", facts, version)?.brief ?? "tous les critères connus sont remplis");
    case "unknown":
      return openReason(first(codesIn(ranked.unresolved), "unknown", facts, version));
    case "no":
      return refusal(codesIn(ranked.failing), facts, version);
    default:
      return "";
  }
}

/** Null when the facts have changed since the ranking was computed: it is then about to be computed again. */
function first(
  codes: readonly CriterionCode[],
  verdict: Verdict,
  facts: DoctorFacts,
  version: IndividualVersion,
): Criterion | null {
  for (const code of codes) {
    const criterion = JUDGES[code](facts, version);
    if (criterion?.verdict === verdict) return criterion;
  }
  return null;
}

function openReason(criterion: Criterion | null): string {
  if (!criterion?.question) return "Un point reste à vérifier.";
  return french(`${criterion.askTo === "doctor" ? "À demander" : "À vérifier"} : ${criterion.question}`);
}

function refusal(failing: readonly CriterionCode[], facts: DoctorFacts, version: IndividualVersion): string {
  const missing = failing.length === 1 && failing[0] === "MIN_PATIENTELE_MT" ? missingPatients(facts, version) : null;
  if (missing !== null) return french(`Il manque ${countOf(missing, "patient")} médecin traitant pour être éligible.`);
  const criterion = first(failing, "no", facts, version);
  if (!criterion) return "La réponse va être recalculée.";
  const others = failing.length - 1;
  return sentence(
    others > 0 ? `${criterion.brief} (et ${countOf(others, "autre motif", "autres motifs")})` : criterion.brief,
  );
}

function sentence(text: string): string {
  return french(`${capital(text)}.`);
}
