import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { Button } from "./button";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./mark-shapes";

export type ToastMessage = {
  text: string;
  tone?: Extract<Tone, "good" | "doubt" | "danger">;
  /** Offered while the message is there; the undo itself must exist elsewhere too. */
  undo?: () => void;
};

type Shown = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => {});

const SECONDS = 6;
const SECONDS_WITH_UNDO = 12;

const ICONS: Record<NonNullable<ToastMessage["tone"]>, IconName> = { good: "check", doubt: "info", danger: "warning" };

/** `const say = useToast(); say({ text: "Médecin ajouté à la tournée.", undo })` */
export function useToast() {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Shown[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setToasts((shown) => [...shown.slice(-2), { ...message, id: (shown.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const close = useCallback((id: number) => setToasts((shown) => shown.filter((each) => each.id !== id)), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <section className="toasts" aria-label="Messages" aria-live="polite">
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} close={close} />
        ))}
      </section>
    </ToastContext.Provider>
  );
}

/** Leaves by itself, except a refusal, and never while the pointer or the focus is on it. */
function Toast({ toast, close }: { toast: Shown; close: (id: number) => void }) {
  const [isHeld, setHeld] = useState(false);
  const { id, text, tone = "good", undo } = toast;
  const shut = useMemo(() => () => close(id), [close, id]);
  useEffect(() => {
    if (isHeld || tone === "danger") return;
    const timer = setTimeout(shut, (undo ? SECONDS_WITH_UNDO : SECONDS) * 1000);
    return () => clearTimeout(timer);
  }, [isHeld, tone, undo, shut]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding is a courtesy to pointers; keyboards hold by focus
    <div
      className={`toast tone-${tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={ICONS[tone]} />
      <span className="toast-text">{text}</span>
      {undo && (
        <Button
          kind="quiet"
          onClick={() => {
            undo();
            shut();
          }}
        >
          Annuler
        </Button>
      )}
      <Button kind="quiet" icon="cross" iconOnly onClick={shut}>
        Fermer ce message
      </Button>
    </div>
  );
}
