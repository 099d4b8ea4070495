import type { SerializeFrom } from "@remix-run/node";
import { french } from "~/format/typography";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { Panel } from "~/ui/panel";
import { ComputedAt } from "~/ui/stat";
import { Table } from "~/ui/table";
import { MEASURE_WORDS, MEASURES, type Measure } from "./measures";
import "./nation.css";
import type { nationFigures } from "./nation.server";
import { NationMap } from "./nation-map";
import { HIDDEN_NOTE, toldText } from "./wording";

type Figures = SerializeFrom<typeof nationFigures>;

interface Props {
  readonly figures: Figures;
  /** Where a measure is chosen. */
  readonly addressOf: (slug: string) => string;
}

/** One measure over the country: the map, and the same in a table. */
export function NationPanel({ figures, addressOf }: Props) {
  const { measure, computedAt } = figures;
  const { slug, what } = MEASURE_WORDS[measure];
  return (
    <Panel
      title="Par département"
      aside={
        computedAt && (
          <span className="cluster small">
            <ComputedAt instant={computedAt} />
            <ExportLinks list="national" query={`mesure=${slug}`} />
          </span>
        )
      }
    >
      <div className="stack">
        <Chips label="Mesure">
          {MEASURES.map((each) => (
            <Chip key={each} to={addressOf(MEASURE_WORDS[each].slug)} isOn={each === measure}>
              {MEASURE_WORDS[each].label}
            </Chip>
          ))}
        </Chips>
        {figures.rows.length === 0 ? (
          <EmptyState icon="chart" title="Rien à montrer" why={EMPTY[measure]} />
        ) : (
          <>
            {figures.total && (
              <p className="lead">
                {french(`France : ${toldText(measure, figures.total)}`)} <span className="soft">({what})</span>
              </p>
            )}
            <div className="nation">
              <NationMap {...figures} label={french(`${what}, par département. Le tableau dit la même chose.`)} />
              <Twin figures={figures} />
            </div>
            <p className="soft small">{HIDDEN_NOTE} Contours indicatifs : Natural Earth.</p>
          </>
        )}
      </div>
    </Panel>
  );
}

const EMPTY: Record<Measure, string> = {
  visits: "Ces chiffres se calculent chaque heure : les premiers viendront bientôt.",
  contracts: "Ces chiffres se calculent chaque heure : les premiers viendront bientôt.",
  rate: "Ces chiffres se calculent chaque heure : les premiers viendront bientôt.",
  zip: "Ces chiffres se calculent chaque heure : les premiers viendront bientôt.",
  forecast: "Aucune caisse n'a encore assez de contrats pour qu'une prévision soit gardée.",
};

function Twin({ figures: { measure, rows } }: { figures: Figures }) {
  const { label, what } = MEASURE_WORDS[measure];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
    <section className="nation-twin" aria-label={french(`Tableau : ${what}`)} tabIndex={0}>
      <Table
        caption={french(`${what} par département, le plus haut d'abord`)}
        columns={[
          { label: "Département", kind: "lead", cell: ({ code, names }) => `${code} ${names}` },
          { label, kind: "number", cell: ({ told }) => toldText(measure, told) },
        ]}
        rows={rows}
        rowKey={({ code }) => code}
      />
    </section>
  );
}
