import { useShortcuts } from "~/ui/shortcuts";
import { useListKeys } from "~/ui/use-list-keys";

/** j and k move, Enter opens, 1 to 5 say what came of the one in hand. */
export function useFollowUpKeys() {
  useListKeys();
  useShortcuts([
    { keys: "1", label: "Fait", run: () => press(1) },
    { keys: "2", label: "Pas de réponse", run: () => press(2) },
    { keys: "3", label: "Reporter de 7 jours", run: () => press(3) },
    { keys: "4", label: "Planifier une visite", run: () => press(4) },
    { keys: "5", label: "Clore", run: () => press(5) },
  ]);
}

export function openNext() {
  const all = [...document.querySelectorAll<HTMLDetailsElement>("details.follow-up")];
  const next = all[all.findIndex((each) => each.open) + 1] ?? all[0];
  if (!next) return;
  next.open = true;
  next.querySelector("summary")?.focus();
  next.scrollIntoView({ block: "nearest" });
}

/** The follow-up that has the focus, or the one that is open. */
function press(outcome: number) {
  const focused = document.activeElement?.closest("details.follow-up");
  const inHand = focused ?? document.querySelector("details.follow-up[open]");
  inHand?.querySelector<HTMLElement>(`[data-outcome="${outcome}"]`)?.click();
}
