import { UndoMessages } from "~/ui/undo-messages";

export const MILESTONE_FETCHER = "echeance";
/** Milestones are worked on from several pages, always at one address. */
export const MILESTONES_AT = "/echeances";

export function MilestoneMessages() {
  return <UndoMessages act={MILESTONE_FETCHER} action={MILESTONES_AT} />;
}
