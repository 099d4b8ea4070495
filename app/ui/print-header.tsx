import type { ReactNode } from "react";
import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { Mark } from "./mark";

/** Seen on paper only: who speaks, what it is, when it was printed. */
export function PrintHeader({ fund, title, printedOn }: { fund: string; title: ReactNode; printedOn: Day }) {
  return (
    <div className="print-header">
      <Mark />
      <div>
        <div className="bold">{title}</div>
        <div>{fund}</div>
      </div>
      <div>{dayMonthYear(printedOn)}</div>
    </div>
  );
}
