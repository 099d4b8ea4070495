import { useFetcher } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { FormErrors } from "~/ui/form-errors";
import { useTabReply } from "~/visits/hours/use-tab-reply";
import type { OpenedContract } from "./contract.server";
import { STEP_RULES, type Step } from "./lifecycle";
import { StepFields } from "./step-fields";
import { STEP_EXPLAINED } from "./step-words";

interface StepDialogProps {
  readonly step: Step;
  readonly contract: OpenedContract;
  readonly onClose: () => void;
}

/** One step, what it does, what it needs; nothing happens before the button. */
export function StepDialog({ step, contract, onClose }: StepDialogProps) {
  const fetcher = useFetcher<{ done: string } | { error: string; fields: Record<string, string[]> }>();
  const refused = useTabReply(fetcher.data, onClose);
  return (
    <Dialog title={STEP_RULES[step].label} isOpen onClose={onClose}>
      <fetcher.Form method="post" className="form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <p className="soft">{STEP_EXPLAINED[step]}</p>
        <input type="hidden" name="intent" value={step} />
        <input type="hidden" name="revision" value={contract.revision} />
        <StepFields step={step} contract={contract} problems={refused?.fields ?? {}} />
        <div className="form-actions">
          <Button
            type="submit"
            kind={step === "abandon" || step === "specialty" || step === "notice" ? "danger" : "primary"}
            busy={fetcher.state !== "idle"}
          >
            {STEP_RULES[step].label}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Ne rien changer
          </Button>
        </div>
      </fetcher.Form>
    </Dialog>
  );
}
