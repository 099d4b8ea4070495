import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { shortDay } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { ComputedAt } from "~/ui/stat";
import { type Column, Table } from "~/ui/table";
import { intervalText, points, verdictText } from "./comparison-words";
import { ForestPlot } from "./forest-plot";
import { CONTRACT_DAYS, VISIT_DAYS } from "./result-list";
import "./results.css";
import { sideBySideSearch } from "./results.form";
import { compareCampaigns } from "./side-by-side.server";

export const meta: MetaFunction = () => [{ title: "Résultats des campagnes · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, sideBySideSearch);
  return enter(args, "campaign.read", (ctx) => compareCampaigns(ctx, search));
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["campaigns"][number];

const COLUMNS: readonly Column<Row>[] = [
  { label: "Campagne", kind: "lead", cell: ({ id, name }) => <Link to={`/campagnes/${id}/resultats`}>{name}</Link> },
  { label: "Premier courriel", cell: ({ startedOn }) => shortDay(startedOn) },
  { label: "Médecins", kind: "number", cell: ({ letter }) => number(letter.doctors) },
  { label: "Mis de côté", kind: "number", cell: ({ holdout }) => number(holdout.doctors) },
  { label: "Pour 100, avec", kind: "number", cell: ({ effect, letter }) => rate(effect.letterRate, letter.doctors) },
  { label: "Pour 100, sans", kind: "number", cell: ({ effect, holdout }) => rate(effect.holdoutRate, holdout.doctors) },
  { label: "Écart", kind: "number", cell: ({ effect }) => (effect.interval ? points(effect.difference) : "") },
  { label: french("Intervalle à 95 %"), cell: ({ effect }) => (effect.interval ? intervalText(effect.interval) : "") },
  { label: "Conclusion", cell: verdictText },
];

function rate(share: number, doctors: number): string {
  return doctors === 0 ? "" : number(share * 100, 1);
}

export default function SideBySide() {
  const { measure, campaigns, hasMore, computedAt } = useLoaderData<typeof loader>();
  const isVisits = measure === "visites";
  return (
    <div className="page">
      <PageHeader
        title="Résultats des campagnes"
        count={campaigns.length}
        back={{ to: "/campagnes", label: "Campagnes" }}
        intro={french(
          `Ce que chaque campagne terminée a amené, comparé aux médecins mis de côté au hasard : ${isVisits ? `visites prises pendant ${VISIT_DAYS} jours` : `contrats signés pendant ${CONTRACT_DAYS} jours`} à partir du premier courriel.`,
        )}
        facts={
          <>
            <ComputedAt instant={computedAt} />
            {campaigns.length > 0 && <ExportLinks list="resultats" query={`mesure=${measure}`} />}
          </>
        }
      />
      <Chips label="Mesure">
        <Chip to="/campagnes/resultats" isOn={isVisits}>
          Visites prises
        </Chip>
        <Chip to="/campagnes/resultats?mesure=contrats" isOn={!isVisits}>
          Contrats signés
        </Chip>
      </Chips>
      {campaigns.length === 0 ? (
        <EmptyState
          icon="chart"
          title="Aucune campagne terminée"
          why="Une campagne se compare quand ses derniers courriels sont partis."
          action={<LinkButton to="/campagnes">Voir les campagnes</LinkButton>}
        />
      ) : (
        <>
          <ForestPlot
            rows={campaigns.map(({ id, name, effect }) => ({ id, name, ...effect }))}
            label={french(
              "Écart pour 100 médecins et son intervalle à 95 % : un intervalle qui contient zéro ne prouve rien, et avant la date convenue il faut un écart plus net.",
            )}
          />
          <Table
            caption="Résultats des campagnes, la plus récente d'abord"
            columns={COLUMNS}
            rows={campaigns}
            rowKey={({ id }) => id}
          />
        </>
      )}
      {hasMore && <p className="soft small">Les campagnes plus anciennes gardent leur propre page de résultats.</p>}
    </div>
  );
}
