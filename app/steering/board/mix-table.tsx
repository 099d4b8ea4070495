import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { number, percent } from "~/format/numbers";
import { type Column, Table } from "~/ui/table";

interface Mix {
  readonly all: number;
  readonly priority: number;
  readonly zip: number;
  readonly gp: number;
}

interface Row {
  readonly label: string;
  readonly met: number;
  readonly signed: number;
  readonly target: number | null;
  readonly query: string;
}

interface MixTableProps {
  readonly met: Mix;
  readonly signed: Mix;
  readonly priorityShare: number;
  readonly gpShare: number;
  /** Addresses of the rows; null for who may not open them. */
  readonly metAt: string | null;
  readonly signedAt: string | null;
}

/** Where the work goes, beside what was wanted. Each count opens its doctors. */
export function MixTable({ met, signed, priorityShare, gpShare, metAt, signedAt }: MixTableProps) {
  const rows: Row[] = [
    {
      label: "Zones sous-denses (ZIP et ZAC)",
      met: met.priority,
      signed: signed.priority,
      target: priorityShare,
      query: "zone=sous-dense",
    },
    { label: "dont ZIP", met: met.zip, signed: signed.zip, target: null, query: "zone=ZIP" },
    { label: "Généralistes", met: met.gp, signed: signed.gp, target: gpShare, query: "specialite=generalistes" },
  ];
  const share = (part: number, whole: number): ReactNode => (whole === 0 ? "–" : percent(part / whole, 0));
  const opened = (count: number, at: string | null, row: Row) =>
    at === null || count === 0 ? (
      number(count)
    ) : (
      <Link className="link" to={`${at}&${row.query}`} aria-label={`${number(count)}, ${row.label}`}>
        {number(count)}
      </Link>
    );
  const columns: Column<Row>[] = [
    { label: "Part", kind: "lead", cell: ({ label }) => label },
    { label: "Objectif", kind: "number", cell: ({ target }) => (target === null ? "–" : percent(target, 0)) },
    { label: "Contrats", kind: "number", cell: (row) => opened(row.signed, signedAt, row) },
    { label: "Part des contrats", kind: "number", cell: (row) => share(row.signed, signed.all) },
    { label: "Rencontrés", kind: "number", cell: (row) => opened(row.met, metAt, row) },
    { label: "Part des rencontrés", kind: "number", cell: (row) => share(row.met, met.all) },
  ];
  return (
    <Table caption="Part des zones et des généralistes" columns={columns} rows={rows} rowKey={({ label }) => label} />
  );
}
