import type { FetcherWithComponents } from "@remix-run/react";
import { useState } from "react";
import type { Day } from "~/calendar/day";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Select } from "~/ui/select";
import { TextArea, TextInput } from "~/ui/text-input";
import type { TabReply } from "~/visits/hours/use-tab-reply";
import { ANSWER_LABELS, BODY_LABELS, STEP_LABELS } from "./labels";
import { NextStepFields } from "./next-step-fields";
import { ReadAgain } from "./read-again";
import { ANSWERS, BODIES, isOpen, nextStates, type RequestState } from "./request";

interface StepFormProps {
  readonly request: { readonly id: string; readonly version: number; readonly state: RequestState };
  readonly fetcher: FetcherWithComponents<TabReply>;
  readonly refused: { error: string; fields: Record<string, string[]> } | undefined;
  readonly today: Day;
  readonly onClose: () => void;
}

export function StepForm({ request, fetcher, refused, today, onClose }: StepFormProps) {
  const choices = nextStates(request.state);
  const [to, setTo] = useState<RequestState>(choices[0]!);
  return (
    <fetcher.Form method="post" className="form" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="intent" value="step" />
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <Select
        name="to"
        label="Étape"
        value={to}
        onChange={(event) => setTo(event.currentTarget.value as RequestState)}
        options={choices.map((value) => ({ value, label: STEP_LABELS[value] }))}
        error={refused?.fields.to}
      />
      {to === "directed" && (
        <Select
          name="directedTo"
          label="Adressée à"
          placeholder="Choisissez l'organisme"
          options={BODIES.map((value) => ({ value, label: BODY_LABELS[value] }))}
          error={refused?.fields.directedTo}
        />
      )}
      {to === "answered" && (
        <Select
          name="answer"
          label="Réponse"
          placeholder="Choisissez la réponse"
          width="medium"
          options={ANSWERS.map((value) => ({ value, label: ANSWER_LABELS[value] }))}
          error={refused?.fields.answer}
        />
      )}
      <TextInput
        name="on"
        label="Le"
        type="date"
        width="medium"
        max={today}
        defaultValue={today}
        error={refused?.fields.on}
      />
      <TextArea name="note" label="Note" optional rows={2} error={refused?.fields.note} />
      <ReadAgain error={refused?.fields.note} />
      {isOpen(to) && <NextStepFields problems={refused?.fields} today={today} />}
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={fetcher.state !== "idle"}>
          {STEP_LABELS[to].replace(/ \(.*/, "")}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Ne rien changer
        </Button>
      </div>
    </fetcher.Form>
  );
}
