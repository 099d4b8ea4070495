import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { ShortcutsProvider } from "./shortcuts";
import { ToastProvider } from "./toast";

/** Around the whole application, once: French for the interactive parts, messages, keys. */
export function UiRoot({ shortcutsAreOn = true, children }: { shortcutsAreOn?: boolean; children: ReactNode }) {
  return (
    <I18nProvider locale="fr-FR">
      <ToastProvider>
        <ShortcutsProvider areOn={shortcutsAreOn}>{children}</ShortcutsProvider>
      </ToastProvider>
    </I18nProvider>
  );
}
