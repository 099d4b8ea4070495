import { french } from "~/format/typography";
import { MarkShape, type Shape } from "~/ui/mark-shapes";
import { LEVEL_LABELS, type Level } from "./level";

const ZONES: readonly { shape: Shape; words: string }[] = [
  { shape: "diamond-full", words: "ZIP" },
  { shape: "diamond-half", words: "ZAC" },
  { shape: "diamond-hollow", words: "ni l'une ni l'autre" },
];
const LEVELS: readonly Level[] = ["promised", "due", "later"];

/** What the drawings mean; open at first where there is room. */
export function MapLegend({ hasBase }: { hasBase: boolean }) {
  return (
    <details className="map-legend no-print">
      <summary>Légende</summary>
      <ul className="cluster">
        {ZONES.map(({ shape, words }) => (
          <li key={shape} className="marked">
            <MarkShape shape={shape} />
            {words}
          </li>
        ))}
        {LEVELS.map((level) => (
          <li key={level} className={`marked map-level map-level-${level}`}>
            <MarkShape shape="diamond-full" />
            {LEVEL_LABELS[level]}
          </li>
        ))}
      </ul>
      <p className="small soft">
        {french(
          `Un nombre dans une pastille : plusieurs médecins à la même adresse, ou dont seule la commune est connue ; ils sont alors dessinés ensemble au centre de la commune. Un nombre dans un cercle : plusieurs lieux, à démêler en rapprochant la carte. Les tournées sont tracées à vol d'oiseau${hasBase ? ", de votre point de départ et jusqu'à lui" : ""}. Votre position n'est jamais demandée.`,
        )}
      </p>
    </details>
  );
}
