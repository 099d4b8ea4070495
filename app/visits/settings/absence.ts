import { addDays, addMonths, type Day, isDay } from "~/calendar/day";
import { dayAndMonth, dayMonthYear, fullDay } from "~/format/dates";
import { DAYS_BACK, MONTHS_AHEAD } from "../visit";

export const ABSENCE_KINDS = {
  leave: "Congés",
  training: "Formation",
  meeting: "Réunion",
  illness: "Arrêt de travail",
  other: "Autre",
} as const;
export type AbsenceKind = keyof typeof ABSENCE_KINDS;

export const ABSENCE_PARTS = { day: "Journée entière", morning: "Matin", afternoon: "Après-midi" } as const;
export type AbsencePart = keyof typeof ABSENCE_PARTS;

export interface AbsenceSpan {
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly part: AbsencePart;
}

/** Where the working day is cut in two, as the planner cuts it (working-days.ts). */
const MIDDAY = 13 * 60;

/** What is wrong with an absence, by field; empty when it may be noted beside those already there. */
export function absenceProblems(
  asked: AbsenceSpan,
  others: readonly AbsenceSpan[],
  today: Day,
): Record<string, string[]> {
  const problems = daysProblems(asked, today);
  if (Object.keys(problems).length > 0) return problems;
  const other = others.find((each) => overlaps(asked, each));
  return other ? { fromOn: [`Une absence est déjà notée ${daysInWords(other)}.`] } : {};
}

/** From and to, within what a calendar of visits looks at: 1900 and 9999 are typing errors. */
export function daysProblems(asked: { fromOn: Day; toOn: Day }, today: Day): Record<string, string[]> {
  const [first, last] = [addDays(today, -DAYS_BACK), addMonths(today, MONTHS_AHEAD)];
  const outside = (day: Day) => !isDay(day) || day < first || day > last;
  const bounds = [`Choisissez un jour entre le ${dayMonthYear(first)} et le ${dayMonthYear(last)}.`];
  if (outside(asked.fromOn)) return { fromOn: bounds };
  if (outside(asked.toOn)) return { toOn: bounds };
  return asked.toOn < asked.fromOn ? { toOn: [`Le dernier jour précède le premier, ${fullDay(asked.fromOn)}.`] } : {};
}

export function overlaps(a: AbsenceSpan, b: AbsenceSpan): boolean {
  const sameDays = a.fromOn <= b.toOn && b.fromOn <= a.toOn;
  return sameDays && (a.part === "day" || b.part === "day" || a.part === b.part);
}

/** Whether a visit of that day, from and to in minutes on the wall, falls inside. */
export function fallsIn({ fromOn, toOn, part }: AbsenceSpan, visit: { day: Day; from: number; to: number }): boolean {
  if (visit.day < fromOn || visit.day > toOn) return false;
  return part === "day" || (part === "morning" ? visit.from < MIDDAY : visit.to > MIDDAY);
}

/** « du 3 août au 14 août 2026, le matin », « le mardi 24 novembre 2026 » */
export function daysInWords({ fromOn, toOn, part }: AbsenceSpan): string {
  const days = fromOn === toOn ? `le ${fullDay(fromOn)}` : fromTo(fromOn, toOn);
  return part === "day" ? days : `${days}, ${part === "morning" ? "le matin" : "l'après-midi"}`;
}

/** « du 3 août au 14 août 2026 » */
export function fromTo(fromOn: Day, toOn: Day): string {
  const first = fromOn.slice(0, 4) === toOn.slice(0, 4) ? dayAndMonth(fromOn) : dayMonthYear(fromOn);
  return fromOn === toOn ? `le ${dayMonthYear(toOn)}` : `du ${first} au ${dayMonthYear(toOn)}`;
}
