import { Link } from "@remix-run/react";
import type { CSSProperties, ReactNode } from "react";
import { number } from "~/format/numbers";

export type RowListProps = {
  label: string;
  /** How many states a row may show: their columns line up from row to row. */
  states?: number;
  children: ReactNode;
};

/** Things to open, best first. Prefer a table when people compare columns. */
export function RowList({ label, states = 1, children }: RowListProps) {
  return (
    <ul className="rows" style={{ "--states": states } as CSSProperties} aria-label={label} data-rows>
      {children}
    </ul>
  );
}

export type RowItemProps = {
  to: string;
  name: ReactNode;
  /** Beside the name, softly: place, specialty. */
  where?: ReactNode;
  /** Why this row is here, in one line. */
  reason?: ReactNode;
  /** At the right, in a fixed order: marks, badges, a day. */
  states?: readonly ReactNode[];
  rank?: number;
  /** A SelectBox. */
  select?: ReactNode;
};

export function RowItem({ to, name, where, reason, states, rank, select }: RowItemProps) {
  return (
    <li className="row" data-row>
      {rank !== undefined && <span className="row-rank">{number(rank)}</span>}
      {select && <span className="row-select">{select}</span>}
      <div className="row-main">
        <div className="row-lead">
          <Link to={to} className="row-name" data-row-link>
            {name}
          </Link>
          {where && <span className="row-where">{where}</span>}
        </div>
        {reason && <div className="row-reason">{reason}</div>}
      </div>
      {states && (
        <div className="row-states">
          {states.map((state, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a state is known by its place
            <span key={place}>{state}</span>
          ))}
        </div>
      )}
    </li>
  );
}
