import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { dayOf, type Instant } from "~/calendar/day";
import { CHANNELS } from "~/doctors/contactability";
import { numericDay } from "~/format/dates";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { FormErrors } from "~/ui/form-errors";
import { Panel } from "~/ui/panel";
import { Select } from "~/ui/select";
import { type TabReply, useTabReply } from "../hours/use-tab-reply";
import { CHANNEL_LABELS, OPT_OUT_SOURCES, optOutLabel } from "./opt-out-words";

interface OptOut {
  id: number;
  channel: string;
  category: string | null;
  source: string;
  noted_at: Instant;
  noted_by: string | null;
}

/** What the doctor no longer wishes, since when and how they said it. */
export function OptOutsPanel({ optOuts, mayPlan }: { optOuts: readonly OptOut[]; mayPlan: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [lifted, setLifted] = useState<OptOut | null>(null);
  return (
    <Panel
      title="Oppositions"
      aside={
        mayPlan &&
        !isOpen && (
          <Button icon="plus" onClick={() => setOpen(true)}>
            Noter une opposition
          </Button>
        )
      }
    >
      <div className="stack">
        {isOpen && <OptOutForm onClose={() => setOpen(false)} />}
        {optOuts.length === 0 && !isOpen && (
          <p className="soft">Ce médecin accepte les visites, les courriels et les appels.</p>
        )}
        {optOuts.length > 0 && (
          <ul className="tab-lines">
            {optOuts.map((optOut) => (
              <li key={optOut.id}>
                <span className="tab-line-words">
                  <strong>{optOutLabel(optOut)}</strong> : ne souhaite plus
                  <span className="soft small">
                    Dit {optOut.source}, noté le {numericDay(dayOf(optOut.noted_at))}
                    {optOut.noted_by && ` par ${optOut.noted_by}`}
                  </span>
                </span>
                {mayPlan && (
                  <Button kind="quiet" onClick={() => setLifted(optOut)}>
                    Lever<span className="visually-hidden"> l'opposition aux {optOutLabel(optOut).toLowerCase()}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Confirm
        title="Lever cette opposition ?"
        verb="Lever l'opposition"
        gesture="Le médecin me l'a demandé"
        isOpen={lifted !== null}
        onClose={() => setLifted(null)}
        fields={{ intent: "lift", optOut: String(lifted?.id ?? 0) }}
      >
        {lifted && (
          <p>
            {optOutLabel(lifted)} : le médecin pourra de nouveau être contacté ainsi. L'opposition reste dans
            l'historique.
          </p>
        )}
      </Confirm>
    </Panel>
  );
}

function OptOutForm({ onClose }: { onClose: () => void }) {
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data, onClose);
  return (
    <fetcher.Form method="post" className="form" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="intent" value="opt-out" />
      <div className="cluster">
        <Select
          name="channel"
          label="Le médecin ne souhaite plus de"
          width="medium"
          options={CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }))}
          error={refused?.fields.channel}
        />
        <Select
          name="source"
          label="Il l'a dit"
          width="medium"
          options={OPT_OUT_SOURCES.map((value) => ({ value, label: value }))}
          error={refused?.fields.source}
        />
      </div>
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={fetcher.state !== "idle"}>
          Noter l'opposition
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Ne rien changer
        </Button>
      </div>
    </fetcher.Form>
  );
}
