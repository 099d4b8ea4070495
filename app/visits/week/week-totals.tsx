import { minutes } from "~/format/durations";
import { countOf, number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { ComputedAt } from "~/ui/stat";
import type { TravelSource } from "../travel.server";
import type { Totals } from "./view";

export interface Told {
  readonly travel: TravelSource;
  readonly roadsFailed: boolean;
  readonly assumedHours: number;
  readonly atCommune: number;
  readonly truncated: boolean;
  readonly computedAt: string;
}

const SOURCES: Record<TravelSource, string> = {
  estimate: "Temps de route estimés",
  road: "Temps de route d'un service d'itinéraires",
  mixed: "Temps de route en partie estimés",
};

export interface WeekTotalsProps {
  readonly totals: Totals;
  readonly told: Told | null;
  /** Begins the week again from nothing but what is held; null when that is not possible now. */
  readonly onRedo: (() => void) | null;
}

export function WeekTotals({ totals, told, onRedo }: WeekTotalsProps) {
  const notes = told ? notesOf(told) : [];
  return (
    <section className="stack stack-tight" aria-label="Totaux de la semaine">
      <dl className="week-totals">
        <Total term="Visites" value={number(totals.visits)} />
        <Total term="Route" value={minutes(totals.drivingMinutes)} />
        <Total term="En ZIP ou ZAC" value={percent(totals.underServed, 0)} />
      </dl>
      {told && (
        <p className="soft small">
          {SOURCES[told.travel]}, stationnement compris · <ComputedAt instant={told.computedAt} />
          {onRedo && (
            <Button kind="quiet" className="week-redo" onClick={onRedo}>
              Tout refaire
            </Button>
          )}
        </p>
      )}
      {notes.length > 0 && (
        <ul className="week-notes soft small">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Total({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function notesOf({ roadsFailed, assumedHours, atCommune, truncated }: Told): string[] {
  return [
    roadsFailed ? "Temps de route estimés : le service d'itinéraires n'a pas répondu." : "",
    assumedHours > 0
      ? `Horaires supposés, de 9 h à 12 h et de 14 h à 18 h, pour ${countOf(assumedHours, "cabinet")} dont on ne sait rien.`
      : "",
    atCommune > 0 ? `${countOf(atCommune, "cabinet")} sans adresse précise : placés au centre de leur commune.` : "",
    truncated ? "Le calcul a été écourté : recalculez pour une meilleure semaine." : "",
  ]
    .filter(Boolean)
    .map(french);
}
