import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";

export type Column<Row> = {
  label: string;
  cell: (row: Row) => ReactNode;
  /** `lead` names the row (one a table); `number` aligns at the right; `select` holds a box to tick. */
  kind?: "lead" | "text" | "number" | "state" | "select";
  /** Says the header aloud without showing it: boxes, actions. */
  hideLabel?: boolean;
  header?: ReactNode;
  sort?: { to: string; order?: "ascending" | "descending" | undefined };
};

export type TableProps<Row> = {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  footer?: ReactNode;
};

/** Plain HTML, so that 50 rows cost the server next to nothing; under 640 px each row becomes a card. */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey, footer }: TableProps<Row>) {
  return (
    <div className="table-scroll" data-rows>
      <table className="table">
        <caption className={showCaption ? undefined : "visually-hidden"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.label} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row>
              {columns.map((column) => bodyCell(column, row))}
            </tr>
          ))}
        </tbody>
        {footer && <tfoot>{footer}</tfoot>}
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { label, sort, header, hideLabel, kind } = column;
  const words = hideLabel ? <span className="visually-hidden">{label}</span> : label;
  return (
    <th scope="col" className={cellClass(kind)} aria-sort={sort?.order}>
      {header ?? (sort ? <SortLink sort={sort}>{words}</SortLink> : words)}
    </th>
  );
}

function SortLink({ sort, children }: { sort: { to: string; order?: string | undefined }; children: ReactNode }) {
  return (
    <Link to={sort.to} className="table-sort" preventScrollReset>
      {children}
      {sort.order && <Icon name={sort.order === "ascending" ? "chevron-up" : "chevron-down"} small />}
    </Link>
  );
}

/** A function, not a component: four hundred cells a page. */
function bodyCell<Row>(column: Column<Row>, row: Row) {
  const { kind = "text", label, hideLabel } = column;
  const content = column.cell(row);
  if (kind === "lead") {
    return (
      <th key={label} scope="row" className="cell-lead">
        {content}
      </th>
    );
  }
  return (
    <td key={label} className={cellClass(kind)} data-label={hideLabel ? undefined : label}>
      {content}
    </td>
  );
}

function cellClass(kind: Column<unknown>["kind"]): string | undefined {
  return classes(kind && kind !== "text" && `cell-${kind}`) || undefined;
}
