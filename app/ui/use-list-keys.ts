import type { Shortcut } from "./shortcut-keys";
import { useShortcuts } from "./shortcuts";

/**
 * j, k, x and / for the list of the page (a RowList or a Table). The focus itself moves from row to row, so that Enter,
 * assistive tools and the eye all agree on where one is.
 */
export function useListKeys(labels: { select?: string } = {}) {
  const keys: Shortcut[] = [
    { keys: "j", label: "Ligne suivante", run: () => moveBy(1) },
    { keys: "k", label: "Ligne précédente", run: () => moveBy(-1) },
    { keys: "Enter", label: "Ouvrir la ligne" },
    { keys: "/", label: "Chercher dans la liste", run: focusFilter },
  ];
  if (labels.select) keys.push({ keys: "x", label: labels.select, run: toggle });
  useShortcuts(keys);
}

function moveBy(step: 1 | -1) {
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = current < 0 ? rows.at(step > 0 ? 0 : -1) : rows[current + step];
  const link = next?.querySelector<HTMLElement>("[data-row-link], a[href], button");
  link?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function toggle() {
  const row = document.activeElement?.closest("[data-row]");
  row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}

function focusFilter() {
  document.querySelector<HTMLElement>("[data-list-filter]")?.focus();
}
