import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { relativeTime } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RowItem, RowList } from "~/ui/row-list";
import { listImports } from "./imports.server";
import { KIND_LABELS } from "./kinds";
import { StatusBadge } from "./status-badge";

export const meta: MetaFunction = () => [{ title: "Imports · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "import.manage", listImports);
}

export default function Imports() {
  const { imports, doubts, now } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title="Imports"
        facts={imports.length > 0 && <ExportLinks list="imports" />}
        action={
          <LinkButton to="/imports/nouveau" kind="primary" icon="upload">
            Importer un fichier
          </LinkButton>
        }
      />
      {doubts > 0 && (
        <Panel title="À décider">
          <RowList label="À décider">
            <RowItem
              to="/imports/rapprochements"
              name={countOf(doubts, "rapprochement douteux", "rapprochements douteux")}
              reason="Des lignes de l'annuaire Ameli ressemblent à plusieurs médecins : une personne tranche, Tandem s'en souvient."
            />
          </RowList>
        </Panel>
      )}
      {imports.length === 0 ? (
        <EmptyState
          icon="file"
          title="Aucun fichier importé"
          why="Les médecins, leurs secteurs, les zones et les patientèles viennent de fichiers. Commencez par l'Annuaire Santé (RPPS)."
          action={
            <LinkButton to="/imports/nouveau" icon="upload">
              Importer un fichier
            </LinkButton>
          }
        />
      ) : (
        <Panel title="Fichiers reçus">
          <RowList label="Fichiers reçus">
            {imports.map((each) => (
              <RowItem
                key={each.id}
                to={`/imports/${each.id}`}
                name={KIND_LABELS[each.kind]}
                where={each.file_name}
                reason={`${countOf(each.accepted, "ligne retenue", "lignes retenues")}, ${countOf(each.rejected, "rejetée")} · ${each.asked_by_name ?? "Tandem"}, ${relativeTime(each.asked_at, now)}`}
                states={[<StatusBadge key="status" status={each.status} />]}
              />
            ))}
          </RowList>
        </Panel>
      )}
    </div>
  );
}
