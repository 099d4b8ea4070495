import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Panel } from "~/ui/panel";
import { TextInput } from "~/ui/text-input";
import { closureSpan } from "../slots/day-words";
import { type TabReply, useTabReply } from "./use-tab-reply";

interface Closure {
  id: string;
  fromOn: string;
  toOn: string;
}

/** Days off of the practice, beside its hours. */
export function ClosuresPanel({
  closures,
  today,
  mayPlan,
}: {
  closures: readonly Closure[];
  today: string;
  mayPlan: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title="Fermetures à venir"
      aside={
        mayPlan &&
        !isOpen && (
          <Button icon="plus" onClick={() => setOpen(true)}>
            Noter une fermeture
          </Button>
        )
      }
    >
      <div className="stack">
        {isOpen && <ClosureForm today={today} onClose={() => setOpen(false)} />}
        {closures.length === 0 && !isOpen && <p className="soft">Aucune fermeture connue.</p>}
        {closures.length > 0 && (
          <ul className="tab-lines">
            {closures.map((closure) => (
              <li key={closure.id}>
                <span className="tab-line-words">Fermé {closureSpan(closure)}</span>
                {mayPlan && <Remove closure={closure} />}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

function Remove({ closure }: { closure: Closure }) {
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data);
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="open" />
      <input type="hidden" name="closure" value={closure.id} />
      <Button type="submit" kind="quiet" busy={fetcher.state !== "idle"}>
        Retirer<span className="visually-hidden"> la fermeture {closureSpan(closure)}</span>
      </Button>
      {refused && <p role="alert">{refused.error}</p>}
    </fetcher.Form>
  );
}

function ClosureForm({ today, onClose }: { today: string; onClose: () => void }) {
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data, onClose);
  return (
    <fetcher.Form method="post" className="form" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="intent" value="closure" />
      <div className="cluster">
        <TextInput
          name="fromOn"
          label="Premier jour"
          type="date"
          width="medium"
          min={today}
          error={refused?.fields.fromOn}
        />
        <TextInput
          name="toOn"
          label="Dernier jour"
          type="date"
          width="medium"
          min={today}
          error={refused?.fields.toOn}
        />
      </div>
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={fetcher.state !== "idle"}>
          Noter la fermeture
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Ne rien changer
        </Button>
      </div>
    </fetcher.Form>
  );
}
