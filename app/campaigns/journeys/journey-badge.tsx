import { Badge } from "~/ui/badge";
import { JOURNEY_LABELS, type JourneyState } from "./journey";

const TONES = { draft: "plain", submitted: "doubt", running: "brand", paused: "warm", ended: "good" } as const;

export function JourneyBadge({ state }: { state: JourneyState }) {
  return <Badge tone={TONES[state]}>{JOURNEY_LABELS[state]}</Badge>;
}
