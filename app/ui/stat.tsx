import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { dayOf, type Instant } from "~/calendar/day";
import { dayAndMonth, timeOf } from "~/format/dates";

export type StatProps = {
  label: ReactNode;
  /** Already written the French way. */
  value: ReactNode;
  unit?: ReactNode;
  /** « du 1er au 23 novembre » */
  period?: ReactNode;
  source?: ReactNode;
  computedAt?: Instant;
  /** The rows that the figure counts. */
  to?: string | undefined;
};

export function Stat({ label, value, unit, period, source, computedAt, to }: StatProps) {
  return (
    <div className="stat">
      {to ? (
        <Link to={to} className="stat-label">
          {label}
        </Link>
      ) : (
        <span className="stat-label">{label}</span>
      )}
      <span className="stat-value">
        {value} {unit && <span className="stat-unit">{unit}</span>}
      </span>
      {period && <span className="stat-period">{period}</span>}
      {(source || computedAt) && (
        <span className="stat-source">
          {source}
          {source && computedAt && " · "}
          {computedAt && <ComputedAt instant={computedAt} />}
        </span>
      )}
    </div>
  );
}

/** No figure without its hour: « calculé le 24 novembre à 9 h 02 ». */
export function ComputedAt({ instant }: { instant: Instant }) {
  return (
    <time dateTime={new Date(instant).toISOString()}>
      calculé le {dayAndMonth(dayOf(instant))} à {timeOf(instant)}
    </time>
  );
}
