import { Link } from "@remix-run/react";
import { number } from "~/format/numbers";
import { Panel } from "~/ui/panel";
import { type Column, Table } from "~/ui/table";
import { lossLabel } from "../loss-reasons";
import { cellAddress, type Selection, type Wanted } from "./selection";

interface Loss {
  readonly reason: string;
  readonly doctors: number;
}

/** Why doctors said no; each reason opens its doctors. */
export function LossesPanel({
  wanted,
  columns,
  opensRows,
}: {
  wanted: Wanted;
  columns: readonly { name: string; selection: Selection; losses: readonly Loss[] }[];
  opensRows: boolean;
}) {
  const reasons = [...new Set(columns.flatMap(({ losses }) => losses.map(({ reason }) => reason)))];
  if (reasons.length === 0) return null;
  const shown = columns.map(
    ({ name, selection, losses }, at): Column<string> => ({
      label: columns.length > 1 ? `Médecins, ${at === 0 ? "A" : "B"}` : "Médecins",
      kind: "number",
      cell: (reason) => {
        const doctors = losses.find((each) => each.reason === reason)?.doctors ?? 0;
        if (!opensRows || doctors === 0) return number(doctors);
        return (
          <Link
            className="link"
            to={cellAddress(wanted, selection, { motif: reason })}
            aria-label={`${doctors}, ${lossLabel(reason)}, ${name}`}
          >
            {number(doctors)}
          </Link>
        );
      },
    }),
  );
  return (
    <Panel title="Pourquoi des médecins ont dit non">
      <Table
        caption="Médecins perdus, par motif"
        columns={[{ label: "Motif", kind: "lead", cell: lossLabel }, ...shown]}
        rows={reasons}
        rowKey={(reason) => reason}
      />
    </Panel>
  );
}
