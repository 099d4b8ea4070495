import { Marked } from "~/ui/mark-shapes";
import type { LoadState } from "./loads";
import type { Dot, Drawing } from "./map";
import { STATES } from "./words";

const SHOWN: readonly LoadState[] = ["over", "even", "under", "nobody"];

/** A drawing of what the list says: nothing is read here that is not written there. */
export function SectorMap({ map }: { map: Drawing }) {
  const states = SHOWN.filter((state) => map.dots.some((dot) => dot.state === state));
  return (
    <figure className="sector-map">
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label="Communes de la caisse, selon la charge de leur secteur. Le tableau dit la même chose."
      >
        <path className="sector-map-land" d={map.land} fillRule="evenodd" />
        {map.dots.map((dot) => (
          <Spot key={dot.code} dot={dot} />
        ))}
        {map.names.map(({ id, text, x, y }) => (
          <text key={id} className="sector-map-name" x={x} y={y} textAnchor={anchorAt(x, map.width)}>
            {text}
          </text>
        ))}
      </svg>
      <figcaption className="cluster small">
        {states.map((state) => (
          <Marked key={state} shape={STATES[state].shape} tone={STATES[state].tone}>
            {STATES[state].label}
          </Marked>
        ))}
        {map.dots.some(({ moves }) => moves) && <span>Cerclée : changerait de secteur</span>}
        <span className="soft">La taille dit les heures de travail.</span>
      </figcaption>
    </figure>
  );
}

function Spot({ dot: { x, y, size, state, moves } }: { dot: Dot }) {
  const diamond = `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`;
  return (
    <g className={`spot spot-${state}`}>
      {state === "even" ? <circle cx={x} cy={y} r={size * 0.85} /> : <path d={diamond} />}
      {moves && <circle className="spot-moves" cx={x} cy={y} r={size + 4} />}
    </g>
  );
}

/** A name that begins near an edge stays inside. */
function anchorAt(x: number, width: number): "start" | "middle" | "end" {
  if (x < width * 0.2) return "start";
  return x > width * 0.8 ? "end" : "middle";
}
