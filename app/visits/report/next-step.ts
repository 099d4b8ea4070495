import { addDays, addMonths, type Day, isDay } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { french } from "~/format/typography";
import type { NextStep, Result } from "./result";
import { addWorkedDays, isWorkedIn, nextWorkedDay } from "./working-day";

/** The steps that make sense after each result, the one proposed first. */
export const STEPS_AFTER: Record<Result, readonly NextStep[]> = {
  interested: ["simulation", "call", "visit", "none"],
  later: ["visit", "call", "none"],
  objection: ["document", "call", "visit", "none"],
  refused: ["none"],
  absent: ["visit", "call", "none"],
};

const INTERESTED_WORKED_DAYS = 7;
const LATER_DAYS = 60;
const OBJECTION_DAYS = 9;
const ABSENT_WORKED_DAYS = 10;

/** A promise further away than this is a typing error. */
const MONTHS_AHEAD = 18;

/** The day proposed for what comes next; never a day off of the practice's département. Null after a refusal. */
export function proposedDay(result: Result, heldOn: Day, department: string): Day | null {
  switch (result) {
    case "interested":
      return addWorkedDays(department, heldOn, INTERESTED_WORKED_DAYS);
    case "later":
      return nextWorkedDay(department, addDays(heldOn, LATER_DAYS));
    case "objection":
      return nextWorkedDay(department, addDays(heldOn, OBJECTION_DAYS));
    case "absent":
      return addWorkedDays(department, heldOn, ABSENT_WORKED_DAYS);
    case "refused":
      return null;
  }
}

/** Why that day cannot be promised, or null. */
export function dayRefusal(day: string, today: Day, department: string): string | null {
  if (!isDay(day)) return french("Indiquez le jour de la suite, par exemple 24/11/2026.");
  if (day < today) return "Ce jour est passé. Choisissez un jour à venir.";
  if (day > addMonths(today, MONTHS_AHEAD)) return `Choisissez un jour dans les ${MONTHS_AHEAD} prochains mois.`;
  if (isWorkedIn(department, day)) return null;
  return french(`Le ${longDay(day)} n'est pas travaillé. Choisissez le ${longDay(nextWorkedDay(department, day))}.`);
}
