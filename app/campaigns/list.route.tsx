import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { dayOf } from "~/calendar/day";
import { shortDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { RowItem, RowList } from "~/ui/row-list";
import { useListKeys } from "~/ui/use-list-keys";
import { CATEGORY_LABELS } from "./campaign";
import "./campaigns.css";
import { LedgerBar } from "./ledger-bar";
import { browseCampaigns } from "./open.server";
import { StateBadge } from "./state-badge";

export const meta: MetaFunction = () => [{ title: "Campagnes · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "campaign.read", browseCampaigns);
}

export default function Campaigns() {
  const { campaigns, mayManage, maySet } = useLoaderData<typeof loader>();
  useListKeys();
  const begin = (
    <LinkButton to="/campagnes/nouvelle" kind="primary" icon="plus">
      Nouvelle campagne
    </LinkButton>
  );
  return (
    <div className="page">
      <PageHeader
        title="Campagnes"
        count={campaigns.length}
        facts={
          <>
            <Link to="/campagnes/delivrabilite">Délivrabilité</Link>
            <Link to="/campagnes/resultats">Résultats côte à côte</Link>
            {campaigns.length > 0 && <ExportLinks list="campagnes" />}
          </>
        }
        action={mayManage && campaigns.length > 0 && begin}
      />
      {maySet && (
        <p>
          <Link to="/campagnes/reglages">Réglages des campagnes</Link>
        </p>
      )}
      {campaigns.length === 0 ? (
        <EmptyState
          icon="mail"
          title="Aucune campagne"
          why="Une campagne écrit une seule fois à chaque médecin choisi, aux heures de son cabinet, et jamais à qui s'y est opposé."
          action={mayManage ? begin : undefined}
        />
      ) : (
        <RowList label="Campagnes, la plus récente d'abord" states={3}>
          {campaigns.map(({ id, name, state, category, at, ledger }) => (
            <RowItem
              key={id}
              to={`/campagnes/${id}`}
              name={name}
              where={CATEGORY_LABELS[category]}
              reason={ledger.planned === 0 ? "Rien n'est encore prévu." : <LedgerBar ledger={ledger} isSmall />}
              states={[
                ledger.planned > 0 && countOf(ledger.planned, "courriel"),
                shortDay(dayOf(at)),
                <StateBadge key="state" state={state} />,
              ]}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}
