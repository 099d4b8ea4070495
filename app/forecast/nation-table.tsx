import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { EmptyState } from "~/ui/empty-state";
import { type Column, Table } from "~/ui/table";

interface Row {
  readonly code: string;
  readonly name: string;
  readonly asof: string;
  readonly deadline: string;
  readonly signed: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { label: "Caisse", kind: "lead", cell: ({ code, name }) => `${code} ${name}` },
  { label: "Échéance", cell: ({ deadline }) => dayMonthYear(deadline) },
  { label: "Signés", kind: "number", cell: ({ signed }) => number(signed) },
  { label: "Au moins", kind: "number", cell: ({ low }) => number(low) },
  { label: "Au milieu", kind: "number", cell: ({ middle }) => number(middle) },
  { label: "Au plus", kind: "number", cell: ({ high }) => number(high) },
  { label: "Prévu le", cell: ({ asof }) => dayMonthYear(asof) },
];

/** Caisses with fewer than eleven contracts are not shown. */
export function NationTable({ rows }: { rows: readonly Row[] }) {
  if (rows.length === 0)
    return (
      <EmptyState
        icon="chart"
        title="Aucune prévision"
        why="Aucune caisse n'a encore assez de contrats pour qu'une prévision soit montrée."
      />
    );
  return (
    <Table
      caption="Contrats prévus par caisse, intervalle à 80 %"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ code }) => code}
    />
  );
}
