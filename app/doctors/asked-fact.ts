import type { Assessment } from "~/eligibility/assessment";
import { nextQuestion, type OpenQuestion } from "~/eligibility/explain";
import type { FactColumn } from "./fact-catalog";
import type { FactsRow } from "./facts-of";

/**
 * The fact that answers the open question of an assessment; null when no fact does, because a text or the caisse must
 * answer (an unpublished line, a threshold on which the sources differ).
 */
export function askedFact(assessment: Assessment, row: FactsRow): (OpenQuestion & { fact: FactColumn | null }) | null {
  const open = nextQuestion(assessment);
  if (!open) return null;
  const criterion = assessment.criteria.find(({ code }) => code === open.code);
  return { ...open, fact: factResolving(criterion?.unresolved ?? null, row) };
}

function factResolving(unresolved: string | null, row: FactsRow): FactColumn | null {
  switch (unresolved) {
    case "SECTOR_OPTAM_MISSING_DATA":
      return row.fee_sector === null ? "fee_sector" : "optam";
    case "MIN_PATIENTELE_MT_MISSING_DATA":
      return "mt_total";
    case "MIN_PATIENTELE_MT_NEWLY_INSTALLED_MISSING_DATA":
      return "newly_settled";
    case "MIN_FILE_ACTIVE_MISSING_DATA":
      return "active_count";
    case "SURGEON_CLINICAL_SHARE_MISSING_DATA":
      return "clinical_share_pm";
    case "GROUP_PRACTICE_MISSING_DATA":
      return "group_practice";
    case "COORDINATED_PRACTICE_MISSING_DATA":
      return "coordinated";
    default:
      return null;
  }
}
