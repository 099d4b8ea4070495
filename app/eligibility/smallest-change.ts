import type { Day } from "~/calendar/day";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { assess } from "./assess";
import type { Verdict } from "./assessment";
import { compare } from "./criteria/patients";
import type { DoctorFacts } from "./doctor-facts";
import type { IndividualVersion } from "./rule-version";

interface Step {
  readonly code: string;
  readonly sentence: string;
  readonly change: Partial<DoctorFacts>;
}

export interface SmallestChange {
  readonly steps: readonly { readonly code: string; readonly sentence: string }[];
  /** What the doctor becomes: eligible, or to be checked. */
  readonly verdict: Exclude<Verdict, "no">;
}

/**
 * What a refused doctor would have to change: one step for each failed criterion. Null when not refused, or when a
 * failure cannot be mended (an excluded specialty). The changed facts are judged again: what is returned does flip.
 */
export function smallestChange(facts: DoctorFacts, version: IndividualVersion, day: Day): SmallestChange | null {
  const { failing } = assess(facts, version, day);
  const steps = failing.map((code) => stepFor(code, facts, version));
  if (steps.length === 0 || !steps.every((step) => step !== null)) return null;
  const changed = Object.assign({ ...facts }, ...steps.map(({ change }) => change)) as DoctorFacts;
  const { verdict } = assess(changed, version, day);
  if (verdict === "no") return null;
  return { steps: steps.map(({ code, sentence }) => ({ code, sentence: french(sentence) })), verdict };
}

/** Patients a general practitioner lacks to pass the line; null when the count is not known or the line is passed. */
export function missingPatients(facts: DoctorFacts, version: IndividualVersion): number | null {
  const { position, count } = compare(facts, version);
  const { minimum, atMinimum } = version.patientsMT.value;
  const target = atMinimum === "yes" ? minimum : minimum + 1;
  return position === "below" && count !== null ? Math.ceil(target - count) : null;
}

function stepFor(code: string, facts: DoctorFacts, version: IndividualVersion): Step | null {
  switch (code) {
    case "SECTOR_OPTAM":
      return facts.sector === "2" ? { code, sentence: "Adhérer à l'Optam.", change: { optam: true } } : null;
    case "GROUP_PRACTICE":
      return { code, sentence: "Exercer avec un autre médecin dans le cabinet.", change: { groupPractice: true } };
    case "COORDINATED_PRACTICE":
      return {
        code,
        sentence: "S'engager dans un exercice coordonné d'ici 2 ans suffit.",
        change: { coordinatedPractice: "COMMITTED_2Y" },
      };
    case "SURGEON_CLINICAL_SHARE": {
      const minimum = version.clinicalShare.value?.minimumPercent ?? 100;
      const sentence = `Dépasser ${minimum} % d'honoraires cliniques sur 12 mois.`;
      return { code, sentence, change: { clinicalFeeShare12m: (minimum + 1) / 100 } };
    }
    case "MIN_PATIENTELE_MT":
      return morePatients(code, facts, version);
    default:
      return null;
  }
}

function morePatients(code: string, facts: DoctorFacts, version: IndividualVersion): Step | null {
  const missing = missingPatients(facts, version);
  if (missing === null) return null;
  const { minimum, scope } = version.patientsMT.value;
  const reached = minimum + 1;
  return {
    code,
    sentence: `Il manque ${countOf(missing, "patient")} médecin traitant.`,
    change: scope === "ADULT" ? { mtAdult: reached } : { mtTotal: reached },
  };
}
