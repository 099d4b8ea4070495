import type { Day } from "~/calendar/day";
import { weekday } from "~/calendar/day";
import { dayAndMonth } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Closure } from "../hours";
import type { WhyNone } from "./slots";

/** What is known of a day on which nothing can be offered. */
export interface DayFacts {
  readonly day: Day;
  readonly today: Day;
  readonly holiday: string | null;
  readonly closure: Closure | null;
  /** The practice has openings that weekday, told or assumed. */
  readonly hasHours: boolean;
  /** The delegate works that weekday. */
  readonly isWorked: boolean;
  readonly visits: number;
  readonly mostVisits: number;
}

export interface NoSlot {
  /** One or two words for the calendar. */
  readonly label: string;
  readonly sentence: string;
  /** The practice itself is closed, whoever asks. */
  readonly isClosed: boolean;
}

const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

export function noSlot(why: WhyNone, facts: DayFacts): NoSlot {
  const { day, today, holiday, closure, hasHours } = facts;
  const name = DAYS[weekday(day) - 1]!;
  if (day < today) return { label: "passé", sentence: "Ce jour est passé.", isClosed: false };
  if (holiday) return { label: "férié", sentence: french(`Jour férié : ${holiday}.`), isClosed: true };
  if (closure) return { label: "fermé", sentence: `Le cabinet est fermé ${closureSpan(closure)}.`, isClosed: true };
  if (!hasHours) return { label: "fermé", sentence: `Le cabinet ne reçoit pas le ${name}.`, isClosed: true };
  return { ...otherwise(why, facts, name), isClosed: false };
}

function otherwise(why: WhyNone, { day, today, isWorked, visits, mostVisits }: DayFacts, name: string) {
  if (why === "off" && !isWorked) return { label: "absent", sentence: `Vous ne travaillez pas le ${name}.` };
  if (day === today && why !== "full") return { label: "trop tard", sentence: "Il est trop tard pour aujourd'hui." };
  switch (why) {
    case "off":
      return { label: "absent", sentence: "Vous êtes absent ce jour-là." };
    case "closed":
      return { label: "fermé", sentence: "Le cabinet ne reçoit qu'en dehors de vos heures de travail." };
    case "full":
      return visits >= mostVisits
        ? { label: "journée pleine", sentence: `Vous avez déjà ${countOf(visits, "visite")} ce jour-là.` }
        : { label: "journée pleine", sentence: "Vos autres visites ne laissent pas de place à celle-ci." };
    case "far":
      return { label: "trop loin", sentence: "L'aller et retour ne tient pas dans votre journée." };
  }
}

/** « le 24 décembre », « du 24 au 31 décembre » */
export function closureSpan({ fromOn, toOn }: Closure): string {
  if (fromOn === toOn) return `le ${dayAndMonth(fromOn)}`;
  const isSameMonth = fromOn.slice(0, 7) === toOn.slice(0, 7);
  return `du ${isSameMonth ? dayAndMonth(fromOn).split("\u00a0")[0] : dayAndMonth(fromOn)} au ${dayAndMonth(toOn)}`;
}
