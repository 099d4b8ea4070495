import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef, useState } from "react";
import { Dialog } from "./dialog";
import { Kbd } from "./kbd";
import { find, type Shortcut } from "./shortcut-keys";

type Declared = RefObject<readonly Shortcut[]>;

const ShortcutsContext = createContext<Set<Declared> | null>(null);

/** How long the second key of « g m » may take. */
const SEQUENCE_MS = 1200;

const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Declares the keys of a screen for as long as it is shown; they appear in the « ? » panel. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const declared = useContext(ShortcutsContext);
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    declared?.add(latest);
    return () => {
      declared?.delete(latest);
    };
  }, [declared]);
}

/** `areOn` is the person's choice: single keys disturb dictation and some assistive tools. */
export function ShortcutsProvider({ areOn = true, children }: { areOn?: boolean; children: ReactNode }) {
  const declared = useRef(new Set<Declared>()).current;
  const [listed, setListed] = useState<readonly Shortcut[] | null>(null);
  useEffect(() => {
    const all = () => [...declared].flatMap((each) => each.current ?? []);
    const panel: Shortcut = {
      keys: "?",
      label: "Afficher les raccourcis de cette page",
      run: () => setListed([...all(), panel]),
    };
    return listenToKeys(() => [panel, ...all()], areOn);
  }, [declared, areOn]);
  return (
    <ShortcutsContext.Provider value={declared}>
      {children}
      <Dialog title="Raccourcis de cette page" isOpen={listed !== null} onClose={() => setListed(null)}>
        <dl className="shortcut-list">
          {(listed ?? []).flatMap(({ keys, label }) => [
            <dt key={label}>{label}</dt>,
            <dd key={keys}>
              <Kbd keys={keys} />
            </dd>,
          ])}
        </dl>
      </Dialog>
    </ShortcutsContext.Provider>
  );
}

function listenToKeys(all: () => readonly Shortcut[], singleKeys: boolean): () => void {
  let pending: string | null = null;
  let timer: ReturnType<typeof setTimeout>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event, singleKeys)) return;
    const found = find(all(), pending, event);
    pending = null;
    clearTimeout(timer);
    if (!found) return;
    event.preventDefault();
    if ("shortcut" in found) return found.shortcut.run?.();
    pending = found.waitFor;
    timer = setTimeout(() => {
      pending = null;
    }, SEQUENCE_MS);
  };
  window.addEventListener("keydown", onKeyDown);
  return () => {
    window.removeEventListener("keydown", onKeyDown);
    clearTimeout(timer);
  };
}

/** Keys belong to what has the focus: an open dialog or menu, or the field one types in (Ctrl K excepted). */
function isElsewhere(event: KeyboardEvent, singleKeys: boolean): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(OVERLAYS)) return true;
  if (event.ctrlKey || event.metaKey) return false;
  return !singleKeys || isTyping(target);
}

function isTyping(target: Element | null): boolean {
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit", "file"].includes(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select"));
}
