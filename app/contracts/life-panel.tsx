import { numericDay } from "~/format/dates";
import { french } from "~/format/typography";
import { Panel } from "~/ui/panel";
import { STATE_LABELS } from "./contract";
import type { OpenedContract } from "./contract.server";
import { STEP_RULES } from "./lifecycle";

/** Each step, the latest first: when, who, from which state to which. */
export function LifePanel({ contract: { events } }: { contract: OpenedContract }) {
  return (
    <Panel title="Vie du contrat">
      <ol className="life">
        {[...events].reverse().map(({ id, step, on_day, by, from_state, to_state, detail }) => (
          <li key={id}>
            <span className="soft tabular small">{numericDay(on_day)}</span>
            <span>
              {by ?? "Quelqu'un"} {STEP_RULES[step].told}
              {from_state !== null && from_state !== to_state && (
                <span className="soft small">
                  {french(` : ${STATE_LABELS[from_state].toLowerCase()} → ${STATE_LABELS[to_state].toLowerCase()}`)}
                </span>
              )}
              <Detail detail={detail} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Detail({ detail: { reason, months, endsOn } }: { detail: OpenedContract["events"][number]["detail"] }) {
  const words = [reason, months && `${months} mois prévus`, endsOn && `fin le ${numericDay(endsOn)}`].filter(Boolean);
  return words.length > 0 ? <span className="soft small"> ({words.join(", ")})</span> : null;
}
