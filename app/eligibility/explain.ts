import { french, listed } from "~/format/typography";
import type { Assessment, Criterion } from "./assessment";

/** The criterion a doctor would name first when asked why the answer is yes. */
const DECIDING = ["MIN_PATIENTELE_MT", "MIN_FILE_ACTIVE", "GROUP_MEAN_PATIENTELE_MT"];

/** Deciding facts first: the specialty chooses the line, the sector refuses, the count is what a visit may bring. */
const ASK_ORDER = [
  "SPECIALTY_EXCLUDED",
  "SECTOR_OPTAM",
  "LEGAL_FORM",
  "MIN_PATIENTELE_MT",
  "GROUP_MEAN_PATIENTELE_MT",
  "SURGEON_CLINICAL_SHARE",
  "GROUP_PRACTICE",
  "COORDINATED_PRACTICE",
];

export interface OpenQuestion {
  readonly code: string;
  readonly question: string;
  readonly askTo: "doctor" | "fund";
  /** No other point is open: the answer settles the verdict. */
  readonly settles: boolean;
}

/** The verdict in one sentence, for the top of a page. */
export function explainVerdict(assessment: Assessment): string {
  switch (assessment.verdict) {
    case "yes": {
      const deciding = assessment.criteria.find(({ code }) => DECIDING.includes(code));
      return french(`Éligible selon ${assessment.versionName}${deciding ? ` : ${deciding.brief}` : ""}.`);
    }
    case "no": {
      const reasons = assessment.criteria.filter(({ verdict }) => verdict === "no").map(({ brief }) => brief);
      return french(`Non éligible : ${listed(reasons)}.`);
    }
    case "unknown": {
      const [first, ...others] = openPoints(assessment);
      const rest =
        others.length === 0 ? "" : others.length === 1 ? ", et un autre point" : `, et ${others.length} autres points`;
      return french(`À vérifier : ${first!.brief}${rest}.`);
    }
  }
}

/** The missing answer that matters most, or null when nothing is open or nothing could change the refusal. */
export function nextQuestion(assessment: Assessment): OpenQuestion | null {
  if (assessment.verdict !== "unknown") return null;
  const [first, ...others] = openPoints(assessment);
  if (!first?.question || !first.askTo) return null;
  return { code: first.code, question: first.question, askTo: first.askTo, settles: others.length === 0 };
}

function openPoints({ criteria }: Assessment): Criterion[] {
  return criteria.filter(({ verdict }) => verdict === "unknown").sort((a, b) => askRank(a) - askRank(b));
}

function askRank({ code }: Criterion): number {
  return ASK_ORDER.includes(code) ? ASK_ORDER.indexOf(code) : ASK_ORDER.length;
}
