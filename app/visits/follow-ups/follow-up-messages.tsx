import { UndoMessages } from "~/ui/undo-messages";

export const FOLLOW_UP_FETCHER = "relance";

export function FollowUpMessages() {
  return <UndoMessages act={FOLLOW_UP_FETCHER} />;
}
