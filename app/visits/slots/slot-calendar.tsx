import { Link } from "@remix-run/react";
import { type KeyboardEvent, useRef } from "react";
import type { Day } from "~/calendar/day";
import { longDay, shortDay } from "~/format/dates";
import { minutes } from "~/format/durations";
import { classes } from "~/ui/classes";
import { BAND_LABELS, type Band, bandOf, detourText } from "./detour";
import type { Offer } from "./offer";

const COLUMNS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"];
const TONES: Record<Band, string> = { near: "good", small: "doubt", large: "warm" };

interface CalendarProps {
  days: readonly Offer[];
  today: Day;
  chosen: Day;
  /** The same screen with that day chosen. */
  to: (day: Day) => string;
}

/** Four weeks, a row each; arrows walk from day to day, Enter chooses. */
export function SlotCalendar({ days, today, chosen, to }: CalendarProps) {
  const grid = useRef<HTMLTableElement>(null);
  const weeks = [0, 5, 10, 15].map((from) => days.slice(from, from + COLUMNS.length));
  const walk = (event: KeyboardEvent) => {
    const cells = [...(grid.current?.querySelectorAll<HTMLAnchorElement>("a[data-day]") ?? [])];
    const at = cells.indexOf(event.target as HTMLAnchorElement);
    const goal = at < 0 ? null : stepFrom(at, event.key);
    const next = goal === null ? undefined : cells[goal];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <table className="slot-calendar" ref={grid}>
      <caption className="visually-hidden">
        Jours possibles. Les flèches vont d'un jour à l'autre, Entrée choisit.
      </caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              <span aria-hidden="true">{name.slice(0, 3)}.</span>
              <span className="visually-hidden">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]!.day}>
            {week.map((offer) => (
              <td key={offer.day}>
                <DayCell
                  offer={offer}
                  isToday={offer.day === today}
                  isChosen={offer.day === chosen}
                  to={to(offer.day)}
                  walk={walk}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  offer: Offer;
  isToday: boolean;
  isChosen: boolean;
  to: string;
  walk: (event: KeyboardEvent) => void;
}

function DayCell({ offer, isToday, isChosen, to, walk }: CellProps) {
  const { day, best, none } = offer;
  const band = best?.detour == null ? null : bandOf(best.detour);
  const words = none?.label ?? (band ? BAND_LABELS[band] : "possible");
  return (
    <Link
      to={to}
      replace
      preventScrollReset
      data-day={day}
      tabIndex={isChosen ? 0 : -1}
      onKeyDown={walk}
      aria-current={isChosen || undefined}
      className={classes(
        "slot-day",
        isToday && "slot-day-today",
        none ? "slot-day-none" : `tone-${band ? TONES[band] : "brand"}`,
      )}
    >
      <span className="visually-hidden">
        {longDay(day)}
        {isToday && ", aujourd'hui"},{" "}
      </span>
      <span aria-hidden="true" className="slot-day-date">
        {shortDay(day)}
      </span>
      <span className="slot-day-words">{words}</span>
      {best?.detour != null && (
        <>
          <span aria-hidden="true" className="slot-day-detour">
            +{minutes(best.detour)}
          </span>
          <span className="visually-hidden">, {detourText(best.detour)}</span>
        </>
      )}
    </Link>
  );
}

/** Where a key leads from a day; null for any other key. */
function stepFrom(at: number, key: string): number | null {
  const monday = at - (at % COLUMNS.length);
  switch (key) {
    case "ArrowLeft":
      return at - 1;
    case "ArrowRight":
      return at + 1;
    case "ArrowUp":
      return at - COLUMNS.length;
    case "ArrowDown":
      return at + COLUMNS.length;
    case "Home":
      return monday;
    case "End":
      return monday + COLUMNS.length - 1;
    default:
      return null;
  }
}
