import { UndoMessages } from "~/ui/undo-messages";

export const RETURN_FETCHER = "retours";

export function ReturnMessages() {
  return <UndoMessages act={RETURN_FETCHER} />;
}
