import type { Day } from "~/calendar/day";
import { dayAndMonth } from "~/format/dates";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";
import type { Happened } from "./advance";
import { STOP_LABELS, type StopRule } from "./journey";

interface TrialFactsProps {
  stops: readonly StopRule[];
  facts: Happened;
  today: Day;
  isOver: boolean;
  onChange: (change: Happened) => void;
}

/** What a try may make happen, as the rule calls it. */
const FACTS = {
  opposition: "opposedOn",
  "visit-booked": "bookedOn",
  reply: "askedOn",
  "contract-signed": "signedOn",
  "practice-signed": "colleagueSignedOn",
} as const satisfies Record<StopRule, keyof Happened>;

/** Makes a fact happen on the day of the clock, or takes it back. What the journey does not watch may happen too. */
export function TrialFacts({ stops, facts, today, isOver, onChange }: TrialFactsProps) {
  return (
    <Panel title="Ce qui arrive ce jour-là">
      <ul className="journey-steps">
        {(Object.keys(FACTS) as StopRule[]).map((rule) => {
          const on = facts[FACTS[rule]] ?? null;
          return (
            <li key={rule}>
              <Button
                wide
                aria-pressed={on !== null}
                icon={on === null ? "plus" : "cross"}
                disabled={on === null && isOver}
                onClick={() => onChange({ [FACTS[rule]]: on === null ? today : null })}
              >
                {on === null ? STOP_LABELS[rule] : `${STOP_LABELS[rule]} (le ${dayAndMonth(on)})`}
              </Button>
              {!stops.includes(rule) && <p className="soft small">N'arrête pas ce parcours.</p>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
