import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Table } from "~/ui/table";
import { sectors } from "./sectors.server";

export const meta: MetaFunction = () => [{ title: "Secteurs · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "territory.read", sectors);
}

export default function Sectors() {
  const { rows, mayDraw } = useLoaderData<typeof loader>();
  const draw = mayDraw ? (
    <LinkButton to="/secteurs/nouveau" kind="primary" icon="plus">
      Dessiner un secteur
    </LinkButton>
  ) : undefined;
  return (
    <div className="page">
      <PageHeader
        title="Secteurs"
        count={rows.length}
        action={draw}
        intro="Un secteur est un ensemble de communes. Un délégué voit les médecins de ses secteurs."
      />
      {rows.length === 0 ? (
        <EmptyState
          icon="map-pin"
          title="Aucun secteur"
          why={french(
            "Les secteurs de la caisse ne sont pas encore définis : sans eux, un délégué ne voit aucun médecin.",
          )}
        />
      ) : (
        <Table
          caption="Secteurs de la caisse"
          rows={rows}
          rowKey={({ id }) => String(id)}
          columns={[
            { label: "Secteur", kind: "lead", cell: ({ name }) => name },
            { label: "Communes", kind: "number", cell: ({ communes }) => number(communes) },
            {
              label: "Délégués",
              cell: ({ delegates }) =>
                delegates.length === 0 ? <Badge tone="doubt">Sans délégué</Badge> : delegates.join(", "),
            },
          ]}
        />
      )}
    </div>
  );
}
