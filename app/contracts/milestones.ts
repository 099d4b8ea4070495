import { NEWLY_INSTALLED } from "~/aids/objective-grid";
import { collective2026 } from "~/aids/schedules/collective-2026";
import { CEILING_FROM_YEAR, CONTRACT_YEARS } from "~/aids/simulate";
import { addMonths, addYears, type Day } from "~/calendar/day";
import { yearAmounts } from "./amounts";
import { type AssistantFacts, assistantMilestones } from "./assistant-milestones";
import type { ContractTerms } from "./contract";
import { type Milestone, milestone } from "./milestone";
import { paymentMilestones } from "./payment-milestones";
import type { Suspension } from "./suspension";

export interface ContractFacts {
  readonly terms: ContractTerms;
  /** The day the file was opened here: what the contract lived before is not asked again. */
  readonly knownSince: Day;
  readonly assistants: readonly AssistantFacts[];
  readonly suspensions: readonly Suspension[];
}

/** Avenant 7 asks for a talk every six months; the later texts were read without a rhythm, so the same is kept. */
const TALK_MONTHS = 6;
/** No text says when a renewal is prepared: time enough to gather counts and sign. */
const RENEWAL_MONTHS = 6;

/** Every date of a signed contract, in order, those without a day last. */
export function milestonesOf(facts: ContractFacts): Milestone[] {
  const { terms, knownSince } = facts;
  const all = [
    ...paymentMilestones(terms),
    ...talks(terms),
    ...anniversaries(terms),
    objective(terms),
    ...ending(terms),
    ...facts.suspensions.flatMap(amendments),
  ].map((each) => settledBefore(each, knownSince));
  const within = all.filter((each) => isWithin(each, terms));
  const ofAssistants = terms.endsOn > terms.startsOn ? assistantMilestones(terms, facts.assistants) : [];
  return [...within, ...ofAssistants].sort(
    (a, b) => (a.on ?? "9999").localeCompare(b.on ?? "9999") || a.key.localeCompare(b.key),
  );
}

/** Of a contract that ends early, the years that began are paid; nothing else follows its last day. */
function isWithin({ kind, on, contractYear }: Milestone, { startsOn, endsOn }: ContractTerms): boolean {
  if (kind === "end") return true;
  if (kind === "payment") return addYears(startsOn, (contractYear ?? 1) - 1) < endsOn;
  return on === null || on < endsOn;
}

function settledBefore(each: Milestone, knownSince: Day): Milestone {
  const isOver = each.on !== null && each.on < knownSince && each.kind !== "end";
  return isOver ? { ...each, doneOn: each.on } : each;
}

function talks({ startsOn }: ContractTerms): Milestone[] {
  const count = (CONTRACT_YEARS * 12) / TALK_MONTHS - 1;
  return Array.from({ length: count }, (_, index) => {
    const months = (index + 1) * TALK_MONTHS;
    return milestone(`talk:${months}`, "talk", addMonths(startsOn, months), {
      contractYear: Math.floor(months / 12) + 1,
    });
  });
}

function anniversaries(terms: ContractTerms): Milestone[] {
  return yearAmounts(terms)
    .slice(1)
    .map(({ contractYear, startsOn, minCents, maxCents }) =>
      milestone(`anniversary:${contractYear - 1}`, "anniversary", startsOn, { contractYear, minCents, maxCents }),
    );
}

/** Due from year 3; a newly installed doctor has three full years; a company two. */
function objective({ kind, startsOn, newlyInstalled }: ContractTerms): Milestone {
  const years =
    kind === "collective"
      ? collective2026.objectivePerEtp.dueYears
      : newlyInstalled
        ? NEWLY_INSTALLED.medianYears
        : CEILING_FROM_YEAR - 1;
  return milestone("objective", "objective", addYears(startsOn, years), { contractYear: years + 1 });
}

function ending({ startsOn, endsOn }: ContractTerms): Milestone[] {
  const isWhole = endsOn === addYears(startsOn, CONTRACT_YEARS);
  const end = milestone("end", "end", endsOn, { contractYear: isWhole ? CONTRACT_YEARS : null });
  const renewal = milestone("renewal", "renewal", addMonths(endsOn, -RENEWAL_MONTHS), { contractYear: CONTRACT_YEARS });
  return isWhole ? [renewal, end] : [end];
}

/** An amendment when the contract is suspended, another at the return. */
function amendments({ from, to }: Suspension): Milestone[] {
  return [
    milestone(`amendment:${from}`, "amendment", from),
    ...(to === null ? [] : [milestone(`return:${from}`, "return", to)]),
  ];
}
