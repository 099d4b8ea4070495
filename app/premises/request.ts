import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";

export const REQUEST_KINDS = ["fitting-out", "extension", "other"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ["received", "studied", "directed", "answered", "closed", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const BODIES = ["commune", "intercommunality", "department", "region", "ars", "other"] as const;
export type Body = (typeof BODIES)[number];

export const ANSWERS = ["granted", "partly", "refused"] as const;
export type Answer = (typeof ANSWERS)[number];

/** A body may answer no and the request go to another; what is closed or withdrawn stays so, unless that step is undone. */
const NEXT: Readonly<Record<RequestState, readonly RequestState[]>> = {
  received: ["studied", "withdrawn"],
  studied: ["directed", "withdrawn"],
  directed: ["answered", "directed", "withdrawn"],
  answered: ["closed", "directed", "withdrawn"],
  closed: [],
  withdrawn: [],
};

/** Steps to choose from, the usual one first. */
export function nextStates(state: RequestState): readonly RequestState[] {
  return NEXT[state];
}

export function isOpen(state: RequestState): boolean {
  return NEXT[state].length > 0;
}

export interface Step {
  readonly to: RequestState;
  readonly on: Day;
  readonly directedTo: Body | null;
  readonly answer: Answer | null;
  readonly nextStep: string;
  readonly nextOn: Day | null;
}

/** What is wrong with a step, by field; nothing when it may be taken. `since` is the day of the step before. */
export function stepProblems(state: RequestState, step: Step, since: Day, today: Day): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  const say = (field: string, text: string) => {
    problems[field] = [french(text)];
  };
  if (!NEXT[state].includes(step.to)) say("to", "Cette étape ne suit pas celle où en est la demande.");
  if (step.on > today) say("on", "Ce jour n'est pas encore venu.");
  else if (step.on < since) say("on", `L'étape précédente est du ${dayMonthYear(since)} : celle-ci vient après.`);
  if (step.to === "directed" && step.directedTo === null) say("directedTo", "Indiquez à qui la demande est adressée.");
  if (step.to === "answered" && step.answer === null) say("answer", "Indiquez la réponse reçue.");
  if ((step.nextStep === "") !== (step.nextOn === null))
    say("nextStep", "Une suite va avec son jour : indiquez les deux.");
  else if (step.nextStep !== "" && NEXT[step.to].length === 0)
    say("nextStep", "La demande s'arrête à cette étape : n'indiquez pas de suite.");
  else if (step.nextOn !== null && step.nextOn < today) say("nextOn", "Ce jour est déjà passé.");
  return problems;
}
