import { Icon, type IconName } from "~/ui/icon";
import type { CalendarEntry } from "./calendar-days";
import { at, shadeOf, wordOf } from "./entry-words";

const ICONS: Readonly<Record<string, IconName>> = { fixed: "lock", done: "check", missed: "cross" };

/** One line of a cell: the hour, the name, and by edge, ground and sign how firm it is; the word is read aloud. */
export function ShortEntry({ entry }: { entry: CalendarEntry }) {
  const shade = shadeOf(entry);
  const icon = ICONS[shade];
  return (
    <li className={`cal-entry cal-${shade}`}>
      <span className="cal-time">{at(entry.from)}</span>
      <span className="cal-name">{entry.short}</span>
      {icon && <Icon name={icon} small />}
      <span className="visually-hidden">, {wordOf(entry)}</span>
    </li>
  );
}

/** With room: until when, the full name, the town and the word. */
export function FullEntry({ entry }: { entry: CalendarEntry }) {
  const shade = shadeOf(entry);
  const icon = ICONS[shade];
  return (
    <li className={`cal-entry cal-entry-full cal-${shade}`}>
      <span className="cal-time">
        {at(entry.from)} – {at(entry.to)}
      </span>
      <span className="cal-name">{entry.doctor}</span>
      {entry.town && <span className="soft">{entry.town}</span>}
      {entry.giver && <span className="soft">confiée par {entry.giver}</span>}
      <span className="cal-word">
        {icon && <Icon name={icon} small />}
        {wordOf(entry)}
      </span>
    </li>
  );
}

const LEGEND = [
  ["fixed", "heure fixée"],
  ["day-soft", "souple dans la journée"],
  ["week", "souple dans la semaine"],
  ["suggestion", "proposée"],
  ["done", "faite"],
  ["missed", "manquée"],
] as const;

export function Legend() {
  return (
    <ul className="cal-legend" aria-label="Légende">
      {LEGEND.map(([shade, word]) => (
        <li key={shade} className={`cal-entry cal-${shade}`}>
          {ICONS[shade] && <Icon name={ICONS[shade]} small />}
          {word}
        </li>
      ))}
    </ul>
  );
}
