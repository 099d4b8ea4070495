import { useShortcuts } from "~/ui/shortcuts";
import { useListKeys } from "~/ui/use-list-keys";

/** j and k move; f and c act on the letter in hand. */
export function useReturnKeys(mayAct: boolean) {
  useListKeys();
  useShortcuts(
    mayAct
      ? [
          { keys: "f", label: "Faux rebond", run: () => press("false") },
          { keys: "c", label: "Corriger l'adresse", run: () => press("ask") },
        ]
      : [],
  );
}

/** The row that has the focus, else the first. */
function press(act: "false" | "ask") {
  const row = document.activeElement?.closest("[data-row]") ?? document.querySelector(".returns [data-row]");
  row?.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click();
}
