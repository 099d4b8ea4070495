import type { CurrentContract } from "~/aids/open-options";
import type { StaffingOption } from "~/aids/options";
import type { Day } from "~/calendar/day";
import type { DoctorFacts, GroupFacts, PatientScope, PercentileBand } from "~/eligibility/doctor-facts";

/** One question put to the rules, read and put in order. Null = not known. */
export type Case = IndividualCase | CollectiveCase | TrainingCase | EventCase;

export interface IndividualCase {
  readonly contractType: "INDIVIDUAL";
  readonly signedOn: Day;
  /** Without the counts: how they are read depends on the text in force. */
  readonly facts: DoctorFacts;
  readonly patientsMT: number | null;
  readonly patientsMTScope: PatientScope | null;
  readonly fileActiveBand: PercentileBand | null;
  readonly option: StaffingOption | null;
  readonly hiredOn: Day | null;
  readonly evaluatedOn: Day | null;
  readonly askedToSwitch: boolean;
  readonly ageAtSignature: number | null;
  readonly contractYear: number | null;
  readonly achievementRatio: number | null;
  readonly observedPatientsMT: number | null;
  readonly currentContract: CurrentContract | null;
  readonly formerSecretary: boolean;
  readonly secretaryReplaced: boolean | null;
  readonly monthsSinceStart: number | null;
}

export interface CollectiveCase {
  readonly contractType: "COLLECTIVE";
  readonly signedOn: Day;
  readonly facts: GroupFacts;
  readonly member: { readonly installedMonths: number | null; readonly joinedOn: Day } | null;
}

export interface TrainingCase {
  readonly contractType: "ASSISTANT_TRAINING";
  readonly signedOn: Day;
  readonly hiredOn: Day;
  readonly profile: string | null;
}

export type EventCase = { readonly contractType: "EVENT" } & (
  | {
      readonly event: "ASSISTANT_LEAVE";
      readonly months: number | null;
      readonly replaced: boolean | null;
      readonly agreementRefused: boolean;
    }
  | {
      readonly event: "RELOCATION";
      readonly sameDepartement: boolean | null;
      readonly continuityPossible: boolean | null;
    }
  | { readonly event: "SPECIALTY_CHANGE" }
  | { readonly event: "TERMINATION_BY_DOCTOR"; readonly letterReceivedOn: Day | null }
  | { readonly event: "COLLECTIVE_TERMINATED"; readonly endedOn: Day | null }
  | { readonly event: "GROUP_BELOW_P30"; readonly totalBelowStartingLevel: boolean | null }
);
