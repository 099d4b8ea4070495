import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useReducer, useRef, useState } from "react";
import { useToast } from "~/ui/toast";
import type { Acted } from "./acting.server";
import type { Letter } from "./block";
import { draftOf, edited, letterOfDraft } from "./editing";
import { readKept, sameWords } from "./kept-draft";

interface RefusedLetter {
  readonly error: string;
  readonly fields: Record<string, string[]>;
}

export interface LetterAsOpened {
  readonly id: string;
  readonly name: string;
  readonly content: Letter;
  readonly revision: number;
  readonly takenFrom: number | null;
  readonly nextTrial: string;
  readonly mayWrite: boolean;
}

/** The letter on the desk: what is typed, what is saved, and what is kept on this device in between. */
export function useLetter(opened: LetterAsOpened) {
  const { id, name, content, revision, takenFrom, nextTrial, mayWrite } = opened;
  const [draft, edit] = useReducer(edited, undefined, () => draftOf(name, content));
  const [seen, setSeen] = useState(revision);
  const [saved, setSaved] = useState({ name, letter: content });
  const [isRecovered, setRecovered] = useState(false);
  const written = { name: draft.name, letter: letterOfDraft(draft) };
  const isTouched = !sameWords(written, saved);
  const isUnsaved = mayWrite && (takenFrom !== null || isTouched);

  const storageKey = `tandem-lettre-${id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => {
    const kept = mayWrite && takenFrom === null ? readKept(localStorage.getItem(storageKey)) : null;
    if (!kept || sameWords(kept, saved)) return;
    edit({ act: "replace", name: kept.name, letter: kept.letter });
    setSeen(kept.seen);
    setRecovered(true);
  }, []);
  const json = JSON.stringify({ ...written, seen });
  useEffect(() => {
    if (!mayWrite) return;
    const timer = setTimeout(() => {
      if (isTouched) localStorage.setItem(storageKey, json);
      else localStorage.removeItem(storageKey);
    }, 300);
    return () => clearTimeout(timer);
  }, [json, isTouched, mayWrite, storageKey]);

  const saving = useSaving(id, {
    onSaved: (words, now) => {
      setSaved(words);
      setSeen(now);
      setRecovered(false);
    },
  });
  return {
    draft,
    edit,
    letter: written.letter,
    isUnsaved,
    isRecovered,
    /** Somebody saved another version since this one was opened. */
    isOvertaken: revision > seen,
    isSaving: saving.isSaving,
    refused: saving.refused,
    save: () => saving.submit({ intent: "save", ...written, seen }),
    tryFor: (doctorId: number | null) =>
      saving.submit({ intent: "try", ...written, seen, trial: nextTrial, doctor: String(doctorId ?? "") }),
    /** The words on the screen become the next version; the other one stays among the versions. */
    keepMine: () => setSeen(revision),
    takeTheirs: () => {
      edit({ act: "replace", name, letter: content });
      setSaved({ name, letter: content });
      setSeen(revision);
      setRecovered(false);
    },
  };
}

interface Words {
  readonly name: string;
  readonly letter: Letter;
}

interface Submitted extends Words {
  readonly intent: "save" | "try";
  readonly seen: number;
  readonly trial?: string;
  readonly doctor?: string;
}

function useSaving(id: string, { onSaved }: { onSaved: (words: Words, revision: number) => void }) {
  const fetcher = useFetcher<Acted | RefusedLetter>();
  const navigate = useNavigate();
  const say = useToast();
  const sent = useRef<Words | null>(null);
  const { data } = fetcher;

  // biome-ignore lint/correctness/useExhaustiveDependencies: one consequence an answer of the server
  useEffect(() => {
    if (!data || "error" in data || "goTo" in data || !sent.current) return;
    onSaved(sent.current, data.revision);
    say({ text: data.isTried ? "L'essai est demandé." : `Version ${data.revision} enregistrée.` });
    if (window.location.search !== "") navigate(`/lettres/${id}`, { replace: true, preventScrollReset: true });
  }, [data]);

  return {
    isSaving: fetcher.state !== "idle",
    refused: data && "error" in data ? data : undefined,
    submit({ letter, seen, ...rest }: Submitted) {
      if (fetcher.state !== "idle") return;
      sent.current = { name: rest.name, letter };
      const fields = { ...rest, letter: JSON.stringify(letter), seen: String(seen) };
      fetcher.submit(fields, { method: "post", action: `/lettres/${id}` });
    },
  };
}
