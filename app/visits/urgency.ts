import { addDays, type Day, daysBetween } from "~/calendar/day";

export interface UrgencyFacts {
  /** 0 to about 100, from the room of eligibility. */
  readonly priority: number;
  readonly lastMetOn: Day | null;
  readonly lastResult: string | null;
  /** The earliest visit promised and not made yet. */
  readonly promisedOn: Day | null;
  /** 0.5 to 2, by the chance of a contract against that of the fund; 1 where the fund does not weigh by it. */
  readonly chanceFactor: number;
}

/** Somebody met without a promise is left in peace: first not at all, then a little, then like anybody. */
const REST_DAYS = 45;
const PEACE_DAYS = 180;
/** Days around the promised one in which the visit should fall. */
const EARLY_DAYS = 3;

const PROMISED = 3;
const LATE = 4;
const REFUSED = 0;

/**
 * What a visit in this week is worth: priority x urgency, a whole number of at least 1, or 0 when there should be none.
 * A promise counts three times in its week and four times when it is late; before its time the doctor is not disturbed.
 * The chance of a contract weighs where nothing was promised: a promise is kept to whomever it was made.
 */
export function visitValue(facts: UrgencyFacts, firstDay: Day, lastDay: Day): number {
  const urgency = urgencyOf(facts, firstDay, lastDay);
  const factor = facts.promisedOn === null ? facts.chanceFactor : 1;
  return urgency === 0 ? 0 : Math.max(1, Math.round(Math.max(1, facts.priority) * urgency * factor));
}

function urgencyOf({ lastMetOn, lastResult, promisedOn }: UrgencyFacts, firstDay: Day, lastDay: Day): number {
  if (promisedOn !== null) {
    if (promisedOn < firstDay) return LATE;
    return promisedOn <= addDays(lastDay, EARLY_DAYS) ? PROMISED : 0;
  }
  if (lastMetOn === null) return 1;
  if (lastResult === "refused") return REFUSED;
  if (lastResult === "absent") return 1.2;
  const rested = daysBetween(lastMetOn, firstDay);
  if (rested < REST_DAYS) return 0;
  return Math.min(1, rested / PEACE_DAYS);
}
