import { useFetcher } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { FALSE_BOUNCE_CODES, FALSE_BOUNCE_REASONS } from "./causes";
import { RETURN_FETCHER } from "./return-messages";

interface Props {
  readonly recipientId: number;
  readonly address: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One tap says why; the message that follows can take it back. */
export function FalseBounceDialog({ recipientId, address, isOpen, onClose }: Props) {
  const fetcher = useFetcher({ key: RETURN_FETCHER });
  const judge = (reason: string) => {
    fetcher.submit({ intent: "judge-false", recipientId, reason }, { method: "post" });
    onClose();
  };
  return (
    <Dialog title="Pourquoi ce rebond est-il faux ?" isOpen={isOpen} onClose={onClose}>
      <div className="stack stack-tight">
        <p>{address} pourra de nouveau recevoir des courriels.</p>
        {FALSE_BOUNCE_CODES.map((reason) => (
          <Button key={reason} wide onClick={() => judge(reason)}>
            {FALSE_BOUNCE_REASONS[reason]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
