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

/** Days after Easter Sunday. */
const MOVING: Record<number, string> = { 1: "Lundi de Pâques", 39: "Ascension", 50: "Lundi de Pentecôte" };

/** Article L3134-13: the second day of Christmas and Good Friday, in the three départements of Alsace-Moselle. */
const ALSACE_MOSELLE = ["57", "67", "68"];
const GOOD_FRIDAY = -2;

/** Article L3422-2: the day on which each territory remembers the abolition of slavery. */
const ABOLITION: Record<string, string> = {
  "971": "05-27",
  "972": "05-22",
  "973": "06-10",
  "974": "12-20",
  "976": "04-27",
  "977": "10-09",
  "978": "05-28",
};

/** As `holidayOn`, with the days that are holidays in some départements only. */
export function holidayIn(department: string, day: Day): string | null {
  const national = holidayOn(day);
  if (national) return national;
  if (ABOLITION[department] === day.slice(5)) return "Abolition de l'esclavage";
  if (!ALSACE_MOSELLE.includes(department)) return null;
  if (day.slice(5) === "12-26") return "Saint-Étienne";
  return addDays(easter(partsOf(day).year), GOOD_FRIDAY) === day ? "Vendredi saint" : null;
}

/** The French name of a holiday of the whole country, or null on an ordinary day. */
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
