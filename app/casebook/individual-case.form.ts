import { z } from "zod";
import {
  COORDINATED_PRACTICES,
  NO_FACTS,
  OPTAM_VARIANTS,
  PATIENT_SCOPES,
  PERCENTILE_BANDS,
  SECTORS,
  ZONES,
} from "~/eligibility/doctor-facts";
import type { IndividualCase } from "./case";
import { asText, code, count, day, flag, fraction, oneOf, option, ratio } from "./fields.form";

const currentContract = z.looseObject(
  { optionEtp: option, contractYear: count, objectivesMet: flag },
  "un objet décrivant le contrat en cours est attendu",
);

const fields = z.looseObject({
  signatureDate: day,
  specialty: code,
  sector: z.preprocess(asText, oneOf(SECTORS)),
  optam: flag,
  optamVariant: oneOf(OPTAM_VARIANTS),
  zone: oneOf(ZONES),
  groupPractice: flag,
  coordinatedPractice: oneOf(COORDINATED_PRACTICES),
  patientsMT: count,
  patientsMTScope: oneOf(PATIENT_SCOPES),
  fileActive: count,
  percentileBand: oneOf(PERCENTILE_BANDS),
  percentileBandFileActive: oneOf(PERCENTILE_BANDS),
  fileActiveBand: oneOf(PERCENTILE_BANDS),
  optionEtp: option,
  newlyInstalled: flag,
  clinicalFeeShare12m: fraction,
  shareUnder16: fraction,
  rqthOrAld: flag,
  mixedPractice: flag,
  isMEP: flag,
  replacementDoctor: flag,
  hireDate: day.nullish(),
  evaluationDate: day.nullish(),
  doctorAskedToSwitch: flag,
  doctorAgeAtSignature: count,
  evaluatedContractYear: z.int("une année de contrat est attendue").min(1, "la première année est 1").nullish(),
  achievementRatio: ratio,
  observedPatientsMT: count,
  currentContract: currentContract.nullish(),
  assistantFormerSecretary: flag,
  secretaryReplacedOrOutsourced: flag,
  monthsSinceStart: count,
});

type Fields = z.infer<typeof fields>;

export const individualCaseForm = fields.transform(
  (input): IndividualCase => ({
    contractType: "INDIVIDUAL",
    signedOn: input.signatureDate,
    facts: factsOf(input),
    patientsMT: input.patientsMT ?? null,
    patientsMTScope: input.patientsMTScope ?? null,
    fileActiveBand: input.percentileBandFileActive ?? input.fileActiveBand ?? null,
    option: input.optionEtp ?? null,
    hiredOn: input.hireDate ?? null,
    evaluatedOn: input.evaluationDate ?? null,
    askedToSwitch: input.doctorAskedToSwitch ?? false,
    ageAtSignature: input.doctorAgeAtSignature ?? null,
    contractYear: input.evaluatedContractYear ?? null,
    achievementRatio: input.achievementRatio ?? null,
    observedPatientsMT: input.observedPatientsMT ?? null,
    currentContract: contractOf(input),
    formerSecretary: input.assistantFormerSecretary ?? false,
    secretaryReplaced: input.secretaryReplacedOrOutsourced ?? null,
    monthsSinceStart: input.monthsSinceStart ?? null,
  }),
);

function factsOf(input: Fields): IndividualCase["facts"] {
  return {
    ...NO_FACTS,
    specialty: family(input.specialty ?? null),
    sector: input.sector ?? null,
    optam: input.optam ?? null,
    optamVariant: input.optamVariant ?? null,
    zone: input.zone ?? null,
    groupPractice: input.groupPractice ?? null,
    coordinatedPractice: input.coordinatedPractice ?? null,
    fileActive: input.fileActive ?? null,
    percentileBand: input.percentileBand ?? null,
    // Exemptions are claimed: an absent key claims none, a null says that it is not known.
    newlyInstalled: input.newlyInstalled === undefined ? false : input.newlyInstalled,
    clinicalFeeShare12m: input.clinicalFeeShare12m ?? null,
    shareUnder16: input.shareUnder16 ?? null,
    rqthOrAld: input.rqthOrAld ?? null,
    mixedPractice: input.mixedPractice ?? null,
    isMEP: input.isMEP ?? null,
    replacementDoctor: input.replacementDoctor ?? null,
    underContract: input.currentContract ? true : null,
  };
}

function contractOf({ currentContract: contract }: Fields): IndividualCase["currentContract"] {
  if (!contract) return null;
  return {
    optionEtp: contract.optionEtp ?? null,
    contractYear: contract.contractYear ?? null,
    objectivesMet: contract.objectivesMet ?? null,
  };
}

/** "CHIRURGIE_VISCERALE" is judged as CHIRURGIE: the texts name families. */
function family(specialty: string | null): string | null {
  if (specialty === null || specialty === "") return null;
  const prefix = ["CHIRURGIE", "GYNECOLOGIE", "ANESTHESIE"].find((name) => specialty.startsWith(`${name}_`));
  return prefix ?? specialty;
}
