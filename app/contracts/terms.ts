import type { Day } from "~/calendar/day";
import type { ContractSheet } from "~db/queries/contracts";
import type { ContractTerms } from "./contract";
import type { Suspension } from "./suspension";

/** What a signed contract binds to; null while it is a file. */
export function termsOf(sheet: ContractSheet): ContractTerms | null {
  const { version, starts_on, ends_on } = sheet;
  if (version === null || starts_on === null || ends_on === null) return null;
  return {
    kind: sheet.kind,
    version,
    option: sheet.option,
    etp: sheet.etp,
    band: sheet.band,
    newlyInstalled: sheet.newly_installed,
    startsOn: starts_on,
    endsOn: ends_on,
    hiredOn: sheet.hired_on,
    isRenewal: sheet.renews !== null,
  };
}

/** Suspensions and returns, as the events tell them. */
export function suspensionsIn(events: readonly { readonly step: string; readonly on_day: Day }[]): Suspension[] {
  const found: { from: Day; to: Day | null }[] = [];
  for (const { step, on_day } of events) {
    const last = found.at(-1);
    if (step === "suspend") found.push({ from: on_day, to: null });
    if (step === "resume" && last && last.to === null) last.to = on_day;
  }
  return found;
}
