import { addYears, type Day } from "~/calendar/day";
import type { PercentileBand } from "~/eligibility/doctor-facts";
import type { StaffingOption } from "./options";
import type { AidSchedule, AmountColumns } from "./schedule";
import { scheduleOn } from "./schedules";

/** Length of a contract. */
export const CONTRACT_YEARS = 5;
/** From this year the amount is a maximum: it depends on the objective. */
export const CEILING_FROM_YEAR = 3;

export interface AidYear {
  readonly contractYear: number;
  readonly startsOn: Day;
  readonly scheduleId: AidSchedule["id"];
  /** Lowest and highest amount over the bands the doctor may be in, objective reached; null when not published. */
  readonly minCents: number | null;
  readonly maxCents: number | null;
  readonly isCeiling: boolean;
}

export interface Simulation {
  readonly years: readonly AidYear[];
  /** Null as soon as one year is not published. */
  readonly totalMinCents: number | null;
  readonly totalMaxCents: number | null;
  /** Null for the largest lists, paid the same every year. */
  readonly ceilingFromYear: number | null;
}

export interface AidRequest {
  /** Contract years are counted from the signature: ameli speaks of the contract's anniversary. */
  readonly signedOn: Day;
  readonly option: StaffingOption;
  /** At signature; null = not known, the amounts are then a range over all bands. */
  readonly band: PercentileBand | null;
}

/** The five contract years, each paid by the table of its first day. */
export function simulate({ signedOn, option, band }: AidRequest): Simulation {
  const years = Array.from({ length: CONTRACT_YEARS }, (_, index): AidYear => {
    const contractYear = index + 1;
    const startsOn = addYears(signedOn, index);
    const schedule = scheduleOn(startsOn);
    const amounts = possibleAmounts(schedule.amounts[option], contractYear, band);
    return {
      contractYear,
      startsOn,
      scheduleId: schedule.id,
      minCents: amounts === null ? null : Math.min(...amounts),
      maxCents: amounts === null ? null : Math.max(...amounts),
      isCeiling: contractYear >= CEILING_FROM_YEAR && band !== "GTE_P95",
    };
  });
  return {
    years,
    totalMinCents: sum(years.map(({ minCents }) => minCents)),
    totalMaxCents: sum(years.map(({ maxCents }) => maxCents)),
    ceilingFromYear: band === "GTE_P95" ? null : CEILING_FROM_YEAR,
  };
}

function possibleAmounts(columns: AmountColumns, contractYear: number, band: PercentileBand | null): number[] | null {
  const ordinary = contractYear === 1 ? columns.year1 : contractYear === 2 ? columns.year2 : columns.fromYear3;
  const high = contractYear < CEILING_FROM_YEAR ? ordinary : columns.fromYear3P90P95;
  const amounts = amountsOf(band, { ordinary, high, flat: columns.everyYearGteP95 });
  return amounts.every((amount) => amount !== null) ? amounts : null;
}

function amountsOf(
  band: PercentileBand | null,
  { ordinary, high, flat }: Record<"ordinary" | "high" | "flat", number | null>,
): (number | null)[] {
  switch (band) {
    case null:
      return [ordinary, high, flat];
    case "GTE_P95":
      return [flat];
    case "P90_P95":
      return [high];
    default:
      return [ordinary];
  }
}

function sum(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce((total, amount) => (total === null || amount === null ? null : total + amount), 0);
}
