import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useToast } from "~/ui/toast";

export type Act = (fields: Readonly<Record<string, string>>) => void;

interface Answer {
  readonly done?: string;
  readonly error?: string;
  readonly undo?: Readonly<Record<string, string>>;
}

/** Sends what is done to the week from its page; the answer is told, and taken back from there. */
export function useWeekActs(weekOn: string): { act: Act; isBusy: boolean } {
  const fetcher = useFetcher<Answer>();
  const say = useToast();
  const act: Act = (fields) =>
    fetcher.submit({ ...fields, weekOn }, { method: "post", action: `/visites/semaine?semaine=${weekOn}` });
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once an answer
  useEffect(() => {
    const { done, error, undo } = fetcher.data ?? {};
    if (error) say({ text: error, tone: "danger" });
    else if (done) say({ text: done, ...(undo ? { undo: () => act({ ...undo, intent: "put-back" }) } : {}) });
  }, [fetcher.data]);
  return { act, isBusy: fetcher.state !== "idle" };
}
