import { addDays, type Day } from "~/calendar/day";
import { addWorkedDays, nextWorkedDay } from "~/visits/report/working-day";
import { ALWAYS, type JourneyStep, type StopRule } from "./journey";

export interface JourneyPlan {
  readonly steps: readonly JourneyStep[];
  readonly stops: readonly StopRule[];
}

/** Where one doctor stands. */
export interface Place {
  /** The step that is open, or comes next. */
  readonly at: number;
  /** When the step before was over, or the day of entry. */
  readonly lastOn: Day;
  /** Since when the step is open; null: it has not begun. */
  readonly begunOn: Day | null;
  /** Since when the journey itself asks for a visit; null: it has not. */
  readonly visitAskedOn: Day | null;
  /** Its holidays count. */
  readonly department: string;
  /** The open letter was never offered to its mailbox: its campaign is paused, or the hours do not suit. */
  readonly isHeld?: boolean;
}

/** What has happened to the doctor, each with its day; what lies in the future has not happened. */
export interface Happened {
  readonly opposedOn?: Day | null;
  readonly bookedOn?: Day | null;
  /** By the link of a letter. */
  readonly askedOn?: Day | null;
  /** In a visit. */
  readonly reportedOn?: Day | null;
  readonly signedOn?: Day | null;
  readonly colleagueSignedOn?: Day | null;
}

/** The end of the open step, as letters and delegates tell it. */
export interface Settled {
  readonly on: Day;
  readonly result: "done" | "passed";
  readonly because: string | null;
}

export type Ending = StopRule | "expired" | "gone";

export type Action =
  | { readonly kind: "stop"; readonly because: Ending }
  | { readonly kind: "finish" }
  | { readonly kind: "begin"; readonly step: number }
  | { readonly kind: "close"; readonly step: number; readonly settled: Settled }
  /** Null: until somebody does the open task. */
  | { readonly kind: "wait"; readonly until: Day | null };

/** A letter put off again and again is not waited for longer than so many working days. */
export const LETTER_PATIENCE = 5;
/** How long a reason that passes by itself (a visit within the week, too many contacts) holds a letter back. */
export const BARRIER_PATIENCE = 10;

/** What comes next for one doctor on that day. Asked again on the same day after it was done, it never repeats itself. */
export function advance(place: Place, plan: JourneyPlan, facts: Happened, settled: Settled | null, today: Day): Action {
  const because = stopOf(place, plan, facts, today);
  if (because !== null) return { kind: "stop", because };
  const step = plan.steps[place.at];
  if (step === undefined) return { kind: "finish" };
  if (place.begunOn === null) {
    const due = dueOn(place, step);
    const until = today < due ? due : nextWorkedDay(place.department, today);
    return until === today ? { kind: "begin", step: place.at } : { kind: "wait", until };
  }
  if (settled !== null && settled.on <= today) return { kind: "close", step: place.at, settled };
  const last = lastDayOf(place, step);
  if (last === null || today <= last) return { kind: "wait", until: last === null ? null : addDays(last, 1) };
  if (step.kind !== "letter" && step.onExpiry === "end") return { kind: "stop", because: "expired" };
  const why = step.kind === "letter" ? "not-sent" : "expired";
  return { kind: "close", step: place.at, settled: { on: today, result: "passed", because: why } };
}

/** The first day on which the step may begin: always a working one. */
export function dueOn({ department, lastOn }: Pick<Place, "department" | "lastOn">, step: JourneyStep): Day {
  return step.delay === 0 ? nextWorkedDay(department, lastOn) : addWorkedDays(department, lastOn, step.delay);
}

function lastDayOf({ department, begunOn, isHeld = false }: Place, step: JourneyStep): Day | null {
  if (step.kind === "letter" && isHeld) return null;
  const days = step.kind === "letter" ? LETTER_PATIENCE : step.expiry;
  return days === null || begunOn === null ? null : addWorkedDays(department, begunOn, days);
}

function stopOf(place: Place, plan: JourneyPlan, facts: Happened, today: Day): StopRule | null {
  const has = (day: Day | null | undefined) => day !== null && day !== undefined && day <= today;
  const unasked = (day: Day | null | undefined) =>
    has(day) && (place.visitAskedOn === null || day! < place.visitAskedOn);
  const holds: Record<StopRule, boolean> = {
    opposition: has(facts.opposedOn),
    "visit-booked": unasked(facts.bookedOn),
    reply: has(facts.askedOn) || unasked(facts.reportedOn),
    "contract-signed": has(facts.signedOn),
    "practice-signed": has(facts.colleagueSignedOn),
  };
  return [ALWAYS, ...plan.stops].find((rule) => holds[rule]) ?? null;
}

/** Reasons to leave a doctor out of a letter that go away by themselves. */
const PASSING: readonly string[] = ["visit_soon", "attention"];

/** What a letter does that its doctor may not receive today: it waits for what will pass, the journey goes on without it else. */
export function atBarrier(place: Place, step: JourneyStep, because: string, today: Day): Action {
  const { department } = place;
  const patience = addWorkedDays(department, dueOn(place, step), BARRIER_PATIENCE);
  if (PASSING.includes(because) && today < patience)
    return { kind: "wait", until: nextWorkedDay(department, addDays(today, 1)) };
  return { kind: "close", step: place.at, settled: { on: today, result: "passed", because } };
}

/** The place after a step began, or after it was over. */
export function begun(place: Place, step: JourneyStep, today: Day): Place {
  const visitAskedOn = place.visitAskedOn ?? (step.kind === "visit" ? today : null);
  return { ...place, begunOn: today, visitAskedOn };
}

/** Delays never count from before the step itself began. */
export function closed(place: Place, { on }: Settled): Place {
  const lastOn = [place.lastOn, place.begunOn ?? place.lastOn, on].sort().at(-1)!;
  return { ...place, at: place.at + 1, lastOn, begunOn: null };
}
