import { Link } from "@remix-run/react";
import { longDay } from "~/format/dates";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { CalendarDay } from "./calendar-days";
import { FullEntry } from "./visit-entry";

/** The phone's calendar: the days that hold something, one under the other. */
export function Agenda({
  weeks,
  dayPage,
  isOwn,
}: {
  weeks: readonly (readonly CalendarDay[])[];
  dayPage: (day: string) => string;
  isOwn: boolean;
}) {
  const days = weeks
    .flat()
    .filter(
      ({ isInside, isToday, holiday, absence, covers, visits }) =>
        isInside && (isToday || holiday || absence || covers.length > 0 || visits.length > 0),
    );
  if (!days.some(({ visits }) => visits.length > 0)) {
    return (
      <div className="agenda stack">
        <AgendaDays days={days} dayPage={dayPage} />
        <EmptyState
          icon="calendar"
          title="Aucune visite"
          why="Rien n'est prévu ni fait dans cette période."
          action={isOwn && <LinkButton to="/visites/semaine">Préparer ma semaine</LinkButton>}
        />
      </div>
    );
  }
  return (
    <div className="agenda">
      <AgendaDays days={days} dayPage={dayPage} />
    </div>
  );
}

function AgendaDays({ days, dayPage }: { days: readonly CalendarDay[]; dayPage: (day: string) => string }) {
  return days.map(({ day, isToday, holiday, absence, covers, visits }) => (
    <section key={day} className="agenda-day" aria-labelledby={`agenda-${day}`}>
      <h3 id={`agenda-${day}`}>
        <Link to={dayPage(day)} className={isToday ? "agenda-today" : undefined}>
          {longDay(day)}
        </Link>
        {isToday && <span className="cal-word">aujourd'hui</span>}
      </h3>
      {[holiday, absence, ...covers].map((note) => note && <p key={note}>{note}</p>)}
      {visits.length > 0 && (
        <ul className="cal-entries">
          {visits.map((entry) => (
            <FullEntry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  ));
}
