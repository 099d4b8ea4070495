import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { type Column, Table } from "~/ui/table";
import type { SectorSheet } from "~db/queries/territories";
import { nameSector, removeSector } from "./editing.server";
import { sectorActForm } from "./sector.form";
import { SectorActs } from "./sector-acts";
import { sectors } from "./sectors.server";

const ACTS: Column<SectorSheet> = {
  label: "Renommer ou supprimer",
  hideLabel: true,
  cell: (sector) => <SectorActs sector={sector} />,
};

export const meta: MetaFunction = () => [{ title: "Secteurs · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "territory.read", sectors);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "territory.change", sectorActForm, async (ctx, ask) => {
    await (ask.act === "rename" ? nameSector(ctx, ask) : removeSector(ctx, ask.id));
    return json({ error: "", fields: {} as Record<string, string[]> });
  });
}

export default function Sectors() {
  const { rows, mayDraw } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const draw = mayDraw && (
    <>
      <LinkButton to="/secteurs/equilibre">Équilibre des secteurs</LinkButton>
      <LinkButton to="/secteurs/nouveau" kind="primary" icon="plus">
        Dessiner un secteur
      </LinkButton>
    </>
  );
  return (
    <div className="page">
      <PageHeader
        title="Secteurs"
        count={rows.length}
        action={draw}
        intro="Un secteur est un ensemble de communes. Un délégué voit les médecins de ses secteurs."
      />
      {answer?.error && <FormErrors message={answer.fields.name?.[0] ?? answer.error} />}
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
            ...(mayDraw ? [ACTS] : []),
          ]}
        />
      )}
    </div>
  );
}
