import { Link } from "@remix-run/react";
import { countOf } from "~/format/numbers";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";

interface Moved {
  readonly doctorId: number;
  readonly name: string;
  readonly town: string | null;
  readonly zone: string | null;
  readonly before: number;
  readonly after: number;
}

/** Who enters and who leaves the hundred doctors seen first, before anything is decided. */
export function WeightsPreview({ preview }: { preview: { zoneFirst: boolean; moved: readonly Moved[] } }) {
  const entering = preview.moved.filter(({ after }) => after <= 100).length;
  return (
    <Panel title="Ce qui bougerait">
      {!preview.zoneFirst && (
        <Notice kind="attention" title="Les zones sous-denses ne passeraient plus toujours en premier">
          Avec ces valeurs, d'autres points peuvent dépasser l'écart entre ZIP, ZAC et le reste.
        </Notice>
      )}
      {preview.moved.length === 0 ? (
        <p>Les cent premiers médecins restent les mêmes.</p>
      ) : (
        <>
          <p>
            {countOf(entering, "médecin entrerait", "médecins entreraient")} dans les cent premiers, autant en
            sortiraient.
          </p>
          <Table
            caption="Médecins qui entrent dans les cent premiers ou en sortent"
            columns={[
              {
                label: "Médecin",
                kind: "lead",
                cell: (row) => <Link to={`/medecins/${row.doctorId}`}>{row.name}</Link>,
              },
              { label: "Commune", cell: (row) => row.town },
              { label: "Zone", cell: (row) => row.zone ?? "non connue" },
              { label: "Rang actuel", kind: "number", cell: (row) => row.before },
              { label: "Rang nouveau", kind: "number", cell: (row) => row.after },
            ]}
            rows={preview.moved}
            rowKey={(row) => String(row.doctorId)}
          />
        </>
      )}
    </Panel>
  );
}
