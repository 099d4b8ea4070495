import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { countOf } from "~/format/numbers";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { RowItem, RowList } from "~/ui/row-list";
import { openAlerts } from "./alerts.server";
import { STANDING_TITLES } from "./standing-titles";

export const meta: MetaFunction = () => [{ title: "Alertes de patientèle · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "contract.read", openAlerts);
}

export default function Alerts() {
  const { followed, uncounted, unknown, alerts } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title="Alertes de patientèle"
        count={alerts.length}
        back={{ to: "/contrats", label: "Contrats" }}
        intro={`${countOf(followed, "contrat suivi", "contrats suivis")}, dont ${uncounted} sans comptage récent et ${unknown} dont l'objectif est à vérifier auprès de la caisse.`}
        facts={alerts.length > 0 && <ExportLinks list="patienteles" />}
      />
      {alerts.length === 0 ? (
        <EmptyState
          icon="check"
          title="Aucune alerte"
          why="Une alerte paraît à partir du sixième mois, quand le rythme observé ne mène pas à l'objectif."
          action={<LinkButton to="/contrats">Voir les contrats</LinkButton>}
        />
      ) : (
        <RowList label="Contrats à aider, les plus pressés d'abord" states={1}>
          {alerts.map(({ id, name, town, kind, reason }) => (
            <RowItem
              key={id}
              to={`/contrats/${id}/patientele`}
              name={name}
              where={town}
              reason={reason}
              states={[
                <Badge key="kind" tone={kind === "at-risk" ? "doubt" : "warm"}>
                  {STANDING_TITLES[kind]}
                </Badge>,
              ]}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}
