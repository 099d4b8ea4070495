import { addDays, addMonths, type Day } from "~/calendar/day";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { CEILING_FROM_YEAR, type Simulation } from "./simulate";

export interface Payment {
  readonly contractYear: number;
  readonly amountCents: number;
  /** "by": at the latest that day. "on": that day. Null days were not found in any text. */
  readonly when: "by" | "on";
  readonly day: Day | null;
}

const FIRST_SHARE_PERCENT = 70;
const DAYS_AFTER_HIRE = 15;

/**
 * When the aid is paid, as far as the texts say. Avenant 7: 70 % of year 1 within 15 days of the hire, the rest on
 * unknown days. Later texts: year 1 within the month, year 2 on the anniversary, then two halves on unknown days.
 */
export function paymentsOf(
  simulation: Simulation,
  { version, signedOn, hiredOn }: { version: IndividualVersion["id"]; signedOn: Day; hiredOn: Day | null },
): Payment[] {
  const certain = (year: number) => certainAmount(simulation, year);
  const [first, second, third] = [certain(1), certain(2), certain(CEILING_FROM_YEAR)];
  if (first === null) return [];
  if (version === "AV7") {
    const opening = (first * FIRST_SHARE_PERCENT) / 100;
    const day = hiredOn === null ? null : addDays(hiredOn, DAYS_AFTER_HIRE);
    return [
      { contractYear: 1, amountCents: opening, when: "by", day },
      { contractYear: 1, amountCents: first - opening, when: "by", day: null },
    ];
  }
  const payments: Payment[] = [{ contractYear: 1, amountCents: first, when: "by", day: addMonths(signedOn, 1) }];
  if (second !== null)
    payments.push({ contractYear: 2, amountCents: second, when: "on", day: addMonths(signedOn, 12) });
  if (third !== null) {
    const half = { contractYear: CEILING_FROM_YEAR, amountCents: third / 2, when: "by" as const, day: null };
    payments.push(half, half);
  }
  return payments;
}

function certainAmount({ years }: Simulation, contractYear: number): number | null {
  const year = years.find((each) => each.contractYear === contractYear);
  return year && year.minCents === year.maxCents ? year.maxCents : null;
}
