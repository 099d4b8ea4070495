import { collectiveAmountCents } from "~/aids/schedules/collective-2026";
import { CEILING_FROM_YEAR } from "~/aids/simulate";
import { addYears } from "~/calendar/day";
import { assessGroup } from "~/eligibility/assess-group";
import { etpCap } from "~/eligibility/etp-cap";
import { coll2026 } from "~/eligibility/versions/coll2026";
import type { CollectiveCase } from "./case";

/** A group may ask before the contract exists: the only collective text answers, and refuses. */
export function answerCollective({ signedOn, facts, member }: CollectiveCase): Record<string, unknown> {
  const { verdict, failing, unresolved } = assessGroup(facts, coll2026, signedOn);
  const reach = etpCap(facts, coll2026, signedOn);
  const shownCap = reach && (failing.includes("ETP_CAP") || reach.bonusCounts) ? { etpCap: reach.cap } : {};
  return {
    eligible: verdict,
    failingCriteria: failing,
    unresolvedCriteria: unresolved,
    ...shownCap,
    ...(verdict === "yes" ? { ...amounts(facts.etpRequested ?? 0), ...memberObjective(member) } : {}),
  };
}

function amounts(etp: number): Record<string, unknown> {
  const cents = [1, 2, 3].map((year) => collectiveAmountCents(etp, year));
  if (!cents.every((amount) => amount !== null)) return { aidEurByContractYearUnknown: true };
  return {
    aidEurByContractYear: Object.fromEntries(cents.map((amount, index) => [index + 1, amount / 100])),
    amountIsMaximumFromYear: CEILING_FROM_YEAR,
  };
}

function memberObjective(member: CollectiveCase["member"]): Record<string, unknown> {
  if (member === null) return {};
  if (member.installedMonths === null) return { memberObjective: "unknown" };
  const { underMonths, patientsMT, fileActive, dueYears } = coll2026.newlyInstalledMember.value;
  if (member.installedMonths >= underMonths) return { memberObjective: null };
  return { memberObjective: { patientsMT, fileActive, dueDate: addYears(member.joinedOn, dueYears) } };
}
