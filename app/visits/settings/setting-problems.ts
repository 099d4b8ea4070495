import { hhmm, minutesOf } from "~/calendar/zoned";
import { clockTime } from "~/format/dates";
import { minutes as duration } from "~/format/durations";
import type { Setting, Span } from "../setting";

export type Problems = Record<string, string[]>;

type Read<T> = { readonly value: T; readonly problems: Problems };

/** As a form sends a week: the numbers of the days worked, and seven times from and to, Monday first. */
export interface AskedWeek {
  readonly works: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export const WEEKDAYS = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"] as const;

/** Shorter than this, no visit and the way to it fit in a day. */
const SHORTEST_DAY = 60;

export function readWeek(asked: AskedWeek): Read<(Span | null)[]> {
  const problems: Problems = {};
  const value = WEEKDAYS.map((name, rank): Span | null => {
    if (!asked.works.includes(String(rank + 1))) return null;
    const [from, to] = [minutesOf(asked.from[rank] ?? ""), minutesOf(asked.to[rank] ?? "")];
    if (from === null) problems[`from-${rank + 1}`] = [`${name} : indiquez l'heure de début, par exemple 08:30.`];
    if (to === null) problems[`to-${rank + 1}`] = [`${name} : indiquez l'heure de fin, par exemple 17:30.`];
    if (from === null || to === null) return null;
    if (from >= to) problems[`to-${rank + 1}`] = [`${name} : la fin doit venir après ${said(from)}.`];
    else if (to - from < SHORTEST_DAY) {
      problems[`to-${rank + 1}`] = [`${name} : laissez au moins une heure, ou décochez ce jour.`];
    }
    return [from, to];
  });
  if (value.every((span) => span === null) && Object.keys(problems).length === 0) {
    problems["works-1"] = ["Cochez au moins un jour. Pour une période entière sans visite, notez une absence."];
  }
  return { value, problems };
}

export interface AskedLunch {
  readonly lunchFrom: string;
  readonly lunchTo: string;
  readonly lunchMinutes: number;
}

export const LONGEST_LUNCH = 180;

/** No lunch at all is a length of 0: the window is kept for another day. */
export function readLunch(asked: AskedLunch): Read<Setting["lunch"]> {
  const problems: Problems = {};
  const [from, to] = [minutesOf(asked.lunchFrom), minutesOf(asked.lunchTo)];
  const minutes = asked.lunchMinutes;
  if (from === null) problems.lunchFrom = ["Indiquez à partir de quelle heure, par exemple 12:00."];
  if (to === null) problems.lunchTo = ["Indiquez jusqu'à quelle heure, par exemple 14:00."];
  if (from !== null && to !== null && from >= to) problems.lunchTo = [`La fin doit venir après ${said(from)}.`];
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > LONGEST_LUNCH) {
    problems.lunchMinutes = [`Indiquez une durée entre 0 et ${LONGEST_LUNCH} minutes.`];
  } else if (from !== null && to !== null && from < to && minutes > to - from) {
    problems.lunchMinutes = [`Une pause de ${duration(minutes)} ne tient pas entre ${said(from)} et ${said(to)}.`];
  }
  return { value: { from: from ?? 0, to: to ?? 0, minutes }, problems };
}

function said(minutes: number): string {
  return clockTime(hhmm(minutes));
}
