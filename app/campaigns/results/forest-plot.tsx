import { signed } from "~/format/numbers";
import { forestScale } from "./forest";
import type { Interval } from "./interval";

export interface ForestRow {
  readonly id: string;
  readonly name: string;
  readonly difference: number;
  readonly interval: Interval | null;
}

/** Percent of the width left on each side, so that the figures at both ends are whole. */
const EDGE = 6;

/** One line a campaign under a common scale; the table below says the same in figures. */
export function ForestPlot({ rows, label }: { rows: readonly ForestRow[]; label: string }) {
  const { from, to, ticks } = forestScale(rows.flatMap(({ interval }) => (interval ? [interval] : [])));
  const x = (value: number) => EDGE + ((value - from) / (to - from)) * (100 - 2 * EDGE);
  return (
    <figure className="forest" aria-label={label}>
      <div className="forest-lines" aria-hidden="true">
        {rows.map(({ id, name, difference, interval }) => (
          <div key={id} className="forest-line">
            <span className="forest-name">{name}</span>
            {interval ? (
              <svg aria-hidden="true" className="forest-plot" height="24">
                <line className="forest-zero" x1={`${x(0)}%`} x2={`${x(0)}%`} y1="0" y2="24" />
                <line className="forest-span" x1={`${x(interval.low)}%`} x2={`${x(interval.high)}%`} y1="12" y2="12" />
                <line className="forest-end" x1={`${x(interval.low)}%`} x2={`${x(interval.low)}%`} y1="7" y2="17" />
                <line className="forest-end" x1={`${x(interval.high)}%`} x2={`${x(interval.high)}%`} y1="7" y2="17" />
                <circle className="forest-dot" cx={`${x(difference)}%`} cy="12" r="5" />
              </svg>
            ) : (
              <span className="forest-none soft small">pas assez de données</span>
            )}
          </div>
        ))}
        <div className="forest-line">
          <span className="forest-name" />
          <svg aria-hidden="true" className="forest-plot" height="20">
            {ticks.map((tick) => (
              <text key={tick} className="forest-tick" x={`${x(tick)}%`} y="14" textAnchor="middle">
                {Math.abs(tick) < 1e-9 ? "0" : tickText(tick)}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <figcaption className="soft small">{label}</figcaption>
    </figure>
  );
}

function tickText(tick: number): string {
  const points = tick * 100;
  return Number.isInteger(Math.round(points * 1e6) / 1e6) ? signed(points) : signed(points, 1);
}
