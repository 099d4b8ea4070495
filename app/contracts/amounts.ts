import { collectiveAmountCents } from "~/aids/schedules/collective-2026";
import { CEILING_FROM_YEAR, CONTRACT_YEARS, type Simulation, simulate } from "~/aids/simulate";
import { addYears, type Day } from "~/calendar/day";
import type { ContractTerms } from "./contract";

export interface YearAmount {
  readonly contractYear: number;
  readonly startsOn: Day;
  /** The table it is read in. */
  readonly schedule: string;
  readonly minCents: number | null;
  readonly maxCents: number | null;
  /** From year 3 the amount depends on the objective: the least is then nothing. */
  readonly isCeiling: boolean;
}

/** What each of the five years is worth. Null amounts are published nowhere: half steps of a company, renewals. */
export function yearAmounts(terms: ContractTerms): YearAmount[] {
  if (terms.kind === "collective") return collectiveYears(terms);
  return simulationOf(terms).years.map(({ contractYear, startsOn, scheduleId, minCents, maxCents, isCeiling }) => ({
    contractYear,
    startsOn,
    schedule: scheduleId,
    minCents: terms.isRenewal ? null : isCeiling && maxCents !== null ? 0 : minCents,
    maxCents: terms.isRenewal ? null : maxCents,
    isCeiling,
  }));
}

export function simulationOf({ startsOn, option, band }: ContractTerms): Simulation {
  return simulate({ signedOn: startsOn, option: option ?? "0.5", band });
}

function collectiveYears({ etp, startsOn, isRenewal }: ContractTerms): YearAmount[] {
  return Array.from({ length: CONTRACT_YEARS }, (_, index) => {
    const contractYear = index + 1;
    const isCeiling = contractYear >= CEILING_FROM_YEAR;
    const most = etp === null || isRenewal ? null : collectiveAmountCents(etp, contractYear);
    return {
      contractYear,
      startsOn: addYears(startsOn, index),
      schedule: "COLL2026",
      minCents: isCeiling && most !== null ? 0 : most,
      maxCents: most,
      isCeiling,
    };
  });
}
