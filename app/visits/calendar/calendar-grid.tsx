import { Link } from "@remix-run/react";
import { partsOf, weekday } from "~/calendar/day";
import { shortDay } from "~/format/dates";
import { classes } from "~/ui/classes";
import type { CalendarDay } from "./calendar-days";
import { dayLabel } from "./entry-words";
import type { View } from "./period";
import { useGridKeys } from "./use-grid-keys";
import { FullEntry, ShortEntry } from "./visit-entry";

const NAMES = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"];
/** Lines of visits that a cell of a month holds; one more than that says how many are left. */
const MOST_LINES = 4;

export type GridProps = {
  title: string;
  view: View;
  date: string;
  today: string;
  weeks: readonly (readonly CalendarDay[])[];
  /** The page of a day. */
  dayPage: (day: string) => string;
  /** This page with another day in view. */
  pageAt: (day: string) => string;
};

/** A month or a week as a table: one stop for the keyboard, arrows from day to day, Enter opens the day. */
export function CalendarGrid({ title, view, date, today, weeks, dayPage, pageAt }: GridProps) {
  const { grid, onKeyDown, onFocus, stop } = useGridKeys({ date, today }, weeks, pageAt);
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are walked with the arrows
      role="grid"
      ref={grid}
      className={`calendar calendar-${view}`}
      aria-label={title}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <thead>
        <tr>
          {NAMES.map((name) => (
            <th key={name} scope="col" abbr={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]!.day}>
            {week.map((day) => (
              <DayCell key={day.day} day={day} view={view} to={dayPage(day.day)} isStop={stop === day.day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { day: CalendarDay; view: View; to: string; isStop: boolean };

function DayCell({ day, view, to, isStop }: CellProps) {
  const { visits, holiday, absence, covers, isToday, isInside } = day;
  const isMonth = view === "mois";
  const lines = isMonth && visits.length > MOST_LINES ? visits.slice(0, MOST_LINES - 1) : visits;
  const left = visits.length - lines.length;
  const isOff = holiday !== null || weekday(day.day) > 5 || absence === "Absence";
  return (
    <td
      className={classes("cal-cell", !isInside && "cal-outside", isOff && "cal-off", isToday && "cal-today")}
      aria-current={isToday ? "date" : undefined}
    >
      <Link to={to} className="cal-day" data-day={day.day} tabIndex={isStop ? 0 : -1} aria-label={dayLabel(day)}>
        {isMonth ? partsOf(day.day).date : shortDay(day.day)}
      </Link>
      {holiday && <p className="cal-note">{holiday}</p>}
      {absence && <p className="cal-note cal-away">{absence}</p>}
      {covers.map((cover) => (
        <p key={cover} className="cal-note">
          {cover}
        </p>
      ))}
      {lines.length > 0 && (
        <ul className="cal-entries">
          {lines.map((entry) =>
            isMonth ? <ShortEntry key={entry.id} entry={entry} /> : <FullEntry key={entry.id} entry={entry} />,
          )}
        </ul>
      )}
      {left > 0 && <p className="cal-more">et {left} autres</p>}
    </td>
  );
}
