import type { Day } from "~/calendar/day";
import { hhmm } from "~/calendar/zoned";
import { clockTime, longDay } from "~/format/dates";
import { french, listed } from "~/format/typography";
import type { Plan } from "../planner/itinerary";
import { fitsEmptyDay } from "../planner/prepare";
import type { Candidate, Problem } from "../planner/problem";
import { costOfForcing } from "../planner/questions";
import type { Forcing, Reason } from "../planner/reasons";
import type { Out } from "../seeable";

export type WhyNot = Reason | Out;

export interface Standing {
  readonly why: WhyNot;
  /** The cheapest way in, when there is one. */
  readonly forcing: Forcing | null;
}

/** Why this doctor is not among the visits as they stand now, and what seeing them would cost. */
export function whyNot(problem: Problem, plan: Plan, id: string, out: Out | null): Standing {
  const candidate = problem.candidates.find((each) => each.id === id);
  const say = (why: WhyNot): Standing => ({ why, forcing: null });
  if (out !== null) return say(out);
  if (!candidate || candidate.excluded) return say("excluded");
  if (candidate.place === null) return say("no_location");
  const days = problem.days.map((_, day) => day);
  if (!days.some((day) => problem.days[day]!.works && candidate.windows[day]!.length > 0))
    return say("no_window_in_period");
  if (!days.some((day) => fitsEmptyDay(problem, candidate, day))) return say("out_of_reach");
  const small = around(problem, plan, candidate);
  const forcing = costOfForcing(small, plan, id);
  if (!forcing) return say("blocked_by_locked");
  if (forcing.dropped.length === 0) return { why: "not_found", forcing };
  const roomier = { ...small, days: small.days.map((day) => ({ ...day, maxVisits: day.maxVisits + 1 })) };
  const isFull = costOfForcing(roomier, plan, id)?.dropped.length === 0;
  return { why: isFull ? "day_full" : "lower_value", forcing };
}

/** Only the visits of the week matter to the question: the others are left aside, which makes the answer quick. */
function around(problem: Problem, plan: Plan, candidate: Candidate): Problem {
  const planned = new Set(plan.days.flatMap((day) => day?.stops.map((stop) => stop.candidate) ?? []));
  const locked = new Set(problem.locks.map((lock) => lock.candidate));
  const candidates = problem.candidates.filter(({ id }) => planned.has(id) || locked.has(id) || id === candidate.id);
  return { ...problem, candidates };
}

const SENTENCES: Record<WhyNot, string> = {
  excluded: "Sa priorité ne demande pas de visite cette semaine.",
  no_location: "Sa commune n'est pas connue : le cabinet ne peut pas être situé.",
  no_window_in_period: "Son cabinet ne reçoit aucun de vos jours de travail de cette semaine.",
  out_of_reach: "Son cabinet est trop loin pour l'aller et le retour dans vos horaires.",
  other_address_planned: "Une visite est déjà proposée à son autre adresse.",
  day_full: "Vos journées ont atteint leur nombre de visites.",
  blocked_by_locked: "Les visites que vous gardez ne laissent pas la place de la sienne.",
  lower_value: "D'autres visites comptent davantage.",
  not_found: "Il reste de la place.",
  booked: "Une visite est déjà prévue, ou proposée une autre semaine.",
  refuses: "Ce médecin ne souhaite plus de visite.",
  gone: "L'annuaire ne nomme plus ce médecin.",
  removed: "Ce médecin a été retiré de cette semaine, ou il est proposé dans une autre.",
  rested: "Rencontre récente, ou visite promise à une date plus lointaine.",
};

/** The reason, and who would make way and when. */
export function whyNotSentence(
  { why, forcing }: Standing,
  days: readonly Day[],
  nameOf: (id: string) => string,
): string {
  if (!forcing) return french(SENTENCES[why]);
  const when = `${longDay(days[forcing.day]!)} à ${clockTime(hhmm(Math.round(forcing.startsAt / 60)))}`;
  const { dropped } = forcing;
  const place = dropped.length === 0 ? "" : `, à la place de ${listed(dropped.map(nameOf))}`;
  return french(`${SENTENCES[why]} Possible ${when}${place}.`);
}

/** These may be seen all the same, if the delegate says so. */
export function mayInclude(why: WhyNot): boolean {
  return !["no_location", "booked", "refuses", "gone", "other_address_planned"].includes(why);
}
