import { useFetcher } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { FormErrors } from "~/ui/form-errors";
import { TextInput } from "~/ui/text-input";
import { type TabReply, useTabReply } from "~/visits/hours/use-tab-reply";

/** A count as the doctor tells it; a drop is asked about once, then believed. */
export function CountForm({ today, startsOn }: { today: Day; startsOn: Day }) {
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data);
  const asksAgain = Object.values(refused?.fields ?? {}).some(([text]) => text?.includes("baisse nettement"));
  return (
    <fetcher.Form method="post" className="form" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="intent" value="count" />
      <TextInput
        name="on"
        label="Compté le"
        type="date"
        width="medium"
        min={startsOn}
        max={today}
        defaultValue={today}
        error={refused?.fields.on}
      />
      <TextInput
        name="mtPatients"
        label="Patients médecin traitant"
        optional
        inputMode="numeric"
        width="short"
        unit="patients"
        error={refused?.fields.mtPatients}
      />
      <TextInput
        name="activeFile"
        label="File active sur 12 mois"
        optional
        inputMode="numeric"
        width="short"
        unit="patients"
        error={refused?.fields.activeFile}
      />
      {asksAgain && <Checkbox name="sure" label={french("Le nombre est juste : la patientèle a baissé")} />}
      <div className="form-actions">
        <Button type="submit" busy={fetcher.state !== "idle"}>
          Noter ce comptage
        </Button>
      </div>
    </fetcher.Form>
  );
}
