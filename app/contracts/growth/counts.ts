import type { Day } from "~/calendar/day";
import type { Measure } from "./path";
import type { Count } from "./projection";

interface Row {
  readonly id: string | null;
  readonly on: Day;
  readonly mt: number | null;
  readonly fa: number | null;
}

/** The counts of one measure, one a day: the caisse's own file goes before what was said. */
export function countsOf(rows: readonly Row[], measure: Measure, startsOn: Day, today: Day): Count[] {
  const byDay = new Map<Day, Count & { isTyped: boolean }>();
  for (const { id, on, mt, fa } of rows) {
    const value = measure === "MT" ? mt : fa;
    if (value === null || on < startsOn || on > today) continue;
    const known = byDay.get(on);
    if (known && !known.isTyped) continue;
    byDay.set(on, { on, value, isTyped: id !== null });
  }
  return [...byDay.values()].map(({ on, value }) => ({ on, value })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Groups of fewer are never exported: one of them could be recognised. */
const SMALLEST = 11;

export function exported(count: number | null): number | string | null {
  return count !== null && count < SMALLEST ? `moins de ${SMALLEST}` : count;
}
