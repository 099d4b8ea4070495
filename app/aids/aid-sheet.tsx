import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { Panel } from "~/ui/panel";
import { AidYears } from "./aid-years";
import { Commitments, StudyEvidence } from "./commitments";
import type { ShownSimulation } from "./view";

interface SheetProps {
  name: string;
  fund: string;
  today: Day;
  shown: ShownSimulation;
}

/** What the screen shows and the paper carries: one A4 page that may be left behind. */
export function AidSheet({ name, fund, today, shown }: SheetProps) {
  return (
    <div className="aid-sheet stack stack-loose">
      <div className="print-only aid-title">
        <h1>L'aide à l'emploi d'un assistant médical</h1>
        <p>
          Simulation indicative pour {name}, établie le {dayMonthYear(today)} par la {fund}, pour une signature le{" "}
          {dayMonthYear(shown.ask.signedOn)}.
        </p>
      </div>
      <Panel title="L'aide, année par année">
        <AidYears shown={shown} />
      </Panel>
      <div className="columns aid-columns">
        <Panel title="Ce qui est demandé en retour">
          <Commitments sides={shown.sides} />
        </Panel>
        <Panel title={shown.evidence.title}>
          <StudyEvidence evidence={shown.evidence} />
        </Panel>
      </div>
    </div>
  );
}
