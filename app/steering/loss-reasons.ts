import { OBJECTIONS, type Objection } from "~/segments/objections";

/** Why somebody may be said lost by hand, beside the arguments heard in visits. */
const HAND_REASONS = {
  REFUSED: "Refus sans motif",
  RETIRED: "Cesse son activité",
  MOVED: "Quitte la caisse",
  NOT_CONCERNED: "N'est pas concerné",
} as const;

export const LOSS_CODES = [...Object.keys(HAND_REASONS), ...Object.keys(OBJECTIONS)] as [string, ...string[]];

export function lossLabel(code: string): string {
  return OBJECTIONS[code as Objection] ?? HAND_REASONS[code as keyof typeof HAND_REASONS] ?? "Sans motif noté";
}
