import type { Day } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { minutes } from "~/format/durations";
import { french, listed } from "~/format/typography";
import type { Conflict } from "../planner/conflicts";

/** Why the fixed part of a week cannot stand, and what to do about it. */
export function conflictSentence(
  conflict: Conflict,
  days: readonly Day[],
  nameOf: (candidate: string) => string,
): string {
  const who = listed(conflict.candidates.map(nameOf));
  const on = conflict.day === null ? "cette semaine" : `le ${longDay(days[conflict.day]!)}`;
  return french(`${capital(problem(conflict, who, on))} ${remedy(conflict)}`);
}

function problem({ kind, missingSeconds }: Conflict, who: string, on: string): string {
  const missing = minutes(Math.max(1, Math.ceil(missingSeconds / 60)));
  switch (kind) {
    case "day_too_short":
      return `${on}, vos horaires ne laissent pas la place de la pause de midi : il manque ${missing}.`;
    case "day_off":
      return `${who} : la visite est gardée ${on}, jour où vous ne travaillez pas.`;
    case "not_plannable":
      return `${who} : la visite est gardée ${on}, mais le cabinet n'est pas situé.`;
    case "same_doctor":
      return `${who} : deux visites sont gardées pour la même personne.`;
    case "no_window":
      return `${who} : le cabinet ne reçoit pas ${on}.`;
    case "out_of_reach":
      return `${who} : le cabinet ne peut pas être atteint à temps ${on}, il manque ${missing}.`;
    case "incompatible":
      return `${who} : ces visites ne tiennent pas ensemble ${on}, il manque ${missing}.`;
    case "too_many":
      return `${on}, les visites gardées ne tiennent pas toutes dans la journée : il manque ${missing} (${who}).`;
    case "no_room":
      return `${who} : aucun jour de la semaine n'a la place de cette visite à côté de celles qui sont gardées, il manque ${missing}.`;
    case "visit_limit":
      return `${on}, les visites gardées dépassent le nombre de visites par jour de vos réglages (${who}).`;
  }
}

function remedy({ kind }: Conflict): string {
  if (kind === "day_too_short" || kind === "visit_limit") return "Changez vos réglages, ou libérez une visite.";
  return "Libérez l'une de ces visites ou changez son jour, puis recalculez.";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
