import { addDays, type Day, weekday } from "~/calendar/day";
import { shortDay } from "~/format/dates";
import { NO_BREAK } from "~/format/typography";
import { Chip, Chips } from "~/ui/chip";
import { Icon } from "~/ui/icon";
import { type MapView, mapAddress, withFilter } from "./address";

const WEEKDAYS = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];

/** The week before, the whole week, each of its days, the week after. */
export function PeriodChips({ view, busyDays }: { view: MapView; busyDays: readonly Day[] }) {
  const { monday, kind, days } = view.period;
  const week = (start: Day) => mapAddress({ ...view, period: { kind: "semaine", monday: start, days: [start] } });
  const daysShown = [0, 1, 2, 3, 4, 5]
    .map((after) => addDays(monday, after))
    .filter((day) => weekday(day) <= 5 || busyDays.includes(day) || days[0] === day);
  return (
    <Chips label="Jours montrés">
      <Chip to={week(addDays(monday, -7))}>
        <Icon name="chevron-left" small />
        <span className="visually-hidden">Semaine précédente</span>
      </Chip>
      <Chip to={week(monday)} isOn={kind === "semaine"}>
        Semaine du {shortDay(monday)}
      </Chip>
      {daysShown.map((day) => (
        <Chip
          key={day}
          to={mapAddress({ ...view, period: { kind: "jour", monday, days: [day] } })}
          isOn={kind === "jour" && days[0] === day}
        >
          {WEEKDAYS[weekday(day) - 1]}
          {NO_BREAK}
          {Number(day.slice(8))}
        </Chip>
      ))}
      <Chip to={week(addDays(monday, 7))}>
        <span className="visually-hidden">Semaine suivante</span>
        <Icon name="chevron-right" small />
      </Chip>
    </Chips>
  );
}

/** Pressing a chip that is on takes it off. */
export function FilterChips({ view }: { view: MapView }) {
  const { zone, verdict, nonvus, visite } = view.filters;
  return (
    <Chips label="Filtres de la carte">
      {(
        [
          ["ZIP", "ZIP"],
          ["ZAC", "ZAC"],
          ["autres", "Hors ZIP et ZAC"],
          ["inconnue", "Zone inconnue"],
        ] as const
      ).map(([value, label]) => (
        <Chip key={value} to={withFilter(view, "zone", zone === value ? null : value)} isOn={zone === value}>
          {label}
        </Chip>
      ))}
      <Chip to={withFilter(view, "verdict", verdict === "oui" ? null : "oui")} isOn={verdict === "oui"}>
        Éligibles
      </Chip>
      <Chip
        to={withFilter(view, "verdict", verdict === "a-verifier" ? null : "a-verifier")}
        isOn={verdict === "a-verifier"}
      >
        À vérifier
      </Chip>
      <Chip to={withFilter(view, "nonvus", !nonvus)} isOn={nonvus}>
        Non vus depuis 60{NO_BREAK}j
      </Chip>
      <Chip to={withFilter(view, "visite", visite === "sans" ? null : "sans")} isOn={visite === "sans"}>
        Sans visite prévue
      </Chip>
      <Chip to={withFilter(view, "visite", visite === "avec" ? null : "avec")} isOn={visite === "avec"}>
        Avec une visite prévue
      </Chip>
    </Chips>
  );
}
