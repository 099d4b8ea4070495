import { Link } from "@remix-run/react";
import { dayAndTime } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { STATUS_LABELS } from "~/imports/import";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { RowItem, RowList } from "~/ui/row-list";

type Status = keyof typeof STATUS_LABELS;
type Import = { id: string; file_name: string; status: Status; asked_at: string };

/** Files that run or wait for somebody, and the resemblances only a person can settle. */
export function FilesToFollow({ imports, doubts }: { imports: readonly Import[]; doubts: number }) {
  if (imports.length === 0 && doubts === 0) return null;
  return (
    <Panel title="Fichiers" aside={<Link to="/imports">Tous les imports</Link>}>
      <div className="stack">
        {doubts > 0 && (
          <Notice
            kind="attention"
            title={`${countOf(doubts, "rapprochement douteux", "rapprochements douteux")} à trancher`}
            action={<LinkButton to="/imports/rapprochements">Trancher</LinkButton>}
          >
            Ces lignes de l'annuaire santé ressemblent à plusieurs médecins.
          </Notice>
        )}
        {imports.length > 0 && (
          <RowList label="Imports à suivre">
            {imports.map(({ id, file_name, status, asked_at }) => (
              <RowItem
                key={id}
                to={`/imports/${id}`}
                name={file_name}
                reason={`Déposé ${dayAndTime(asked_at)}`}
                states={[
                  <Badge key="state" tone={toneOf(status)}>
                    {STATUS_LABELS[status]}
                  </Badge>,
                ]}
              />
            ))}
          </RowList>
        )}
      </div>
    </Panel>
  );
}

function toneOf(status: Status) {
  if (status === "failed") return "danger";
  return status === "waiting" ? "doubt" : "brand";
}
