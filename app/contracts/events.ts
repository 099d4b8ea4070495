import { addMonths, addYears, type Day } from "~/calendar/day";
import { coll2026 } from "~/eligibility/versions/coll2026";

export type ContractStatus = "ACTIVE" | "SUSPENDED" | "TERMINATED_BY_CPAM";

/** Null = the texts do not say: the caisse decides. */
export interface LeaveEffect {
  readonly contractStatus: ContractStatus | null;
  readonly amendmentRequired: boolean | null;
  readonly askFund: boolean;
}

const SHORT_LEAVE_MONTHS = 2;
const LONG_LEAVE_MONTHS = 3;
const NOTICE_MONTHS = 2;

const CARRIES_ON: LeaveEffect = { contractStatus: "ACTIVE", amendmentRequired: false, askFund: false };
const FUND_DECIDES: LeaveEffect = { contractStatus: null, amendmentRequired: null, askFund: true };

/**
 * Assistant absent. Under two months: nothing to do. Over three, not replaced: suspended after written agreement, with
 * an amendment then and another at the return. In between, and without that agreement, no text: tell the caisse.
 */
export function assistantLeave(leave: {
  months: number | null;
  replaced: boolean | null;
  agreementRefused: boolean;
}): LeaveEffect {
  if (leave.replaced === true) return CARRIES_ON;
  if (leave.months === null) return FUND_DECIDES;
  if (leave.months < SHORT_LEAVE_MONTHS) return CARRIES_ON;
  if (leave.months <= LONG_LEAVE_MONTHS || leave.replaced === null || leave.agreementRefused) return FUND_DECIDES;
  return { contractStatus: "SUSPENDED", amendmentRequired: true, askFund: false };
}

export interface MoveEffect {
  readonly contractStatus: ContractStatus | null;
  readonly treatedAsNewlyInstalled: boolean | null;
  readonly newContractPossible: boolean | null;
  readonly askFund: boolean;
}

/** CPN derogation: too far to keep the patients, same département. Another département is not covered by the text. */
export function relocation(move: { sameDepartement: boolean | null; continuityPossible: boolean | null }): MoveEffect {
  if (move.continuityPossible === true && move.sameDepartement === true)
    return { contractStatus: "ACTIVE", treatedAsNewlyInstalled: false, newContractPossible: false, askFund: false };
  if (move.continuityPossible === false && move.sameDepartement === true) return startsAfresh();
  return { contractStatus: null, treatedAsNewlyInstalled: null, newContractPossible: null, askFund: true };
}

/** CPN derogation: a change of specialty at the Ordre is treated as a new installation. */
export function specialtyChange(): MoveEffect {
  return startsAfresh();
}

/** Registered letter and two months' notice, counted from its receipt (derived). */
export function earliestEndOn(letterReceivedOn: Day): Day {
  return addMonths(letterReceivedOn, NOTICE_MONTHS);
}

/** Each doctor of an ended collective contract waits two years before any other one. */
export function waitingPeriodEndsOn(collectiveEndedOn: Day): Day {
  return addYears(collectiveEndedOn, coll2026.waitingPeriodYears.value);
}

/** Falling under P30 is no ground by itself; under its own starting level, the caisse may end the contract. */
export function groupBelowP30(totalBelowStartingLevel: boolean | null): {
  contractStatus: ContractStatus;
  terminationGround: boolean | "unknown";
} {
  return { contractStatus: "ACTIVE", terminationGround: totalBelowStartingLevel ?? "unknown" };
}

function startsAfresh(): MoveEffect {
  return {
    contractStatus: "TERMINATED_BY_CPAM",
    treatedAsNewlyInstalled: true,
    newContractPossible: true,
    askFund: false,
  };
}
