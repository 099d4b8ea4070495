import { number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Pace } from "./targets";

const SIZES = [
  { name: "wide", width: 520 },
  { name: "narrow", width: 310 },
] as const;
const [BAR, ROW, LABELS, FIGURES] = [16, 44, 18, 64] as const;

/** Two bars one above the other: if the lower one is shorter, work is behind time. Its sentence says the same. */
export function PaceBars({ pace, work }: { pace: Pace; work: string }) {
  const rows = [
    { label: "Temps écoulé", share: pace.time, kind: "time" },
    { label: work, share: pace.work, kind: "work" },
  ];
  return SIZES.map(({ name, width }) => (
    <svg
      key={name}
      className={`pace pace-${name}`}
      viewBox={`0 0 ${width} ${2 * ROW}`}
      role="img"
      aria-label={`Temps écoulé ${percent(pace.time, 0)}, ${work} ${percent(pace.work, 0)}`}
    >
      {rows.map(({ label, share, kind }, at) => (
        <g key={kind} transform={`translate(0 ${at * ROW})`}>
          <text y={13}>{label}</text>
          <rect className="pace-track" y={LABELS} width={width - FIGURES} height={BAR} rx={4} />
          <rect
            className={`pace-${kind}`}
            y={LABELS}
            width={(width - FIGURES) * Math.min(1, share)}
            height={BAR}
            rx={4}
          />
          <text className="pace-figure" x={width} y={LABELS + 13} textAnchor="end">
            {percent(share, 0)}
          </text>
        </g>
      ))}
    </svg>
  ));
}

/** « 1 204 médecins rencontrés sur 2 000 : 12 points de retard » */
export function paceSentence({ done, target, lead }: Pace, of: string): string {
  const points = `${number(Math.abs(lead))} ${Math.abs(lead) > 1 ? "points" : "point"}`;
  const where = lead === 0 ? "au rythme prévu" : lead > 0 ? `${points} d'avance` : `${points} de retard`;
  return french(`${number(done)} ${of} sur ${number(target)} : ${where}`);
}
