import type { Day } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import type { DueEntry } from "~db/queries/journeys-moving";
import type { Happened, Place, Settled } from "./advance";

/** Rows as the rule reads them: instants become days of the practice. */
export function placeOf(entry: DueEntry): Place {
  return {
    at: entry.step,
    lastOn: entry.last_on,
    begunOn: entry.begun_on,
    visitAskedOn: entry.visit_asked_on,
    department: entry.department,
    isHeld: entry.letter_state === "waiting" || entry.letter_state === "claimed" || entry.letter_state === "handing",
  };
}

export function factsOf(entry: DueEntry): Happened {
  const on = (at: Date | null): Day | null => (at === null ? null : dayIn(entry.zone, at));
  return {
    opposedOn: on(entry.opposed_at),
    bookedOn: on(entry.booked_at),
    askedOn: on(entry.asked_at),
    reportedOn: on(entry.reported_at),
    signedOn: on(entry.signed_at),
    colleagueSignedOn: on(entry.colleague_signed_at),
  };
}

/** How the open step ended: a letter by what became of it, a task when the delegate closed it, a visit when it was booked. */
export function settledOf(entry: DueEntry): Settled | null {
  if (entry.begun_on === null) return null;
  const on = (at: Date) => dayIn(entry.zone, at);
  if (entry.recipient_id !== null) {
    if (entry.letter_state === null || !OVER.includes(entry.letter_state)) return null;
    const isDone = entry.letter_state === "accepted" || entry.letter_state === "uncertain";
    const settledOn = entry.letter_at === null ? entry.begun_on : on(entry.letter_at);
    return { on: settledOn, result: isDone ? "done" : "passed", because: isDone ? null : entry.letter_state };
  }
  if (entry.visit_since_at !== null) return { on: on(entry.visit_since_at), result: "done", because: "booked" };
  if (entry.task_over_at === null) return null;
  return entry.task_dropped
    ? { on: on(entry.task_over_at), result: "passed", because: "dropped" }
    : { on: on(entry.task_over_at), result: "done", because: null };
}

const OVER: readonly string[] = ["accepted", "uncertain", "rejected", "suppressed", "cancelled", "expired"];
