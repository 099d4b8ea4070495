import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useToast } from "~/ui/toast";
import type { Done } from "./judging.server";

export const RETURN_FETCHER = "retours";

type Reply = Done | { error: string };

/** Says what was done and offers to take it back: the letter that was acted on is gone from the list by then. */
export function ReturnMessages() {
  const say = useToast();
  const fetcher = useFetcher<Reply>({ key: RETURN_FETCHER });
  const undoing = useFetcher<Reply>({ key: `${RETURN_FETCHER}-annuler` });

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!fetcher.data) return;
    if ("error" in fetcher.data) return say({ text: fetcher.data.error, tone: "danger" });
    const { said, undo } = fetcher.data;
    say(undo ? { text: said, undo: () => undoing.submit(undo, { method: "post" }) } : { text: said });
  }, [fetcher.data]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!undoing.data) return;
    say("error" in undoing.data ? { text: undoing.data.error, tone: "danger" } : { text: undoing.data.said });
  }, [undoing.data]);

  return null;
}
