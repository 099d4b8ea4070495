import { paymentsOf } from "~/aids/payments";
import { CEILING_FROM_YEAR } from "~/aids/simulate";
import { simulationOf, yearAmounts } from "./amounts";
import type { ContractTerms } from "./contract";
import { type Milestone, milestone } from "./milestone";

/** Later texts pay each year from the third in two halves, on days that were not found. */
const HALVES = 2;

/** The payments of five years: on the days the text gives, without a day where it gives none. */
export function paymentMilestones(terms: ContractTerms): Milestone[] {
  const told = toldPayments(terms);
  const hasTimetable = terms.kind === "individual" && terms.version !== "AV7" && !terms.isRenewal;
  return yearAmounts(terms).flatMap(({ contractYear, startsOn, minCents, maxCents }) => {
    const known = told.filter((each) => each.contractYear === contractYear);
    if (known.length > 0)
      return known.map(({ day, amountCents }, index) =>
        payment(contractYear, index, { on: day, minCents: amountCents, maxCents: amountCents }),
      );
    const parts = hasTimetable && contractYear >= CEILING_FROM_YEAR ? HALVES : 1;
    // Without its band the amount of year 2 is a range; its day is known all the same.
    const on = hasTimetable && contractYear === 2 ? startsOn : null;
    return Array.from({ length: parts }, (_, index) =>
      payment(contractYear, index, { on, minCents: shareOf(minCents, parts), maxCents: shareOf(maxCents, parts) }),
    );
  });
}

/** Years 1 and 2 of an individual contract; the amounts of a renewal and the days of a company are not published. */
function toldPayments(terms: ContractTerms) {
  if (terms.kind === "collective" || terms.isRenewal || terms.version === "COLL2026") return [];
  const { version, startsOn, hiredOn } = terms;
  return paymentsOf(simulationOf(terms), { version, signedOn: startsOn, hiredOn }).filter(
    ({ contractYear }) => contractYear < CEILING_FROM_YEAR,
  );
}

function payment(
  contractYear: number,
  index: number,
  { on, minCents, maxCents }: Pick<Milestone, "on" | "minCents" | "maxCents">,
): Milestone {
  return milestone(`payment:${contractYear}:${index + 1}`, "payment", on, { contractYear, minCents, maxCents });
}

function shareOf(cents: number | null, parts: number): number | null {
  return cents === null ? null : cents / parts;
}
