import { type Day, dayOf, daysBetween, type Instant, partsOf, weekday } from "~/calendar/day";
import { countOf } from "./numbers";
import { NO_BREAK } from "./typography";

const WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];
const SHORT_MONTHS = [
  "janv.",
  "févr.",
  "mars",
  "avr.",
  "mai",
  "juin",
  "juil.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc.",
];

/** « mardi 24 novembre »: when the year is the one we are in. */
export function longDay(day: Day): string {
  return `${WEEKDAYS[weekday(day) - 1]} ${dayAndMonth(day)}`;
}

/** « mardi 24 novembre 2026 » */
export function fullDay(day: Day): string {
  return `${longDay(day)} ${partsOf(day).year}`;
}

/** « 24 novembre » */
export function dayAndMonth(day: Day): string {
  return `${ordinal(day)}${NO_BREAK}${MONTHS[partsOf(day).month - 1]}`;
}

/** « 24 novembre 2026 » */
export function dayMonthYear(day: Day): string {
  return `${dayAndMonth(day)} ${partsOf(day).year}`;
}

/** « 24 nov. »: narrow columns and axes. */
export function shortDay(day: Day): string {
  return `${ordinal(day)}${NO_BREAK}${SHORT_MONTHS[partsOf(day).month - 1]}`;
}

/** « 24/11/2026 »: tables. */
export function numericDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** « novembre 2026 » */
export function monthAndYear(day: Day): string {
  const { year, month } = partsOf(day);
  return `${MONTHS[month - 1]} ${year}`;
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Paris time: « 14 h 30 », « 9 h ». */
export function timeOf(instant: Instant): string {
  return clockTime(CLOCK.format(new Date(instant)));
}

/** "14:30" as stored in opening hours → « 14 h 30 ». */
export function clockTime(hhmm: string): string {
  const [hour, minute] = hhmm.split(":");
  const onTheHour = Number(minute) === 0;
  return `${Number(hour)}${NO_BREAK}h${onTheHour ? "" : NO_BREAK + minute}`;
}

/** « mardi 24 novembre à 14 h 30 » */
export function dayAndTime(instant: Instant): string {
  return `${longDay(dayOf(instant))} à ${timeOf(instant)}`;
}

/** « 24/11/2026 à 14 h 30 »: journals and tables. */
export function numericDayAndTime(instant: Instant): string {
  return `${numericDay(dayOf(instant))} à ${timeOf(instant)}`;
}

const MINUTE = 60_000;

/** « à l'instant », « il y a 5 min », « il y a 3 h », « hier », « il y a 3 jours », and « dans 3 jours » ahead of now. */
export function relativeTime(instant: Instant, now: Instant): string {
  const passed = new Date(now).getTime() - new Date(instant).getTime();
  const days = daysBetween(dayOf(instant), dayOf(now));
  if (Math.abs(passed) < MINUTE) return "à l'instant";
  if (days !== 0 && Math.abs(passed) >= 6 * 60 * MINUTE) return relativeDay(dayOf(instant), dayOf(now));
  const count = Math.floor(Math.abs(passed) / MINUTE);
  const text = count < 60 ? `${count}${NO_BREAK}min` : `${Math.floor(count / 60)}${NO_BREAK}h`;
  return passed > 0 ? `il y a ${text}` : `dans ${text}`;
}

/** « aujourd'hui », « hier », « il y a 3 jours », « dans 2 mois »: counted in calendar days, not in 24 hours. */
export function relativeDay(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days === 0) return "aujourd'hui";
  if (days === 1) return "hier";
  if (days === -1) return "demain";
  return days > 0 ? `il y a ${span(days)}` : `dans ${span(-days)}`;
}

/** Up to two months in days: « 45 jours » is how delegates count the wait between two visits. */
function span(days: number): string {
  if (days < 60) return countOf(days, "jour");
  if (days < 730) return countOf(Math.floor(days / 30.44), "mois");
  return countOf(Math.floor(days / 365.25), "an");
}

/** French writes the first of a month as an ordinal. */
function ordinal(day: Day): string {
  const { date } = partsOf(day);
  return date === 1 ? "1er" : String(date);
}
