import { Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { REMOVAL_LABELS, REMOVAL_REASONS, type RemovalReason } from "./removal";
import type { Act } from "./use-week-acts";

interface Removed {
  readonly doctorId: number;
  readonly name: string;
  readonly reason: RemovalReason | null;
}

/** Whom the delegate took out: the reason may be told, the doctor put back. */
export function RemovedPanel({ removed, act }: { removed: readonly Removed[]; act: Act }) {
  return (
    <Panel title="Retirés de cette semaine">
      <ul className="week-removed">
        {removed.map(({ doctorId, name, reason }) => (
          <li key={doctorId}>
            <Link to={`/medecins/${doctorId}`}>{name}</Link>
            <select
              className="input"
              aria-label={`Raison du retrait de ${name}`}
              value={reason ?? ""}
              onChange={(event) =>
                act({ intent: "explain", doctorId: String(doctorId), reason: event.currentTarget.value })
              }
            >
              <option value="">Sans raison notée</option>
              {REMOVAL_REASONS.map((each) => (
                <option key={each} value={each}>
                  {REMOVAL_LABELS[each]}
                </option>
              ))}
            </select>
            <Button kind="quiet" onClick={() => act({ intent: "put-back", doctorId: String(doctorId) })}>
              Remettre<span className="visually-hidden"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
