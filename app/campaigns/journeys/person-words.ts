import { dayAndMonth } from "~/format/dates";
import { type JourneyStep, STEP_LABELS } from "./journey";
import type { Person } from "./open.server";
import { endingOf } from "./words";

const SHOWN: Record<string, string> = {
  finished: "Allés au bout",
  stopped: "Sortis en chemin",
  held_out: "Mis de côté pour comparer",
};

/** Who is shown: those of one step, of one end, or everybody. */
export function placeTitle(place: string | null): string {
  return place === null ? "Les médecins" : (SHOWN[place] ?? `Étape ${Number(place) + 1}`);
}

/** Where somebody stands. */
export function positionOf({ state, step }: Person, steps: readonly JourneyStep[]): string {
  if (state === "finished") return "au bout";
  if (state === "held_out") return "mis de côté";
  const kind = steps[step]?.kind;
  return kind === undefined ? "après la dernière étape" : `étape ${step + 1}, ${STEP_LABELS[kind].toLowerCase()}`;
}

/** What comes next, or why it stopped. */
export function nextOf({ state, because, overOn, begunOn, dueOn }: Person): string {
  const on = overOn === null ? "" : ` le ${dayAndMonth(overOn)}`;
  if (state === "stopped") return `arrêté${on} : ${endingOf(because)}`;
  if (state === "finished") return `terminé${on}`;
  if (state === "held_out") return "aucune étape";
  if (begunOn !== null) return `en cours depuis le ${dayAndMonth(begunOn)}`;
  return dueOn === null ? "bientôt terminé" : `commence le ${dayAndMonth(dueOn)}`;
}
