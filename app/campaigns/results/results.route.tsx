import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { ComputedAt, Stat } from "~/ui/stat";
import { ComparisonPanel } from "./comparison-panel";
import { CONTRACT_DAYS, LIST_LABELS, VISIT_DAYS } from "./result-list";
import "./results.css";
import { openResults } from "./results.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Résultats · ${data?.name ?? "Campagne"} · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "campaign.read", (ctx) => openResults(ctx, args.params.campaignId));
}

export default function Results() {
  const { id, name, computedAt, results } = useLoaderData<typeof loader>();
  const rowsAt = `/campagnes/${id}/resultats/medecins`;
  const back = { to: `/campagnes/${id}`, label: name };
  if (results === null)
    return (
      <div className="page">
        <PageHeader title="Résultats" back={back} />
        <EmptyState
          icon="mail"
          title="Pas encore de résultats"
          why="Aucun courriel de cette campagne n'est parti."
          action={<LinkButton to={back.to}>Voir la campagne</LinkButton>}
        />
      </div>
    );
  return (
    <div className="page">
      <PageHeader
        title="Résultats"
        back={back}
        facts={
          <>
            <span>premier courriel le {dayMonthYear(results.startedOn)}</span>
            <ComputedAt instant={computedAt} />
          </>
        }
      />
      <ComparisonPanel
        title="Visites"
        what="visites prises"
        days={VISIT_DAYS}
        success="visits"
        comparison={results.visits}
        rowsAt={rowsAt}
      />
      <ComparisonPanel
        title="Contrats"
        what="contrats signés"
        days={CONTRACT_DAYS}
        success="contracts"
        comparison={results.contracts}
        rowsAt={rowsAt}
      />
      <Panel title="Ce que les courriels sont devenus">
        <div className="stack">
          <div className="figures">
            {COUNTED.map((list) => (
              <Stat
                key={list}
                label={LIST_LABELS[list]}
                value={number(results.counts[list])}
                to={results.counts[list] > 0 ? `${rowsAt}?liste=${list}` : undefined}
              />
            ))}
          </div>
          <p className="soft small">
            Ni ouverture ni clic ne sont mesurés : ne comptent que les gestes d'une personne, et ce que disent les
            serveurs.
          </p>
        </div>
      </Panel>
    </div>
  );
}

const COUNTED = ["accepted", "delivered", "refused", "complained", "opposed", "asked"] as const;
