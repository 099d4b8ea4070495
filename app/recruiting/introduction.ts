export type Party = "candidate" | "doctor";
export type PartyAnswer = "yes" | "no";
export type IntroductionState = "open" | "refused" | "introduced";

export interface Answers {
  readonly candidate: PartyAnswer | null;
  readonly doctor: PartyAnswer | null;
}

/** Nobody is told of anybody before both have said yes; one no is enough to stop. */
export function introductionState({ candidate, doctor }: Answers): IntroductionState {
  if (candidate === "no" || doctor === "no") return "refused";
  return candidate === "yes" && doctor === "yes" ? "introduced" : "open";
}

export const INTRODUCTION_LABELS: Record<IntroductionState, string> = {
  open: "accords à recueillir",
  refused: "sans suite",
  introduced: "mis en relation",
};
