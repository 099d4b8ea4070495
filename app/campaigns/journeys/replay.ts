import { addDays, type Day } from "~/calendar/day";
import { advance, begun, closed, type Ending, type Happened, type JourneyPlan, type Place } from "./advance";

/** What a try supposes: the doctor, the day of entry, what happens to them, and when tasks get done. */
export interface Supposed {
  readonly startsOn: Day;
  readonly department: string;
  readonly facts: Happened;
  /** The day on which each task is done, by step; a task without one is done on the day it is asked. */
  readonly doneOn: Readonly<Record<number, Day | null>>;
}

export interface ReplayEvent {
  readonly on: Day;
  readonly kind: "begun" | "done" | "passed" | "stopped" | "finished";
  readonly step: number;
  readonly because: Ending | string | null;
}

export interface Replay {
  readonly events: readonly ReplayEvent[];
  /** Nothing more will happen. */
  readonly isOver: boolean;
}

/** A journey that nobody stops and nobody works on is not followed for longer. */
const MOST_DAYS = 1_500;

/** The whole journey under suppositions, by the rule that moves real doctors, with a clock of its own. Writes nothing. */
export function replay(plan: JourneyPlan, supposed: Supposed, until: Day): Replay {
  const { startsOn, department, facts, doneOn } = supposed;
  let place: Place = { at: 0, lastOn: startsOn, begunOn: null, visitAskedOn: null, department };
  const events: ReplayEvent[] = [];
  const last = addDays(startsOn, MOST_DAYS);
  for (let today = startsOn; today <= until && today <= last; ) {
    const settled = settledOf(plan, place, doneOn);
    const action = advance(place, plan, facts, settled, today);
    const note = (kind: ReplayEvent["kind"], because: string | null = null) =>
      events.push({ on: today, kind, step: place.at, because });
    switch (action.kind) {
      case "stop":
        note("stopped", action.because);
        return { events, isOver: true };
      case "finish":
        note("finished");
        return { events, isOver: true };
      case "begin":
        note("begun");
        place = begun(place, plan.steps[place.at]!, today);
        break;
      case "close":
        note(action.settled.result, action.settled.because);
        place = closed(place, action.settled);
        break;
      case "wait":
        today = addDays(today, 1);
    }
  }
  return { events, isOver: false };
}

function settledOf({ steps }: JourneyPlan, place: Place, doneOn: Supposed["doneOn"]) {
  const step = steps[place.at];
  if (step === undefined || place.begunOn === null) return null;
  const told = step.kind === "letter" ? undefined : doneOn[place.at];
  if (told === null) return null;
  const on = told === undefined || told < place.begunOn ? place.begunOn : told;
  return { on, result: "done", because: null } as const;
}

/** The next day on which anything happens after this one. */
export function nextEventAfter({ events }: Replay, day: Day): Day | null {
  return events.find(({ on }) => on > day)?.on ?? null;
}

/** One step as a try tells it. */
export interface DatedStep {
  readonly step: number;
  readonly begunOn: Day;
  readonly over: { readonly on: Day; readonly result: "done" | "passed"; readonly because: string | null } | null;
}

/** The events by step, in order, and how it ends. */
export function datedSteps({ events }: Replay): { steps: DatedStep[]; end: ReplayEvent | null } {
  const steps: DatedStep[] = [];
  let end: ReplayEvent | null = null;
  for (const event of events) {
    if (event.kind === "begun") steps.push({ step: event.step, begunOn: event.on, over: null });
    else if (event.kind === "done" || event.kind === "passed")
      steps.push({ ...steps.pop()!, over: { on: event.on, result: event.kind, because: event.because } });
    else end = event;
  }
  return { steps, end };
}
