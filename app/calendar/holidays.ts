import { addDays, type Day, partsOf, weekday } from "./day";

/** Public holidays of article L3133-1 of the Code du travail, by month and day. */
const FIXED: Record<string, string> = {
  "01-01": "Jour de l'an",
  "05-01": "Fête du Travail",
  "05-08": "Victoire de 1945",
  "07-14": "Fête nationale",
  "08-15": "Assomption",
  "11-01": "Toussaint",
  "11-11": "Armistice de 1918",
  "12-25": "Noël",
};

/** Days after Easter Sunday. Good Friday and 26 December are holidays in Alsace-Moselle only: not counted. */
const MOVING: Record<number, string> = { 1: "Lundi de Pâques", 39: "Ascension", 50: "Lundi de Pentecôte" };

/** The French name of the holiday, or null on an ordinary day. */
export function holidayOn(day: Day): string | null {
  const fixed = FIXED[day.slice(5)];
  if (fixed) return fixed;
  const sunday = easter(partsOf(day).year);
  const moving = Object.entries(MOVING).find(([after]) => addDays(sunday, Number(after)) === day);
  return moving ? moving[1] : null;
}

/** Monday to Friday, public holidays excepted: when a practice may be called and a letter may leave. */
export function isWorkingDay(day: Day): boolean {
  return weekday(day) <= 5 && holidayOn(day) === null;
}

/** The day itself when it is a working one. */
export function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : nextWorkingDay(addDays(day, 1));
}

/** Negative counts walk back; zero returns the day unchanged. */
export function addWorkingDays(day: Day, count: number): Day {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, "0")}-${String((f % 31) + 1).padStart(2, "0")}`;
}
