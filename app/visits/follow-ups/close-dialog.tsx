import { useFetcher } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { CLOSING_REASON_CODES, CLOSING_REASONS } from "./follow-up";
import { FOLLOW_UP_FETCHER } from "./follow-up-messages";

interface CloseDialogProps {
  readonly followUp: { readonly id: string; readonly dueOn: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One tap says why; the message that follows can take it back. */
export function CloseDialog({ followUp: { id, dueOn, name }, isOpen, onClose }: CloseDialogProps) {
  const fetcher = useFetcher({ key: FOLLOW_UP_FETCHER });
  const close = (reason: string) => {
    fetcher.submit({ intent: "close", id, dueOn, reason }, { method: "post" });
    onClose();
  };
  return (
    <Dialog title={`Clore la relance de ${name}`} isOpen={isOpen} onClose={onClose}>
      <div className="stack stack-tight">
        {CLOSING_REASON_CODES.map((reason) => (
          <Button key={reason} wide onClick={() => close(reason)}>
            {CLOSING_REASONS[reason]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
