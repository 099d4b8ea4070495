import { type Day, daysBetween } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";

export interface MapReasonFacts {
  readonly verdict: string | null;
  readonly lastMetOn: Day | null;
  readonly lastResult: string | null;
  readonly promisedOn: Day | null;
  readonly nextVisitOn: Day | null;
  readonly refusesVisits: boolean;
}

const VERDICTS: Record<string, string> = { yes: "éligible", unknown: "un point à vérifier" };

/** Why this doctor is on the map, in one line: what stands in the way or is due first, then what makes a visit worth it. */
export function mapReason(facts: MapReasonFacts, firstDay: Day): string {
  const worth = facts.verdict === null ? undefined : VERDICTS[facts.verdict];
  return french([dueOf(facts, firstDay), worth].filter(Boolean).join(" · "));
}

function dueOf(facts: MapReasonFacts, firstDay: Day): string {
  const { promisedOn, nextVisitOn, lastMetOn, lastResult } = facts;
  if (facts.refusesVisits) return "Ne souhaite plus de visite";
  if (nextVisitOn !== null) return `Visite prévue le ${longDay(nextVisitOn)}`;
  if (promisedOn !== null)
    return `Visite promise pour le ${longDay(promisedOn)}${promisedOn < firstDay ? ", en retard" : ""}`;
  if (lastMetOn === null) return "Pas encore de visite";
  const since = daysBetween(lastMetOn, firstDay);
  const ago = since < 365 ? `il y a ${countOf(Math.max(0, since), "jour")}` : "il y a plus d'un an";
  return lastResult === "absent" ? `Absence constatée ${ago}` : `Dernière visite ${ago}`;
}
