import { Badge } from "~/ui/badge";
import { ANSWER_LABELS, STATE_LABELS } from "./labels";
import type { Answer, RequestState } from "./request";

const TONES = {
  received: "doubt",
  studied: "brand",
  directed: "brand",
  answered: "brand",
  closed: "plain",
  withdrawn: "plain",
} as const;

export function RequestStateBadge({ state, answer }: { state: RequestState; answer?: Answer | null }) {
  return (
    <Badge tone={TONES[state]}>
      {STATE_LABELS[state]}
      {answer && ` (${ANSWER_LABELS[answer]})`}
    </Badge>
  );
}
