import { Link } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import { relativeDay } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import type { MilestoneView } from "./board.server";

interface BoardSummaryProps {
  readonly board: {
    readonly counts: { readonly late: number; readonly month: number; readonly next: number };
    readonly first: readonly MilestoneView[];
  };
  readonly today: Day;
}

/** What the contracts ask for, in three figures and the first lines. */
export function BoardSummary({ board: { counts, first }, today }: BoardSummaryProps) {
  if (first.length === 0) return null;
  return (
    <section className="panel board-summary" aria-label="Échéances">
      <Link to="/echeances" className="board-figures">
        <Figure count={counts.late} words="en retard" isLate={counts.late > 0} />
        <Figure count={counts.month} words="ce mois-ci" />
        <Figure count={counts.next} words="ensuite" />
      </Link>
      <ul className="board-first">
        {first.map(({ id, contractId, name, title, dueOn }) => (
          <li key={id}>
            <Link to={`/contrats/${contractId}`}>{name}</Link>{" "}
            <span className="soft">{french(`${title}, ${relativeDay(dueOn, today)}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figure({ count, words, isLate = false }: { count: number; words: string; isLate?: boolean }) {
  return (
    <span className={isLate ? "board-figure board-figure-late" : "board-figure"}>
      <strong className="tabular">{number(count)}</strong>
      <span>{words}</span>
    </span>
  );
}
