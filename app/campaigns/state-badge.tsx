import { Badge } from "~/ui/badge";
import { CAMPAIGN_LABELS, type CampaignState } from "./campaign";

const TONES = {
  draft: "plain",
  submitted: "doubt",
  ready: "brand",
  sending: "brand",
  paused: "warm",
  finished: "good",
  cancelled: "plain",
} as const;

export function StateBadge({ state }: { state: CampaignState }) {
  return <Badge tone={TONES[state]}>{CAMPAIGN_LABELS[state]}</Badge>;
}
