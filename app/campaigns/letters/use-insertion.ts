import { type FocusEvent, useRef } from "react";
import type { Selected } from "./insertion";

type Control = HTMLInputElement | HTMLTextAreaElement;

/**
 * Remembers which control of a group was written in last, so that a menu, which takes the focus, may write there.
 * `write` gives the control its new text; the selection follows once React has drawn it.
 */
export function useInsertion(write: (part: string, text: string) => void, firstPart: string) {
  const box = useRef<HTMLElement>(null);
  const last = useRef<Control | null>(null);
  const control = () => last.current ?? box.current?.querySelector<Control>("textarea, input") ?? null;
  return {
    box,
    onFocus(event: FocusEvent) {
      const { target } = event;
      const isText =
        target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "radio");
      if (isText) last.current = target;
    },
    selected(): Selected {
      const at = control();
      const text = at?.value ?? "";
      return { text, from: at?.selectionStart ?? text.length, to: at?.selectionEnd ?? text.length };
    },
    insert({ text, from, to }: Selected) {
      const at = control();
      write(at?.dataset.part ?? firstPart, text);
      // The menu gives the focus back to its button first.
      setTimeout(() => {
        at?.focus();
        at?.setSelectionRange(from, to);
      }, 50);
    },
  };
}
