import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useToast } from "~/ui/toast";
import { type FactReply, factFetcher } from "./fact-form";

/** Says what was recorded, and offers to take it back; a refusal of the form stands in the form itself. */
export function AnswerMessages({ doctorId }: { doctorId: number }) {
  const say = useToast();
  const answered = useFetcher<FactReply>({ key: factFetcher(doctorId) }).data;
  const undoing = useFetcher<FactReply>({ key: `undo-${doctorId}` });

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!answered || "error" in answered) return;
    const { done, undo } = answered;
    const takeBack = () =>
      undoing.submit(
        { intent: "undo", ...(undo as Record<string, string>) },
        { method: "post", action: `/medecins/${doctorId}` },
      );
    say(undo ? { text: done, undo: takeBack } : { text: done });
  }, [answered]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one message an answer of the server
  useEffect(() => {
    if (!undoing.data) return;
    say("error" in undoing.data ? { text: undoing.data.error, tone: "danger" } : { text: undoing.data.done });
  }, [undoing.data]);

  return null;
}
