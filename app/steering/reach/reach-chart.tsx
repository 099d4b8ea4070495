import type { Day } from "~/calendar/day";
import { shortDay } from "~/format/dates";
import { number } from "~/format/numbers";
import type { WeekReached } from "./reach";

interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Room for the labels at the right end. */
  readonly right: number;
}

const SIZES: readonly Size[] = [
  { name: "wide", width: 720, height: 280, right: 132 },
  { name: "narrow", width: 340, height: 250, right: 122 },
];
const [LEFT, TOP, BOTTOM] = [44, 16, 28] as const;
const LABEL_HEIGHT = 17;

interface Shown {
  readonly weeks: readonly WeekReached[];
  readonly lateFrom: Day | null;
}

/** Drawn for a desk and for a phone; the style sheet shows one of the two. */
export function ReachChart(shown: Shown) {
  return SIZES.map((size) => <Curves key={size.name} {...shown} size={size} />);
}

/** Visits asked for, and those of them that have a place, added up week after week; they part where it no longer fits. */
function Curves({ weeks, lateFrom, size }: Shown & { size: Size }) {
  const { width, height, right } = size;
  const asked = added(weeks.map(({ wanted }) => wanted));
  const all = asked.at(-1)!;
  const kept = asked.map((value, at) => Math.max(0, value - (weeks[at - 1]?.behind ?? 0)));
  const most = Math.max(1, all) * 1.08;
  const x = (at: number) => LEFT + ((width - LEFT - right) * at) / weeks.length;
  const y = (value: number) => height - BOTTOM - ((height - TOP - BOTTOM) * value) / most;
  const line = (values: readonly number[]) => values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const late = weeks.findIndex(({ weekOn }) => weekOn === lateFrom);
  const labels = [
    { text: `${number(Math.floor(kept.at(-1)!))} ont une place`, at: y(kept.at(-1)!), className: "reach-label-room" },
    { text: `${number(Math.round(all))} demandées`, at: y(all), className: "reach-label-asked" },
  ];
  if (Math.abs(labels[0]!.at - labels[1]!.at) < LABEL_HEIGHT) labels[0]!.at = labels[1]!.at + LABEL_HEIGHT;
  return (
    <svg
      className={`reach-chart reach-chart-${size.name}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="Visites demandées et visites qui ont une place, cumulées par semaine. Le tableau dit les mêmes chiffres."
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="reach-grid" x1={LEFT} x2={width - right} y1={y(all * share)} y2={y(all * share)} />
          <text className="reach-tick" x={LEFT - 8} y={y(all * share) + 4} textAnchor="end">
            {number(Math.round(all * share))}
          </text>
        </g>
      ))}
      <polygon className="reach-gap" points={[...line(asked), ...line(kept).reverse()].join(" ")} />
      <polyline className="reach-room" points={line(kept).join(" ")} />
      <polyline className="reach-asked" points={line(asked).join(" ")} />
      {late >= 0 && (
        <g>
          <line className="reach-late" x1={x(late)} x2={x(late)} y1={TOP} y2={height - BOTTOM} />
          <text className="reach-label-late" x={x(late) + 6} y={TOP + 8}>
            ne tient plus
          </text>
        </g>
      )}
      {labels.map(({ text, at, className }) => (
        <text key={text} className={className} x={width - right + 8} y={at + 4}>
          {text}
        </text>
      ))}
      {ends(weeks.length).map((at) => (
        <text key={at} className="reach-tick" x={x(at)} y={height - 8} textAnchor={at === 0 ? "start" : "middle"}>
          {shortDay(weeks[at]!.weekOn)}
        </text>
      ))}
    </svg>
  );
}

/** From nothing, one figure more at the end of each week. */
function added(values: readonly number[]): number[] {
  let sum = 0;
  return [
    0,
    ...values.map((value) => {
      sum += value;
      return sum;
    }),
  ];
}

const ends = (count: number) => [...new Set([0, Math.floor(count / 2), count - 1])];
