import type { IconName } from "~/ui/icon";
import { FIRMNESS_LABELS, type Firmness } from "../visit";
import type { VisitView } from "./view";

/** Nobody drags or locks what is past, or held already. */
export function isMovable({ state, isPast }: Pick<VisitView, "state" | "isPast">): boolean {
  return !isPast && (state === "proposed" || state === "booked");
}

/** How firm a visit is, in the words beside its shade. */
export function firmnessText({ state, firmness }: Pick<VisitView, "state" | "firmness">): string {
  if (state === "done") return "visite faite";
  return state === "booked" ? `rendez-vous pris, ${FIRMNESS_LABELS[firmness]}` : FIRMNESS_LABELS[firmness];
}

export function firmnessIcon({ state, firmness }: Pick<VisitView, "state" | "firmness">): IconName | null {
  if (state === "done") return "check";
  if (firmness === "fixed") return "lock";
  return firmness === "suggestion" ? null : "calendar";
}

const HOLDS: readonly { readonly firmness: Firmness; readonly label: string }[] = [
  { firmness: "fixed", label: "Verrouiller l'heure" },
  { firmness: "day", label: "Garder ce jour" },
  { firmness: "week", label: "Garder dans la semaine" },
  { firmness: "suggestion", label: "Libérer" },
];

/** The other degrees of freedom; a visit that is booked is never merely a suggestion. */
export function otherHolds({ state, firmness }: Pick<VisitView, "state" | "firmness">) {
  return HOLDS.filter((each) => each.firmness !== firmness && (state === "proposed" || each.firmness !== "suggestion"));
}
