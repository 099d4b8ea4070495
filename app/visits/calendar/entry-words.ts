import { hhmm } from "~/calendar/zoned";
import { clockTime, longDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { FIRMNESS_LABELS, STATE_LABELS, type VisitState } from "../visit";
import type { CalendarDay, CalendarEntry } from "./calendar-days";

/** How a visit looks: by its state once it is over, by its firmness before. */
export function shadeOf({ state, firmness }: Pick<CalendarEntry, "state" | "firmness">): string {
  if (state === "booked") return firmness === "fixed" || firmness === "week" ? firmness : "day-soft";
  return state === "proposed" ? "suggestion" : state;
}

/** The same in words: « heure fixée », « souple dans la journée », « proposée », « faite ». */
export function wordOf({ state, firmness }: Pick<CalendarEntry, "state" | "firmness">): string {
  return state === "booked" ? FIRMNESS_LABELS[firmness] : STATE_LABELS[state];
}

/** « 9 h 30 » */
export function at(minutes: number): string {
  return clockTime(hhmm(minutes));
}

/** What a day is called aloud: its name, what it is, how many visits. */
export function dayLabel({ day, isToday, holiday, absence, covers, visits }: CalendarDay): string {
  const facts = [
    longDay(day),
    isToday && "aujourd'hui",
    holiday && `férié, ${holiday}`,
    absence?.toLowerCase(),
    ...covers.map((cover) => cover.charAt(0).toLowerCase() + cover.slice(1)),
    visits.length > 0 && countOf(visits.length, "visite"),
  ];
  return facts.filter(Boolean).join(", ");
}

const COUNTS: readonly (readonly [VisitState, string, string])[] = [
  ["booked", "prévue", "prévues"],
  ["proposed", "proposée", "proposées"],
  ["done", "faite", "faites"],
  ["missed", "manquée", "manquées"],
  ["cancelled", "annulée", "annulées"],
];

/** « 12 prévues · 4 faites », in that order; « aucune visite » when there is none. */
export function countsInWords(counts: Readonly<Record<VisitState, number>>): string {
  const words = COUNTS.filter(([state]) => counts[state] > 0).map(([state, one, many]) =>
    countOf(counts[state], one, many),
  );
  return words.length === 0 ? "Aucune visite" : words.join(" · ");
}
