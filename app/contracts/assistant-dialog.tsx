import { useFetcher } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { FormErrors } from "~/ui/form-errors";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { useTabReply } from "~/visits/hours/use-tab-reply";
import { SECRETARY_SOLUTIONS, SOLUTION_LABELS } from "./assistant";
import { HiredFields } from "./hired-fields";

export type AssistantAct = "assistant" | "left" | "training" | "certificate" | "secretary";

interface AssistantDialogProps {
  readonly act: AssistantAct;
  readonly assistant: { readonly id: string; readonly name: string } | null;
  readonly today: string;
  readonly onClose: () => void;
}

const WORDS: Record<AssistantAct, { title: string; day: string; verb: string }> = {
  assistant: { title: "Nouvel assistant", day: "", verb: "Enregistrer l'embauche" },
  left: { title: "Départ de l'assistant", day: "Dernier jour", verb: "Noter le départ" },
  training: { title: "Entrée en formation", day: "Premier jour de formation", verb: "Noter l'entrée en formation" },
  certificate: { title: "Qualification obtenue", day: "Date de l'attestation", verb: "Noter l'attestation" },
  secretary: { title: "Secrétariat réorganisé", day: "Depuis le", verb: "Noter le remplacement" },
};

export function AssistantDialog({ act, assistant, today, onClose }: AssistantDialogProps) {
  const fetcher = useFetcher<{ done: string } | { error: string; fields: Record<string, string[]> }>();
  const refused = useTabReply(fetcher.data, onClose);
  const { title, day, verb } = WORDS[act];
  const problems = refused?.fields ?? {};
  return (
    <Dialog title={assistant ? `${title} : ${assistant.name}` : title} isOpen onClose={onClose}>
      <fetcher.Form method="post" className="form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <input type="hidden" name="intent" value={act} />
        {assistant && (
          <input type="hidden" name={act === "assistant" ? "replaces" : "assistant"} value={assistant.id} />
        )}
        {act === "assistant" ? (
          <HiredFields today={today} problems={problems} />
        ) : (
          <TextInput
            name="on"
            label={day}
            type="date"
            width="medium"
            max={today}
            defaultValue={today}
            error={problems.on}
          />
        )}
        {act === "secretary" && (
          <Select
            name="solution"
            label="Organisation retenue"
            placeholder="Choisissez"
            options={SECRETARY_SOLUTIONS.map((value) => ({ value, label: SOLUTION_LABELS[value] }))}
            error={problems.solution}
          />
        )}
        <div className="form-actions">
          <Button type="submit" kind="primary" busy={fetcher.state !== "idle"}>
            {verb}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Ne rien changer
          </Button>
        </div>
      </fetcher.Form>
    </Dialog>
  );
}
