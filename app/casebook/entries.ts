import type { Objective } from "~/aids/objectives";
import { paymentsOf } from "~/aids/payments";
import type { AidYear, Simulation } from "~/aids/simulate";
import type { IndividualVersion } from "~/eligibility/rule-version";
import type { IndividualCase } from "./case";

/** Euros, keyed by contract year. */
export function euroAmounts(years: readonly AidYear[]): Record<string, number | null> {
  return Object.fromEntries(years.map(({ contractYear, maxCents }) => [contractYear, euros(maxCents)]));
}

export function euroRanges(years: readonly AidYear[]): Record<string, { min: number | null; max: number | null }> {
  return Object.fromEntries(
    years.map(({ contractYear, minCents, maxCents }) => [contractYear, { min: euros(minCents), max: euros(maxCents) }]),
  );
}

/** Avenant 7 counts in years from the hire, the later texts give a day. */
export function objectiveEntry(objective: Objective, version: IndividualVersion["id"]): Record<string, unknown> {
  if (objective.kind === "target") {
    const { measure, target, targetValue, dueOn, dueWithinYears } = objective;
    return { measure, target, targetValue, ...(version === "AV7" ? { dueWithinYears } : { dueDate: dueOn }) };
  }
  const { measure, pct, patients, dueFromContractYear, maintain, tolerancePercent } = objective;
  return {
    measure,
    pct,
    patients,
    dueFromContractYear,
    ...(maintain ? { rule: "MAINTAIN" } : {}),
    ...(tolerancePercent === null ? {} : { tolerancePct: tolerancePercent }),
  };
}

export function paymentEntries(
  simulation: Simulation,
  version: IndividualVersion["id"],
  { signedOn, hiredOn }: IndividualCase,
): Record<string, unknown>[] {
  return paymentsOf(simulation, { version, signedOn, hiredOn }).map(({ contractYear, amountCents, when, day }) => ({
    contractYear,
    amountEur: amountCents / 100,
    ...(when === "on" ? { dueDate: day } : { latestDate: day }),
  }));
}

function euros(cents: number | null): number | null {
  return cents === null ? null : cents / 100;
}
