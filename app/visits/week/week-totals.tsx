import { minutes } from "~/format/durations";
import { countOf, number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { Stat } from "~/ui/stat";
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
  estimate: "temps de route estimés",
  road: "temps de route d'un service d'itinéraires",
  mixed: "temps de route en partie estimés",
};

export function WeekTotals({ totals, told }: { totals: Totals; told: Told | null }) {
  const notes = told ? notesOf(told) : [];
  return (
    <section className="stack stack-tight" aria-label="Totaux de la semaine">
      <div className="stat-row">
        <Stat label="Visites" value={number(totals.visits)} />
        <Stat label="Route" value={minutes(totals.drivingMinutes)} unit="stationnement compris" />
        <Stat
          label="En zone sous-dense"
          value={percent(totals.underServed, 0)}
          unit="des visites, en ZIP ou ZAC"
          {...(told ? { source: SOURCES[told.travel], computedAt: told.computedAt } : {})}
        />
      </div>
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
