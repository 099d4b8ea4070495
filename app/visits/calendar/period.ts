import { addDays, addMonths, addYears, type Day, firstOfMonth, isDay, lastOfMonth } from "~/calendar/day";
import { addWeeks, mondayOf } from "~/calendar/week";
import { dayMonthYear, monthAndYear, shortDay } from "~/format/dates";

export type View = "mois" | "semaine";

export interface Period {
  readonly view: View;
  /** The day that is looked at: inside the period. */
  readonly date: Day;
  /** Whole weeks, Monday first. */
  readonly weeks: readonly (readonly Day[])[];
}

/** How far one may leaf from today: a year like 1900 or 9999 is a typing error. */
const YEARS_BACK = 10;
const YEARS_AHEAD = 5;

/** The day asked for, or null when it is none that the calendar shows. */
export function dateAsked(asked: string, today: Day): Day | null {
  if (!isDay(asked)) return null;
  return asked >= addYears(today, -YEARS_BACK) && asked <= addYears(today, YEARS_AHEAD) ? asked : null;
}

export function periodOf(view: View, date: Day): Period {
  const first = mondayOf(view === "mois" ? firstOfMonth(date) : date);
  const last = view === "mois" ? lastOfMonth(date) : date;
  const weeks: Day[][] = [];
  for (let monday = first; monday <= last; monday = addWeeks(monday, 1)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((after) => addDays(monday, after)));
  }
  return { view, date, weeks };
}

/** A month shows whole weeks: some of their days belong to its neighbours. */
export function isInside({ view, date }: Pick<Period, "view" | "date">, day: Day): boolean {
  return view === "semaine" || day.slice(0, 7) === date.slice(0, 7);
}

/** The same day one period away. */
export function stepped({ view, date }: Pick<Period, "view" | "date">, count: 1 | -1): Day {
  return view === "mois" ? addMonths(date, count) : addWeeks(date, count);
}

/** « Novembre 2026 », « Du 23 nov. au 29 novembre 2026 » */
export function periodTitle({ view, date }: Pick<Period, "view" | "date">): string {
  if (view === "mois") {
    const title = monthAndYear(date);
    return title.charAt(0).toUpperCase() + title.slice(1);
  }
  const monday = mondayOf(date);
  return `Du ${shortDay(monday)} au ${dayMonthYear(addDays(monday, 6))}`;
}

/** Where a key of the grid leads from a day; null for any other key. */
export function dayByKey(key: string, day: Day): Day | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1);
    case "ArrowRight":
      return addDays(day, 1);
    case "ArrowUp":
      return addWeeks(day, -1);
    case "ArrowDown":
      return addWeeks(day, 1);
    case "PageUp":
      return addMonths(day, -1);
    case "PageDown":
      return addMonths(day, 1);
    case "Home":
      return mondayOf(day);
    case "End":
      return addDays(mondayOf(day), 6);
    default:
      return null;
  }
}
