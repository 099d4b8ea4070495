import { type DragEvent, Fragment, useState } from "react";
import { hhmm } from "~/calendar/zoned";
import { clockTime, longDay } from "~/format/dates";
import { minutes } from "~/format/durations";
import { countOf } from "~/format/numbers";
import { Icon } from "~/ui/icon";
import type { Act } from "./use-week-acts";
import type { DayView, LunchView, StopView, TourView } from "./view";
import { VISIT_DRAG, VisitCard } from "./visit-card";

export interface DayColumnProps {
  readonly shown: DayView;
  readonly otherDays: readonly string[];
  readonly isToday: boolean;
  /** May take a visit from another day. */
  readonly takesVisits: boolean;
  readonly act: Act | null;
}

export function DayColumn({ shown, otherDays, isToday, takesVisits, act }: DayColumnProps) {
  const { day, tour, off } = shown;
  const drop = useDrop(day, takesVisits ? act : null);
  return (
    <section
      className={`week-day${drop.isOver ? " week-day-over" : ""}`}
      aria-labelledby={`jour-${day}`}
      {...drop.handlers}
    >
      <header className="week-day-head">
        <h2 id={`jour-${day}`}>{longDay(day)}</h2>
        {isToday && <span className="week-day-today">aujourd'hui</span>}
        <p className="soft">{tour ? headline(tour) : (off ?? "Aucune visite")}</p>
      </header>
      {tour && (
        <ol className="week-tour" aria-label={`Visites du ${longDay(day)}`}>
          <Line icon="home">
            {at(tour.departs)} <span className="soft">départ</span>
          </Line>
          {tour.stops.map((stop) => (
            <Fragment key={stop.key}>
              {stop.lunchBefore && <Lunch {...stop.lunchBefore} />}
              <Door stop={stop} day={day} otherDays={otherDays} act={act} />
              {stop.lunchAfter && <Lunch {...stop.lunchAfter} />}
            </Fragment>
          ))}
          <li className="week-leg">{minutes(tour.homeMinutes)} de route</li>
          <Line icon="home">
            {at(tour.returns)} <span className="soft">retour</span>
          </Line>
        </ol>
      )}
      {tour?.lacksLunch && <p className="week-warning">La pause de midi ne trouve pas sa place ce jour-là.</p>}
    </section>
  );
}

function Door({
  stop,
  day,
  otherDays,
  act,
}: {
  stop: StopView;
  day: string;
  otherDays: readonly string[];
  act: Act | null;
}) {
  return (
    <>
      <li className="week-leg">
        {stop.legMinutes === 0 ? "Sur place" : `${minutes(stop.legMinutes)} de route`}
        <span className="week-leg-where">
          {stop.visits.length > 1 ? `${stop.where}, ${stop.visits.length} médecins au même cabinet` : stop.where}
        </span>
      </li>
      <li className="week-door">
        {stop.missingMinutes > 0 && (
          <p className="week-warning">Il manque {minutes(stop.missingMinutes)} pour y être à l'heure.</p>
        )}
        {stop.visits.map((visit) => (
          <VisitCard key={visit.id} visit={visit} day={day} otherDays={otherDays} act={act} />
        ))}
      </li>
    </>
  );
}

function Lunch({ from, to }: LunchView) {
  return (
    <Line icon="clock">
      {at(from)} – {at(to)} <span className="soft">pause</span>
    </Line>
  );
}

function Line({ icon, children }: { icon: "home" | "clock"; children: React.ReactNode }) {
  return (
    <li className="week-line">
      <Icon name={icon} small />
      <span>{children}</span>
    </li>
  );
}

/** Dragging is a convenience: the menu of each visit and the keys 1 to 5 do the same. */
function useDrop(day: string, act: Act | null) {
  const [isOver, setOver] = useState(false);
  const accepts = (event: DragEvent) => act !== null && event.dataTransfer.types.includes(VISIT_DRAG);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!accepts(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!accepts(event)) return;
      event.preventDefault();
      const { day: from, ...stop } = JSON.parse(event.dataTransfer.getData(VISIT_DRAG)) as Record<string, string>;
      if (from !== day) act?.({ intent: "move", ...stop, day });
    },
  };
  return { isOver, handlers };
}

function headline({ visits, drivingMinutes }: TourView): string {
  return `${countOf(visits, "visite")} · ${minutes(drivingMinutes)} de route`;
}

function at(time: number): string {
  return clockTime(hhmm(time));
}
