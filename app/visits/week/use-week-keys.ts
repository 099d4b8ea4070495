import { useShortcuts } from "~/ui/shortcuts";
import { useListKeys } from "~/ui/use-list-keys";
import { isMovable } from "./stop-words";
import type { Act } from "./use-week-acts";
import type { DayView, VisitView } from "./view";

/** Everything that a mouse does to a stop, for the one that has the focus. */
export function useWeekKeys(days: readonly DayView[], act: Act, recompute: (() => void) | null) {
  useListKeys();
  const onFocused = (run: (visit: VisitView) => void) => () => {
    const visit = focusedVisit(days);
    if (visit && isMovable(visit)) run(visit);
  };
  const hold = (firmness: string) => onFocused((visit) => act({ intent: "hold", ...stopFields(visit), firmness }));
  useShortcuts([
    { keys: "l", label: "Verrouiller l'heure de la visite", run: hold("fixed") },
    { keys: "u", label: "Libérer la visite", run: hold("suggestion") },
    {
      keys: "x",
      label: "Retirer la proposition de la semaine",
      run: onFocused((visit) => {
        if (visit.state !== "proposed") return;
        focusNext();
        act({ intent: "remove", ...stopFields(visit) });
      }),
    },
    ...days.map(({ day }, index) => ({
      keys: String(index + 1),
      label: `Déplacer la visite au ${ordinals[index]} jour`,
      run: onFocused((visit) => act({ intent: "move", ...stopFields(visit), day })),
    })),
    ...(recompute ? [{ keys: "r", label: "Recalculer la semaine", run: recompute }] : []),
  ]);
}

export function stopFields({ id, version }: VisitView): { visitId: string; version: string } {
  return { visitId: id, version: String(version) };
}

const ordinals = ["premier", "deuxième", "troisième", "quatrième", "cinquième"];

function focusedVisit(days: readonly DayView[]): VisitView | undefined {
  const id = document.activeElement?.closest<HTMLElement>("[data-visit]")?.dataset.visit;
  return days
    .flatMap(({ tour }) => tour?.stops ?? [])
    .flatMap(({ visits }) => visits)
    .find((visit) => visit.id === id);
}

/** The row about to leave must not take the focus with it. */
function focusNext() {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-visit]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  (rows[at + 1] ?? rows[at - 1])?.querySelector<HTMLElement>("[data-row-link]")?.focus();
}
