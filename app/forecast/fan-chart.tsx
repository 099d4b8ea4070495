import { shortDay } from "~/format/dates";
import { number } from "~/format/numbers";
import type { Foreseen } from "./forecast";

interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Room for the labels at the right end. */
  readonly right: number;
}

const SIZES: readonly Size[] = [
  { name: "wide", width: 720, height: 280, right: 108 },
  { name: "narrow", width: 340, height: 260, right: 104 },
];
const [LEFT, TOP, BOTTOM] = [44, 16, 28] as const;

interface Shown {
  readonly told: Foreseen;
  readonly tried: Foreseen | null;
  readonly target: number;
}

/** Drawn for a desk and for a phone, so that its words keep their size; the style sheet shows one of the two. */
export function FanChart(shown: Shown) {
  return SIZES.map((size) => <Fan key={size.name} {...shown} size={size} />);
}

/** The interval that opens with time, the target across it; a scenario as a second line. The table below says the same. */
function Fan({ told, tried, target, size }: Shown & { size: Size }) {
  const { width, height, right } = size;
  const start = { day: told.asof, low: told.signed, middle: told.signed, high: told.signed };
  const fan = [start, ...told.fan];
  const most = Math.max(target, tried?.atDeadline.middle ?? 0, ...fan.map(({ high }) => high));
  const least = Math.min(told.signed, target) * 0.9;
  const x = (at: number) => LEFT + ((width - LEFT - right) * at) / (fan.length - 1);
  const y = (value: number) => height - BOTTOM - ((height - TOP - BOTTOM) * (value - least)) / (most * 1.05 - least);
  const line = (values: readonly number[]) => values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const band = [...line(fan.map(({ high }) => high)), ...line(fan.map(({ low }) => low)).reverse()];
  const last = fan.length - 1;
  const labels = apart([
    { text: `${number(told.atDeadline.high)} au plus`, at: y(told.atDeadline.high), kind: "soft" },
    { text: `${number(told.atDeadline.middle)} au milieu`, at: y(told.atDeadline.middle), kind: "bold" },
    { text: `${number(told.atDeadline.low)} au moins`, at: y(told.atDeadline.low), kind: "soft" },
    { text: `${number(target)}, la cible`, at: y(target), kind: "target" },
    ...(tried
      ? [{ text: `${number(tried.atDeadline.middle)}, scénario`, at: y(tried.atDeadline.middle), kind: "tried" }]
      : []),
  ]);
  return (
    <svg
      className={`fan-chart fan-chart-${size.name}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={sayOf(told, target)}
    >
      {ticks(least, most).map((value) => (
        <g key={value}>
          <line className="fan-grid" x1={LEFT} x2={width - right} y1={y(value)} y2={y(value)} />
          <text className="fan-tick" x={LEFT - 8} y={y(value) + 4} textAnchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      <polygon className="fan-band" points={band.join(" ")} />
      <polyline className="fan-middle" points={line(fan.map(({ middle }) => middle)).join(" ")} />
      {tried && (
        <polyline
          className="fan-tried"
          points={line([told.signed, ...tried.fan.map(({ middle }) => middle)]).join(" ")}
        />
      )}
      <line className="fan-target" x1={LEFT} x2={width - right} y1={y(target)} y2={y(target)} />
      {labels.map(({ text, at, kind }) => (
        <text key={text} className={`fan-label fan-label-${kind}`} x={width - right + 8} y={at + 4}>
          {text}
        </text>
      ))}
      {[0, Math.round(last / 2), last].map((at) => (
        <text
          key={at}
          className="fan-tick"
          x={x(at)}
          y={height - 8}
          textAnchor={at === 0 ? "start" : at === last ? "end" : "middle"}
        >
          {shortDay(fan[at]!.day)}
        </text>
      ))}
    </svg>
  );
}

const sayOf = ({ atDeadline: { low, middle, high } }: Foreseen, target: number) =>
  `Contrats prévus à l'échéance : ${middle} au milieu, de ${low} à ${high} ; cible ${target}.`;

/** Three or four round numbers. */
function ticks(least: number, most: number): number[] {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = Math.max(1, [1, 2, 5, 10].find((times) => times * power >= rough)! * power);
  const first = Math.ceil(least / step);
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, at) => (first + at) * step);
}

const LABEL_HEIGHT = 17;

/** Labels at the right end, from the top, none on another. */
function apart<Label extends { at: number }>(labels: readonly Label[]): Label[] {
  let above = Number.NEGATIVE_INFINITY;
  return [...labels]
    .sort((a, b) => a.at - b.at)
    .map((label) => {
      above = Math.max(label.at, above + LABEL_HEIGHT);
      return { ...label, at: above };
    });
}
