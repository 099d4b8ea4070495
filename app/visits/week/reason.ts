import { addDays, type Day, daysBetween } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";

export interface ReasonFacts {
  readonly verdict: string | null;
  /** What the ranking says of this doctor, for somebody who is near a threshold. */
  readonly nearMiss: string | null;
  readonly lastMetOn: Day | null;
  readonly lastResult: string | null;
  readonly promisedOn: Day | null;
}

const VERDICTS: Record<string, string> = { yes: "éligible", unknown: "un point à vérifier" };

/** Why this doctor is in the week, in one line: what is due first, then what makes the visit worth it. */
export function reasonOf(facts: ReasonFacts, weekOn: Day): string {
  const worth = (facts.verdict && VERDICTS[facts.verdict]) ?? facts.nearMiss;
  return french([dueOf(facts, weekOn), worth].filter(Boolean).join(" · "));
}

function dueOf({ promisedOn, lastResult, lastMetOn }: ReasonFacts, weekOn: Day): string {
  if (promisedOn !== null) {
    const late = daysBetween(promisedOn, weekOn);
    return late > 0 ? `Promise le ${longDay(promisedOn)}, en retard` : `Visite promise pour le ${longDay(promisedOn)}`;
  }
  if (lastMetOn === null) return "Première visite";
  if (lastResult === "absent") return `Absence constatée le ${longDay(lastMetOn)}`;
  const since = daysBetween(lastMetOn, weekOn);
  return lastMetOn < addDays(weekOn, -365) ? "Plus d'un an sans visite" : `${countOf(since, "jour")} sans visite`;
}
