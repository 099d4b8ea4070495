import { useEffect, useState } from "react";
import type { IconName } from "./icon";

export type CommandResult = {
  id: string;
  /** « Médecins », « Communes », « Actions »: shown on the first of its kind. */
  group: string;
  label: string;
  detail?: string;
  icon: IconName;
} & ({ to: string } | { run: () => void });

/** An act of the product, found by its own words. */
export type CommandAction = CommandResult & { words?: readonly string[] };

export type CommandSearch = (text: string, signal: AbortSignal) => Promise<readonly CommandResult[]>;

/** Between two keys of a fast typist: shorter floods the server, longer is felt. */
const PAUSE_MS = 140;

/** Acts at once, from memory; found rows when the server answers. An older answer never covers a newer one. */
export function useCommandResults(text: string, search: CommandSearch, actions: readonly CommandAction[]) {
  const [found, setFound] = useState<readonly CommandResult[]>([]);
  const [state, setState] = useState<"idle" | "searching" | "failed">("idle");
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) {
      setFound([]);
      setState("idle");
      return;
    }
    const abort = new AbortController();
    setState("searching");
    const timer = setTimeout(async () => {
      try {
        const results = await search(wanted, abort.signal);
        if (abort.signal.aborted) return;
        setFound(results);
        setState("idle");
      } catch {
        if (!abort.signal.aborted) setState("failed");
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, search]);
  const results = [...found, ...matchingActions(actions, wanted)];
  return { results, isSearching: state === "searching", hasFailed: state === "failed" };
}

/** All acts on an empty field; otherwise those of which each typed word begins a word. Accents do not matter. */
export function matchingActions(actions: readonly CommandAction[], text: string): CommandAction[] {
  const typed = wordsOf(text);
  return actions.filter((action) => {
    const own = wordsOf([action.label, ...(action.words ?? [])].join(" "));
    return typed.every((word) => own.some((each) => each.startsWith(word)));
  });
}

function wordsOf(text: string): string[] {
  const plain = text.toLocaleLowerCase("fr").normalize("NFD").replace(/\p{M}/gu, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
