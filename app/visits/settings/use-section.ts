import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useToast } from "~/ui/toast";

/** What the page answers to a form: done, with what takes it back, or refused. */
export type Reply =
  | { done: string; undo: Readonly<Record<string, string | readonly string[]>> | null; clashes?: readonly string[] }
  | { error: string; fields: Record<string, string[]> };

export const SETTINGS = "/visites/reglages";

/**
 * One part of the settings: its form, its refusals, and a message with « Annuler » after each change. The part outlives
 * its rows, so that what removed a row can still be undone.
 */
export function useSection(key: string, onDone?: () => void) {
  const say = useToast();
  const fetcher = useFetcher<Reply>({ key: `settings-${key}` });
  const undoing = useFetcher<Reply>({ key: `settings-undo-${key}` });
  const [generation, setGeneration] = useState(0);
  const [startedBy, setStartedBy] = useState(key);
  const { data } = fetcher;
  const refused = data && "error" in data ? data : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!data || "error" in data) return;
    onDone?.();
    const { done, undo } = data;
    say(
      undo
        ? { text: done, undo: () => undoing.submit(formOf(undo), { method: "post", action: SETTINGS }) }
        : { text: done },
    );
  }, [data]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server, once the page shows it
  useEffect(() => {
    if (undoing.state !== "idle" || !undoing.data) return;
    if ("error" in undoing.data) return say({ text: undoing.data.error, tone: "danger" });
    say({ text: "Rétabli comme avant." });
    setGeneration((before) => before + 1);
  }, [undoing.state, undoing.data]);

  return {
    fetcher,
    isBusy: fetcher.state !== "idle",
    refused,
    clashes: data && "done" in data ? (data.clashes ?? []) : [],
    /** Which form of the part was sent last: refusals stand in that one. */
    startedBy,
    start: setStartedBy,
    /** Changes when the values were put back: inputs begin anew. */
    generation,
  };
}

export type Section = ReturnType<typeof useSection>;

function formOf(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of typeof value === "string" ? [value] : value) form.append(name, each);
  }
  return form;
}
