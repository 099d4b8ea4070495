import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { countOf, number } from "~/format/numbers";
import { listed } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { RowItem, RowList } from "~/ui/row-list";
import { useShortcuts } from "~/ui/shortcuts";
import { useListKeys } from "~/ui/use-list-keys";
import { STEP_LABELS, type StepKind } from "./journey";
import { JourneyBadge } from "./journey-badge";
import { browseJourneys } from "./open.server";

export const meta: MetaFunction = () => [{ title: "Parcours · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "campaign.read", browseJourneys);
}

export default function Journeys() {
  const { journeys, mayManage } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useListKeys();
  useShortcuts(mayManage ? [{ keys: "n", label: "Nouveau parcours", run: () => navigate("/parcours/nouveau") }] : []);
  const begin = (
    <LinkButton to="/parcours/nouveau" kind="primary" icon="plus">
      Nouveau parcours
    </LinkButton>
  );
  return (
    <div className="page">
      <PageHeader
        title="Parcours"
        count={journeys.length}
        intro="Plusieurs étapes vers le même médecin, à son rythme, jusqu'à ce qu'une visite, une réponse ou une opposition l'arrête."
        action={mayManage && journeys.length > 0 && begin}
      />
      {journeys.length === 0 ? (
        <EmptyState
          icon="arrow-right"
          title="Aucun parcours"
          why="Un parcours enchaîne lettres, appels et visites, avec des délais en jours ouvrés. Chaque médecin n'y entre qu'une fois."
          action={mayManage ? begin : undefined}
        />
      ) : (
        <RowList label="Parcours, le plus récent d'abord" states={2}>
          {journeys.map(({ id, name, state, segment, kinds, here, active, empty }) => (
            <RowItem
              key={id}
              to={`/parcours/${id}`}
              name={name}
              where={segment ?? "sans public"}
              reason={empty ?? whereabouts(kinds, here)}
              states={[countOf(active, "médecin"), <JourneyBadge key="state" state={state} />]}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}

/** « 12 à l'étape 1 (lettre) et 4 à l'étape 2 (appel) » */
function whereabouts(kinds: readonly StepKind[], here: readonly number[]): string {
  const parts = here.flatMap((doctors, at) =>
    doctors === 0 ? [] : [`${number(doctors)} à l'étape ${at + 1} (${STEP_LABELS[kinds[at]!].toLowerCase()})`],
  );
  return listed(parts);
}
