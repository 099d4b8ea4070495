/** What came of a visit, in the order of the buttons. */
export const RESULTS = ["interested", "later", "objection", "refused", "absent"] as const;
export type Result = (typeof RESULTS)[number];

export const RESULT_LABELS: Record<Result, string> = {
  interested: "Intéressé",
  later: "À revoir",
  objection: "Objection",
  refused: "Refus",
  absent: "Absent",
};

/** What the doctor and the delegate spoke of. */
export const DISCUSSED = ["half", "full", "second", "collective"] as const;
export type Discussed = (typeof DISCUSSED)[number];

export const DISCUSSED_LABELS: Record<Discussed, string> = {
  half: "1/2 ETP",
  full: "1 ETP",
  second: "2e assistant",
  collective: "Contrat collectif",
};

export const NEXT_STEPS = ["simulation", "call", "visit", "document", "none"] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export const NEXT_STEP_LABELS: Record<NextStep, string> = {
  simulation: "Envoyer une simulation",
  call: "Appeler",
  visit: "Revoir en visite",
  document: "Répondre à l'objection",
  none: "Rien de prévu",
};

/** Nobody was met: the visit is missed and no contact is counted. */
export function wasMet(result: Result): boolean {
  return result !== "absent";
}
