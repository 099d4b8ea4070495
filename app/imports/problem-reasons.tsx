import { number } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";

interface Shown {
  readonly id: string;
  readonly reasons: readonly { severity: string; reason: string; count: number }[];
}

/** Why lines were left out or remarked upon, most frequent first; the lines themselves come as a file. */
export function ProblemReasons({ shown }: { shown: Shown }) {
  if (shown.reasons.length === 0) return null;
  const download = (
    <LinkButton to={`/imports/${shown.id}/rejets`} reloadDocument kind="secondary" icon="download">
      Télécharger le rapport
    </LinkButton>
  );
  return (
    <Panel title="Rejets et remarques" aside={download}>
      <Table
        caption="Rejets et remarques, par motif"
        columns={[
          { label: "Motif", kind: "lead", cell: (each) => each.reason },
          {
            label: "Effet",
            cell: (each) => (each.severity === "rejected" ? "Ligne rejetée" : "Ligne gardée, à vérifier"),
          },
          { label: "Lignes", kind: "number", cell: (each) => number(each.count) },
        ]}
        rows={shown.reasons}
        rowKey={(each) => `${each.severity} ${each.reason}`}
      />
    </Panel>
  );
}
