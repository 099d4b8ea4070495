import type { FranceMap } from "./france";
import type { Measure, Told } from "./measures";
import { fillOf, NationPatterns } from "./nation-patterns";
import { classText, toldText } from "./wording";

interface Props {
  readonly map: FranceMap;
  readonly measure: Measure;
  readonly ends: readonly number[];
  readonly rows: readonly { code: string; names: string; told: Told; rank: number | null }[];
  readonly label: string;
}

/** A drawing of what the table says: nothing is read here that is not written there. */
export function NationMap({ map, measure, ends, rows, label }: Props) {
  const known = new Map(rows.map((row) => [row.code, row]));
  return (
    <figure className="nation-map">
      <svg viewBox={`-2 -2 ${map.width + 4} ${map.height + 4}`} role="img" aria-label={label}>
        <NationPatterns />
        {map.shapes.map(({ code, d }) => {
          const row = known.get(code);
          return (
            <path
              key={d}
              className="nation-shape"
              d={d}
              fillRule="evenodd"
              fill={fillOf(row ? row.rank : 0, ends.length)}
            >
              <title>{row ? `${code} ${row.names} : ${toldText(measure, row.told)}` : code}</title>
            </path>
          );
        })}
        {map.insets.map(({ label: name, x, y, side }) => (
          <g key={name} className="nation-inset">
            <rect x={x} y={y} width={side} height={side} />
            <text x={x + side / 2} y={y + side + 16} textAnchor="middle">
              {name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="nation-legend small">
        {ends.map((end, at) => (
          <Key key={end} rank={at + 1} classes={ends.length} words={classText(measure, ends, at + 1)} />
        ))}
        {rows.some(({ rank }) => rank === 0) && (
          <Key rank={0} classes={ends.length} words={classText(measure, ends, 0)} />
        )}
        {rows.some(({ rank }) => rank === null) && <Key rank={null} classes={ends.length} words="non montré" />}
      </figcaption>
    </figure>
  );
}

function Key({ rank, classes, words }: { rank: number | null; classes: number; words: string }) {
  return (
    <span className="nation-key">
      <svg width="22" height="16" aria-hidden="true">
        <rect className="nation-shape" x="1" y="1" width="20" height="14" fill={fillOf(rank, classes)} />
      </svg>
      {words}
    </span>
  );
}
