import { useEffect, useRef } from "react";
import { useToast } from "~/ui/toast";

interface Refused {
  error: string;
  fields: Record<string, string[]>;
}

export type TabReply = { done: string } | Refused;

/** Says what was done, once an answer; hands a refusal back to its form. */
export function useTabReply(reply: TabReply | undefined, onDone?: () => void): Refused | undefined {
  const say = useToast();
  const after = useRef(onDone);
  after.current = onDone;
  useEffect(() => {
    if (!reply || !("done" in reply)) return;
    say({ text: reply.done });
    after.current?.();
  }, [reply, say]);
  return reply && "error" in reply ? reply : undefined;
}
