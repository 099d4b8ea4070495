import type { SerializeFrom } from "@remix-run/node";
import { useEffect, useRef, useState } from "react";
import type { Figures, FiguresAnswer } from "./figures.server";

/** Figures as they cross to the browser. */
export type ShownFigures = SerializeFrom<Figures>;

/** Between two ticks of a list of boxes: shorter counts what nobody looks at, longer is felt. */
const PAUSE_MS = 250;
const SILENT = "Le compte ne répond pas. Rien n'est perdu : réessayez dans un instant.";

/** The figures of what is on screen. A newer question aborts the older one, and an older answer never covers a newer one. */
export function useFigures(
  text: string,
  opened: { figures: ShownFigures | null; problem: string | null },
  segmentId: string | null,
) {
  const [shown, setShown] = useState(opened);
  const [isCounting, setCounting] = useState(false);
  const answered = useRef(text);
  useEffect(() => {
    if (answered.current === text) return setCounting(false);
    const abort = new AbortController();
    setCounting(true);
    const timer = setTimeout(async () => {
      const answer = await ask(text, segmentId, abort.signal);
      if (abort.signal.aborted) return;
      answered.current = text;
      setShown((before) =>
        answer.ok ? { figures: answer.figures, problem: null } : { figures: before.figures, problem: answer.why },
      );
      setCounting(false);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, segmentId]);
  return { ...shown, isCounting };
}

async function ask(text: string, segmentId: string | null, signal: AbortSignal): Promise<SerializeFrom<FiguresAnswer>> {
  const query = new URLSearchParams({ criteres: text, ...(segmentId === null ? {} : { segment: segmentId }) });
  try {
    const answer = await fetch(`/segments/chiffres?${query}`, { signal });
    return answer.ok ? ((await answer.json()) as SerializeFrom<FiguresAnswer>) : { ok: false, why: SILENT };
  } catch {
    return { ok: false, why: SILENT };
  }
}
