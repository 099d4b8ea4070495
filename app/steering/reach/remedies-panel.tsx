import { Link } from "@remix-run/react";
import { Panel } from "~/ui/panel";
import type { Reached } from "./reach";
import { evenedSentence, fewerSentence, hiredSentence, type Remedies } from "./words";

/** Each line was worked out by the rule before it was written here. */
export function RemediesPanel({ hired, evened, fewer, told }: Remedies & { told: Reached }) {
  const isHopeless = hired === null && fewer === null && evened?.reached.missing !== 0;
  return (
    <Panel title="Ce qui ferait tenir">
      <ul className="stack stack-tight">
        {hired && <li>{hiredSentence(hired)}</li>}
        {evened && (
          <li>
            {evenedSentence(evened, told)}{" "}
            <Link className="link" to="/secteurs/equilibre">
              Voir les échanges
            </Link>
          </li>
        )}
        {fewer && <li>{fewerSentence(fewer)}</li>}
        {isHopeless && (
          <li>
            Ni vingt délégués de plus, ni les visites hors ZIP n'y suffisent : la cible ou son échéance est à revoir.
          </li>
        )}
      </ul>
    </Panel>
  );
}
