import { Badge } from "~/ui/badge";
import type { Tone } from "~/ui/mark-shapes";
import { type ContractState, STATE_LABELS } from "./contract";

const TONES: Record<ContractState, Tone> = {
  opened: "brand",
  signed: "brand",
  running: "good",
  suspended: "doubt",
  ended: "plain",
  terminated: "plain",
  renewed: "plain",
  abandoned: "plain",
};

export function StateBadge({ state }: { state: ContractState }) {
  return <Badge tone={TONES[state]}>{STATE_LABELS[state]}</Badge>;
}
