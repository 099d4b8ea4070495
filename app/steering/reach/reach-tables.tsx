import { dayAndMonth } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { Marked } from "~/ui/mark-shapes";
import { type Column, Table } from "~/ui/table";
import type { SectorReached, WeekReached } from "./reach";

const WEEKS: readonly Column<WeekReached>[] = [
  { label: "Semaine du", kind: "lead", cell: ({ weekOn }) => dayAndMonth(weekOn) },
  { label: "Jours ouvrés", kind: "number", cell: ({ workdays }) => number(workdays) },
  { label: "Visites demandées", kind: "number", cell: ({ wanted }) => number(wanted) },
  { label: "Visites possibles", kind: "number", cell: ({ possible }) => number(possible) },
  { label: "Retard cumulé", kind: "number", cell: ({ behind }) => number(behind) },
];

/** The chart in figures. */
export function WeekTable({ weeks }: { weeks: readonly WeekReached[] }) {
  return (
    <details className="reach-twin">
      <summary>Les mêmes chiffres, semaine par semaine</summary>
      <Table
        caption="Visites demandées et possibles par semaine"
        columns={WEEKS}
        rows={weeks}
        rowKey={({ weekOn }) => weekOn}
      />
    </details>
  );
}

const SECTORS: readonly Column<SectorReached>[] = [
  { label: "Secteur", kind: "lead", cell: ({ name }) => name },
  { label: "Visites qui restent", kind: "number", cell: ({ remaining }) => number(remaining) },
  { label: "Visites possibles", kind: "number", cell: ({ possible }) => number(possible) },
  { label: "Il en manque", kind: "number", cell: ({ missing }) => (missing === 0 ? "–" : number(Math.ceil(missing))) },
  { label: "Réponse", kind: "state", cell: (sector) => <Answer sector={sector} /> },
];

export function SectorTable({ sectors }: { sectors: readonly SectorReached[] }) {
  return (
    <Table caption="Atteignabilité par secteur" columns={SECTORS} rows={sectors} rowKey={({ id }) => String(id)} />
  );
}

function Answer({ sector: { lateFrom } }: { sector: SectorReached }) {
  if (lateFrom === null)
    return (
      <Marked shape="disc-check" tone="good">
        Tient
      </Marked>
    );
  return (
    <Marked shape="ring-cross" tone="warm" strong>
      {french(`Plus à partir du ${dayAndMonth(lateFrom)}`)}
    </Marked>
  );
}
