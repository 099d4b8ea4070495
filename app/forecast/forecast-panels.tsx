import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { Panel } from "~/ui/panel";
import { Stat } from "~/ui/stat";
import { type Column, Table } from "~/ui/table";
import type { Foreseen } from "./forecast";
import { FROM_LABELS } from "./labels";
import { probability } from "./wording";

/** The three figures one comes for. */
export function ForecastFigures({ told, target, computedAt }: { told: Foreseen; target: number; computedAt: string }) {
  const { low, middle, high } = told.atDeadline;
  return (
    <div className="columns">
      <Stat
        label="Contrats prévus"
        value={number(middle)}
        unit={french(`de ${number(low)} à ${number(high)}`)}
        period={`au ${dayMonthYear(told.deadline)}`}
        computedAt={computedAt}
      />
      <Stat
        label="Probabilité d'atteindre la cible"
        value={french(probability(told.reachesTarget ?? 0))}
        period={french(`cible : ${number(target)} contrats, part nationale de la caisse`)}
      />
      <Stat label="Contrats signés" value={number(told.signed)} period={`au ${dayMonthYear(told.asof)}`} />
    </div>
  );
}

const CONTRIBUTORS: readonly Column<Foreseen["contributors"][number]>[] = [
  { label: "Où en sont les médecins", kind: "lead", cell: ({ from }) => FROM_LABELS[from] },
  { label: "Médecins", kind: "number", cell: ({ doctors }) => (doctors === null ? "–" : number(doctors)) },
  { label: "Contrats attendus", kind: "number", cell: ({ expected }) => number(expected, 1) },
];

/** Less than this rounds to nothing. */
const LEAST_SHOWN = 0.05;

export function ContributorsPanel({ told }: { told: Foreseen }) {
  return (
    <Panel title="D'où viendront ces contrats">
      <Table
        caption="Contrats attendus selon l'étape d'aujourd'hui"
        columns={CONTRIBUTORS}
        rows={told.contributors.filter(({ from, expected }) => from !== "signed" && expected >= LEAST_SHOWN)}
        rowKey={({ from }) => from}
      />
    </Panel>
  );
}

const WEEKS: readonly Column<Foreseen["fan"][number]>[] = [
  { label: "Au", kind: "lead", cell: ({ day }) => dayMonthYear(day) },
  { label: "Au moins", kind: "number", cell: ({ low }) => number(low) },
  { label: "Au milieu", kind: "number", cell: ({ middle }) => number(middle) },
  { label: "Au plus", kind: "number", cell: ({ high }) => number(high) },
];

/** The chart in figures, week by week. */
export function FanTable({ told }: { told: Foreseen }) {
  return (
    <details className="fan-twin">
      <summary>Les mêmes chiffres, semaine par semaine</summary>
      <Table
        caption="Contrats prévus par semaine, intervalle à 80 %"
        columns={WEEKS}
        rows={told.fan}
        rowKey={({ day }) => day}
      />
    </details>
  );
}
