export const VISIT_STATES = ["proposed", "booked", "done", "missed", "cancelled"] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** How free the planner is: not at all, within the day, within the week, or entirely. */
export const FIRMNESSES = ["fixed", "day", "week", "suggestion"] as const;
export type Firmness = (typeof FIRMNESSES)[number];

export const STATE_LABELS: Record<VisitState, string> = {
  proposed: "proposée",
  booked: "prévue",
  done: "faite",
  missed: "manquée",
  cancelled: "annulée",
};

export const FIRMNESS_LABELS: Record<Firmness, string> = {
  fixed: "heure fixée",
  day: "souple dans la journée",
  week: "souple dans la semaine",
  suggestion: "suggestion",
};

/** What a person may do to a visit in each state. */
const STEPS = {
  book: ["proposed"],
  move: ["proposed", "booked"],
  cancel: ["proposed", "booked"],
  report: ["booked", "missed"],
  miss: ["booked"],
} as const satisfies Record<string, readonly VisitState[]>;

export type Step = keyof typeof STEPS;

export function mayStep(state: VisitState, step: Step): boolean {
  return (STEPS[step] as readonly VisitState[]).includes(state);
}

/** A visit may be written down between a month ago and eighteen months ahead: 1900 and 9999 are typing errors. */
export const DAYS_BACK = 31;
export const MONTHS_AHEAD = 18;

/** Minutes: less is a typing error, more is no visit. */
export const LEAST_MINUTES = 5;
export const MOST_MINUTES = 240;
