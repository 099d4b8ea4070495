import type { Day } from "~/calendar/day";
import { dayMonthYear, relativeDay } from "~/format/dates";

/** A day to act on: what is past is said in words, not by its colour alone. */
export function DueDay({ day, today }: { day: Day; today: Day }) {
  return (
    <span className={day < today ? "premises-late" : undefined}>
      le {dayMonthYear(day)} ({day < today ? "en retard" : relativeDay(day, today)})
    </span>
  );
}
