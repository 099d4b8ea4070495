import { useEffect, useRef } from "react";

/** A day was chosen: its times come into view, and the keyboard goes on from there. Not on arriving. */
export function useFollowingFocus(day: string) {
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(day);
  useEffect(() => {
    if (before.current === day) return;
    before.current = day;
    const time = body.current?.querySelector<HTMLElement>("input[name=minutes]:checked");
    (time ?? body.current)?.focus({ preventScroll: true });
    body.current?.closest("section")?.scrollIntoView({ block: "nearest" });
  }, [day]);
  return body;
}
