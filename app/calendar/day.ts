/** A civil day, "2026-11-24": no time, no zone. Plain strings sort, compare and cross JSON as they are. */
export type Day = string;

/** Anything that names a moment: what the database gives (Date) and what loaders send (ISO text). */
export type Instant = Date | string;

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Rejects "2026-02-30" as well as "24/11/2026". */
export function isDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && fromMs(ms) === text;
}

/** Reads "2026-11-24", "24/11/2026" and "24-11-2026", the forms that directory files and people use. */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim();
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const day = french ? `${french[3]}-${french[2]!.padStart(2, "0")}-${french[1]!.padStart(2, "0")}` : trimmed;
  return isDay(day) ? day : null;
}

export function addDays(day: Day, count: number): Day {
  return fromMs(toMs(day) + count * DAY_MS);
}

/** Keeps the day of the month, or takes the month's last one: 31 January + 1 month = 28 February. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return compose(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** Anniversaries of 29 February fall on 28 February outside leap years: 2028-02-29 + 5 years = 2033-02-28. */
export function addYears(day: Day, count: number): Day {
  return addMonths(day, count * 12);
}

/** Negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** ISO: Monday is 1, Sunday is 7. */
export function weekday(day: Day): number {
  return new Date(toMs(day)).getUTCDay() || 7;
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

export function lastOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return compose(year, month, daysInMonth(year, month));
}

const PARIS = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day it is in Paris at that moment: 23:30 UTC in winter already belongs to the next one. */
export function dayOf(instant: Instant): Day {
  const [date, month, year] = PARIS.format(new Date(instant)).split("/");
  return `${year}-${month}-${date}`;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function compose(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

function toMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
