import { dayMonthYear, shortDay } from "~/format/dates";
import { number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { drawn, HEIGHT, WIDTH } from "./drawing";
import type { Path } from "./path";
import type { Band } from "./peers";
import type { Count, Projection } from "./projection";

interface GrowthChartProps {
  readonly path: Path;
  readonly counts: readonly Count[];
  readonly peers: Band;
  readonly national: { readonly on: string; readonly value: number } | null;
  readonly projection: Projection | null;
  readonly today: string;
  /** What the drawing says, in one sentence. */
  readonly message: string;
}

/** Lines told apart by their shape, readable in black and white; the table beside it holds the same figures. */
export function GrowthChart(props: GrowthChartProps) {
  const { path, peers, national, projection, message } = props;
  const picture = drawn(props);
  const { goal, projection: ahead } = picture;
  // Moved back by its own share, a label stays within the drawing at both ends.
  const due = `${picture.dueAt / (WIDTH / 100)}%`;
  return (
    <figure className="growth-figure">
      <div className="growth-plot">
        <div className="growth-scale" aria-hidden="true">
          <span>{number(picture.most)}</span>
          <span>{number(picture.least)}</span>
        </div>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={message}>
          {picture.peers && <path className="growth-peers" d={picture.peers} />}
          <path className="growth-due" d={`M${picture.dueAt} 0V${HEIGHT}`} />
          {picture.today !== null && <path className="growth-today" d={`M${picture.today} 0V${HEIGHT}`} />}
          {picture.national && <path className="growth-national" d={picture.national} />}
          {goal && <path className="growth-goal" d={goal} />}
          {ahead && <path className="growth-ahead" d={ahead.line} />}
          {ahead && <path className="growth-span" d={ahead.span} />}
          {ahead && <path className="growth-ahead-dot" d={ahead.dot} />}
          <path className="growth-counts" d={picture.counts} />
          {picture.dots.map((dot) => (
            <path key={dot} className="growth-dot" d={dot} />
          ))}
        </svg>
        <div className="growth-days" aria-hidden="true">
          <span>{dated(picture.from)}</span>
          <span>{dated(picture.to)}</span>
          <span className="growth-due-day" style={{ insetInlineStart: due, transform: `translateX(-${due})` }}>
            {french(`échéance : ${dated(path.dueOn)}`)}
          </span>
        </div>
      </div>
      <figcaption>
        <ul className="growth-legend">
          <li className="key-counts">Comptages</li>
          {goal && <li className="key-goal">Trajectoire vers l'objectif</li>}
          {projection && (
            <li className="key-ahead">
              {french(
                `Au rythme observé : ${number(projection.value)} le ${dayMonthYear(projection.on)}, entre ${number(projection.low)} et ${number(projection.high)}`,
              )}
            </li>
          )}
          {peers.isEnough && (
            <li className="key-peers">
              {french(
                `La moitié des ${peers.doctors} médecins de la même tranche que vous suivez : de ${rate(peers.low)} à ${rate(peers.high)} par an`,
              )}
            </li>
          )}
          {national && (
            <li className="key-national">
              {french("Moyenne nationale : +19,5 % en 4 ans, 402 généralistes (Cnam, décembre 2024)")}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );
}

function dated(day: string): string {
  return `${shortDay(day)} ${day.slice(0, 4)}`;
}

function rate(share: number): string {
  return share > 0 ? `+${percent(share)}` : percent(share);
}
