import type { FetcherWithComponents } from "@remix-run/react";
import { useState } from "react";
import type { Day } from "~/calendar/day";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { RadioCards } from "~/ui/radio-cards";
import { TextArea, TextInput } from "~/ui/text-input";
import type { TabReply } from "~/visits/hours/use-tab-reply";
import { newId } from "~/visits/report/phone";
import { NextStepFields } from "./next-step-fields";
import { ReadAgain } from "./read-again";

interface RequestFormProps {
  readonly fetcher: FetcherWithComponents<TabReply>;
  readonly refused: { error: string; fields: Record<string, string[]> } | undefined;
  readonly today: Day;
  readonly onClose: () => void;
}

export function RequestForm({ fetcher, refused, today, onClose }: RequestFormProps) {
  // The number of the request is given here, so that the same form sent twice is one request.
  const [id] = useState(newId);
  return (
    <fetcher.Form method="post" className="form" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="id" value={id} />
      <RadioCards
        name="kind"
        label="Besoin"
        defaultValue="fitting-out"
        error={refused?.fields.kind}
        cards={[
          { value: "fitting-out", title: "Aménagement", text: "Un bureau, un accueil, un espace pour l'assistant." },
          { value: "extension", title: "Agrandissement", text: "Une pièce ou un local de plus." },
          { value: "other", title: "Autre", text: "Un déménagement, un local partagé." },
        ]}
      />
      <TextArea
        name="need"
        label="Ce qui est demandé"
        rows={3}
        error={refused?.fields.need}
        help={french("Les locaux seulement : aucune information sur un patient.")}
      />
      <ReadAgain error={refused?.fields.need} />
      <TextInput
        name="on"
        label="Reçue le"
        type="date"
        width="medium"
        max={today}
        defaultValue={today}
        error={refused?.fields.on}
      />
      <NextStepFields problems={refused?.fields} today={today} />
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={fetcher.state !== "idle"}>
          Enregistrer la demande
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Ne rien enregistrer
        </Button>
      </div>
    </fetcher.Form>
  );
}
