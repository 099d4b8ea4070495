import { addDays, addMonths, type Day, isDay } from "~/calendar/day";
import { addWeeks, mondayOf } from "~/calendar/week";
import { dayAndMonth, longDay } from "~/format/dates";
import { MONTHS_AHEAD } from "../visit";

/** The days whose tours the map shows. */
export interface Period {
  readonly days: readonly Day[];
  readonly kind: "jour" | "semaine";
  readonly monday: Day;
}

const WEEKS_BACK = 53;
/** Saturday too: some practices receive. */
const DAYS_OF_WEEK = 6;

/** A day when one is asked for, else its week; what is no day one may look at, such as 1900 or 9999, is this week. */
export function periodAsked({ jour, semaine }: { jour: string; semaine: string }, today: Day): Period {
  if (isWithin(jour, today)) return { days: [jour], kind: "jour", monday: mondayOf(jour) };
  const monday = mondayOf(isWithin(semaine, today) ? semaine : today);
  const days = Array.from({ length: DAYS_OF_WEEK }, (_, after) => addDays(monday, after));
  return { days, kind: "semaine", monday };
}

/** « le mardi 24 novembre », « du 23 novembre au 28 novembre » */
export function periodWords({ days }: Pick<Period, "days">): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  return first === last ? `le ${longDay(first)}` : `du ${dayAndMonth(first)} au ${dayAndMonth(last)}`;
}

function isWithin(text: string, today: Day): boolean {
  return isDay(text) && text >= addWeeks(today, -WEEKS_BACK) && text <= addMonths(today, MONTHS_AHEAD);
}
