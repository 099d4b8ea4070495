import type { Day } from "~/calendar/day";
import { assess } from "~/eligibility/assess";
import { type Assessment, capital } from "~/eligibility/assessment";
import { nextQuestion } from "~/eligibility/explain";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { missingPatients } from "~/eligibility/smallest-change";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { type FactsRow, factsOf } from "./facts-of";

/** Why this doctor stands here, in one line of the list. */
export function rowReason(row: FactsRow, version: IndividualVersion, today: Day): string {
  if (row.signed_on !== null) return "Contrat déjà signé.";
  const facts = factsOf(row);
  const assessment = assess(facts, version, today);
  switch (assessment.verdict) {
    case "yes":
      return sentence(deciding(assessment) ?? "tous les critères connus sont remplis");
    case "unknown": {
      const open = nextQuestion(assessment);
      if (!open) return "Un point reste à vérifier.";
      return french(`${open.askTo === "doctor" ? "À demander" : "À vérifier"} : ${open.question}`);
    }
    case "no": {
      const missing = missingPatients(facts, version);
      if (missing !== null && assessment.failing.length === 1)
        return french(`Il manque ${countOf(missing, "patient")} médecin traitant pour être éligible.`);
      const [first, ...others] = assessment.criteria.filter(({ verdict }) => verdict === "no");
      return sentence(
        `${first!.brief}${others.length > 0 ? ` (et ${countOf(others.length, "autre motif", "autres motifs")})` : ""}`,
      );
    }
  }
}

const COUNTED = ["MIN_PATIENTELE_MT", "MIN_FILE_ACTIVE"];

function deciding({ criteria }: Assessment): string | undefined {
  return criteria.find(({ code }) => COUNTED.includes(code))?.brief;
}

function sentence(text: string): string {
  return french(`${capital(text)}.`);
}
