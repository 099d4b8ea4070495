/** Stored stages, in order. Before them a doctor is a target, or eligible, by the score alone. */
export const STAGES = [
  "contacted",
  "appointment",
  "visited",
  "simulated",
  "intends",
  "filed",
  "signed",
  "hired",
  "trained",
] as const;

export type Stage = (typeof STAGES)[number];

export type MoveCause = "letter" | "booking" | "report" | "simulation" | "contract" | "hand";

export interface Standing {
  readonly stage: Stage | null;
  readonly isLost: boolean;
}

export const STAGE_LABELS: Record<Stage, string> = {
  contacted: "contacté",
  appointment: "rendez-vous",
  visited: "visité",
  simulated: "simulation remise",
  intends: "intention",
  filed: "dossier",
  signed: "signé",
  hired: "embauché",
  trained: "formé",
};

/**
 * Facts move a doctor forward only: a visit booked with somebody who holds a simulation does not take it back. A doctor
 * who was lost comes back at the stage of the fact, when it is one that needs the doctor's will.
 */
export function moveTo(standing: Standing, stage: Stage): Stage | null {
  if (standing.isLost) return stage;
  const from = standing.stage === null ? -1 : STAGES.indexOf(standing.stage);
  return STAGES.indexOf(stage) > from ? stage : null;
}
