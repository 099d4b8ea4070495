import { number, percent } from "~/format/numbers";
import type { StageFigures } from "~/funnel/figures";
import { PLACE_LABELS, type Place, placesShown } from "~/funnel/place";

interface Column {
  readonly name: string;
  readonly figures: readonly StageFigures[] | null;
}

interface Size {
  readonly name: string;
  readonly width: number;
  /** Room for the names of the stages, and for the figures after the longest bar. */
  readonly left: number;
  readonly right: number;
}

const SIZES: readonly Size[] = [
  { name: "wide", width: 760, left: 150, right: 150 },
  { name: "narrow", width: 340, left: 112, right: 96 },
];
const [BAR, GAP] = [18, 12] as const;

/**
 * Bars by stage, one or two. Length goes with the square root: a funnel from three thousand to ten stays readable, and the
 * figures stand beside. The table below says the same.
 */
export function FunnelChart({ columns }: { columns: readonly Column[] }) {
  const shown = columns.filter(({ figures }) => figures !== null);
  if (shown.length === 0) return null;
  return SIZES.map((size) => <Bars key={size.name} columns={shown} size={size} />);
}

function Bars({ columns, size }: { columns: readonly Column[]; size: Size }) {
  const { width, left, right } = size;
  const places = placesShown(columns);
  const row = BAR * columns.length + GAP;
  const most = Math.max(1, ...columns.flatMap(({ figures }) => figures!.map(({ doctors }) => doctors ?? 0)));
  const long = (doctors: number) => (width - left - right) * Math.sqrt(doctors / most);
  return (
    <svg
      className={`funnel-chart funnel-chart-${size.name}`}
      viewBox={`0 0 ${width} ${places.length * row}`}
      role="img"
      aria-label={`Médecins par étape : ${columns.map((column) => sayOf(column)).join(" ; ")}`}
    >
      {places.map((place, at) => (
        <g key={place} transform={`translate(0 ${at * row})`}>
          <text x={left - 10} y={(BAR * columns.length) / 2 + 5} textAnchor="end">
            {SHORT[place] ?? PLACE_LABELS[place]}
          </text>
          {columns.map(({ name, figures }, which) => {
            const { doctors, conversion } = figures!.find((row) => row.place === place)!;
            const y = which * BAR;
            return (
              <g key={name}>
                <rect
                  className={`funnel-bar funnel-bar-${which}`}
                  x={left}
                  y={y + 1}
                  width={Math.max(doctors ? 2 : 0, long(doctors ?? 0))}
                  height={BAR - 2}
                  rx={3}
                />
                <text x={left + long(doctors ?? 0) + 8} y={y + BAR - 4}>
                  {doctors === null ? "moins de 11" : number(doctors)}
                  {conversion !== null && at > 0 && <tspan className="funnel-soft"> {percent(conversion, 0)}</tspan>}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** Where the name in full does not fit. */
const SHORT: Partial<Record<Place, string>> = { simulated: "simulation" };

const sayOf = ({ name, figures }: Column) =>
  `${name}, ${figures!.map(({ place, doctors }) => `${PLACE_LABELS[place]} ${doctors ?? "moins de 11"}`).join(", ")}`;
