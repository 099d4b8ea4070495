import {
  assistantLeave,
  earliestEndOn,
  groupBelowP30,
  relocation,
  specialtyChange,
  waitingPeriodEndsOn,
} from "~/contracts/events";
import { trainingDeadlines } from "~/contracts/training";
import { INDIVIDUAL_VERSIONS, versionOn } from "~/eligibility/versions";
import { answerCollective } from "./answer-collective";
import { answerIndividual } from "./answer-individual";
import type { Case, EventCase, TrainingCase } from "./case";

/** Keys and codes of the reference cases; each kind of case has its own. */
export type Answer = Record<string, unknown>;

/** What the caisse is told to do where the texts are silent. */
const CONTACT_FUND = { action: "CONTACT_CAISSE" };

export function answerCase(input: Case): Answer {
  switch (input.contractType) {
    case "INDIVIDUAL":
      return answerIndividual(input);
    case "COLLECTIVE":
      return answerCollective(input);
    case "ASSISTANT_TRAINING":
      return answerTraining(input);
    case "EVENT":
      return answerEvent(input);
  }
}

function answerTraining({ signedOn, hiredOn, profile }: TrainingCase): Answer {
  const version = versionOn(signedOn, "INDIVIDUAL") ?? INDIVIDUAL_VERSIONS[0]!;
  const { startDueOn, qualificationDueOn, acceptedQualification } = trainingDeadlines(version, { hiredOn, profile });
  return {
    ...(startDueOn === null ? {} : { trainingStartDue: startDueOn }),
    qualificationDue: qualificationDueOn,
    acceptedQualification,
  };
}

function answerEvent(input: EventCase): Answer {
  switch (input.event) {
    case "ASSISTANT_LEAVE": {
      const { askFund, ...effect } = assistantLeave(input);
      return { ...effect, ...(askFund ? CONTACT_FUND : {}) };
    }
    case "RELOCATION": {
      const { askFund, ...effect } = relocation(input);
      return { ...effect, ...(askFund ? CONTACT_FUND : {}) };
    }
    case "SPECIALTY_CHANGE": {
      const { askFund: _, ...effect } = specialtyChange();
      return effect;
    }
    case "TERMINATION_BY_DOCTOR":
      return { earliestEndDate: input.letterReceivedOn === null ? null : earliestEndOn(input.letterReceivedOn) };
    case "COLLECTIVE_TERMINATED":
      return { earliestNewContractDate: input.endedOn === null ? null : waitingPeriodEndsOn(input.endedOn) };
    case "GROUP_BELOW_P30":
      return { ...groupBelowP30(input.totalBelowStartingLevel) };
  }
}
