import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useToast } from "./toast";

/** What an act answers: what was done, and the form that would take it back. */
type Reply = { readonly said: string; readonly undo?: Record<string, string> | null } | { readonly error: string };

export interface UndoMessagesProps {
  /** Key of the fetcher through which the act was sent. */
  act: string;
  /** Where the undo is posted; by default to the page itself. */
  action?: string;
}

/** Says what was done and offers to take it back: the line that was acted on is often gone by then. */
export function UndoMessages({ act, action }: UndoMessagesProps) {
  const say = useToast();
  const { data: done } = useFetcher<Reply>({ key: act });
  const undoing = useFetcher<Reply>({ key: `${act}-retour` });

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!done) return;
    if ("error" in done) return say({ text: done.error, tone: "danger" });
    const { said, undo } = done as Exclude<Reply, { error: string }>;
    const takeBack = () => undo && undoing.submit(undo, { method: "post", ...(action ? { action } : {}) });
    say(undo ? { text: said, undo: takeBack } : { text: said });
  }, [done]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!undoing.data) return;
    const { data } = undoing;
    say("error" in data ? { text: data.error as string, tone: "danger" } : { text: data.said as string });
  }, [undoing.data]);

  return null;
}
