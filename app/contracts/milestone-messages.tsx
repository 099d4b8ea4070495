import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useToast } from "~/ui/toast";
import type { MilestoneWorked } from "./board.server";

export const MILESTONE_FETCHER = "echeance";
/** Milestones are worked on from several pages, always at one address. */
export const MILESTONES_AT = "/echeances";

type Reply = MilestoneWorked | { error: string };

/** Says what was done and offers to take it back: the line that was acted on is gone by then. */
export function MilestoneMessages() {
  const say = useToast();
  const fetcher = useFetcher<Reply>({ key: MILESTONE_FETCHER });
  const undoing = useFetcher<Reply>({ key: `${MILESTONE_FETCHER}-retour` });

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!fetcher.data) return;
    if ("error" in fetcher.data) return say({ text: fetcher.data.error, tone: "danger" });
    const { said, undo } = fetcher.data;
    const takeBack = () => undo && undoing.submit(undo, { method: "post", action: MILESTONES_AT });
    say(undo ? { text: said, undo: takeBack } : { text: said });
  }, [fetcher.data]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!undoing.data) return;
    say("error" in undoing.data ? { text: undoing.data.error, tone: "danger" } : { text: undoing.data.said });
  }, [undoing.data]);

  return null;
}
