import { useNavigate } from "@remix-run/react";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { dayByKey } from "./period";

/** Declared with the other keys of the page, so that « ? » tells them; the grid itself listens. */
export const GRID_KEYS = [
  { keys: "ArrowLeft", label: "Jour précédent" },
  { keys: "ArrowRight", label: "Jour suivant" },
  { keys: "ArrowUp", label: "Une semaine avant" },
  { keys: "ArrowDown", label: "Une semaine après" },
  { keys: "PageUp", label: "Un mois avant" },
  { keys: "PageDown", label: "Un mois après" },
  { keys: "Enter", label: "Ouvrir le jour" },
] as const;

/**
 * One day of the grid is in the order of the keyboard; arrows move from it, and lead on to the page that holds the next
 * day when the edge is reached. The focus arrives with the page.
 */
export function useGridKeys(
  { date, today }: { date: string; today: string },
  weeks: readonly (readonly { readonly day: string }[])[],
  pageAt: (day: string) => string,
) {
  const grid = useRef<HTMLTableElement>(null);
  const awaited = useRef<string | null>(null);
  const [stop, setStop] = useState(date);
  const navigate = useNavigate();
  const shown = weeks.flat().map(({ day }) => day);
  const focusOn = (day: string) => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that arrives, and nothing else
  useEffect(() => {
    setStop(date);
    if (awaited.current === date) focusOn(date);
    awaited.current = null;
  }, [date, shown[0]]);

  return {
    grid,
    stop: shown.includes(stop) ? stop : date,
    onFocus: (event: FocusEvent<HTMLTableElement>) => {
      const day = (event.target as HTMLElement).dataset.day;
      if (day) setStop(day);
    },
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => {
      const from = (event.target as HTMLElement).dataset.day;
      if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = event.key.toLowerCase() === "t" ? today : dayByKey(event.key, from);
      if (to === null) return;
      event.preventDefault();
      if (shown.includes(to) && !event.key.startsWith("Page")) return focusOn(to);
      awaited.current = to;
      navigate(pageAt(to), { preventScrollReset: true, replace: true });
    },
  };
}
