import { Link } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import { dayMonthYear, numericDay, relativeDay, shortDay } from "~/format/dates";
import { properCase } from "~/format/names";
import { french } from "~/format/typography";
import { Badge } from "~/ui/badge";
import type { MilestoneView } from "./board.server";
import { MilestoneActions } from "./milestone-actions";
import { amountOf, TO_CHECK } from "./milestone-words";

/** One date of the board: whose, what, when, how much; one gesture settles it. */
export function MilestoneLine({ milestone, today }: { milestone: MilestoneView; today: Day }) {
  const { contractId, name, town, title, dueOn, postponedFor, isDoubtful } = milestone;
  const amount = amountOf(milestone);
  return (
    <li className="milestone" data-row>
      <span className="milestone-when">
        <strong>{dueOn.slice(0, 4) === today.slice(0, 4) ? shortDay(dueOn) : numericDay(dueOn)}</strong>
        <span className={dueOn < today ? "milestone-late" : "soft small"}>{relativeDay(dueOn, today)}</span>
      </span>
      <span className="milestone-what">
        <span>
          <Link to={`/contrats/${contractId}`} className="milestone-name" data-row-link title={dayMonthYear(dueOn)}>
            {name}
          </Link>
          {town && <span className="soft small milestone-town">{properCase(town)}</span>}
        </span>
        <span>
          {title}
          {amount && <span className="soft tabular">, {amount}</span>}
        </span>
        {postponedFor && <span className="soft small">{french(`Reporté : ${postponedFor}`)}</span>}
        {isDoubtful && <Badge tone="doubt">Date {TO_CHECK}</Badge>}
      </span>
      <MilestoneActions milestone={milestone} today={today} />
    </li>
  );
}
