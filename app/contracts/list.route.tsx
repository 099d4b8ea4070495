import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useNavigate } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { RowList } from "~/ui/row-list";
import { useShortcuts } from "~/ui/shortcuts";
import { useListKeys } from "~/ui/use-list-keys";
import { BoardSummary } from "./board-summary";
import { ContractRow } from "./contract-row";
import "./contracts.css";
import { contractsSearch, STATE_GROUP_NAMES, STATE_GROUPS } from "./list.form";
import { browseContracts } from "./list.server";

export const meta: MetaFunction = () => [{ title: "Contrats · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, contractsSearch);
  return enter(args, "contract.read", (ctx) => browseContracts(ctx, search));
}

export default function ContractList() {
  const { today, search, total, board, next, contracts } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useListKeys();
  useShortcuts([{ keys: "e", label: "Traiter la prochaine échéance", run: () => navigate(`/echeances`) }]);
  const at = (change: Record<string, string | null>) => {
    const asked = Object.entries({ ...search, ...change }).filter((each): each is [string, string] => !!each[1]);
    return `/contrats?${new URLSearchParams(asked)}`;
  };
  const isFiltered = search.q !== "" || search.etat !== null || search.type !== null;
  return (
    <div className="page">
      <PageHeader
        title="Contrats"
        count={total}
        intro="De l'intérêt du médecin aux cinq ans d'aide. Un dossier s'ouvre depuis la fiche d'un médecin."
        facts={total > 0 && <ExportLinks list="contrats" query={at({}).split("?")[1]} />}
        action={
          <>
            <LinkButton to="/contrats/patienteles" icon="chart">
              Alertes de patientèle
            </LinkButton>
            <LinkButton to="/echeances" kind="primary" icon="clock">
              Traiter les échéances
            </LinkButton>
          </>
        }
      />
      <BoardSummary board={board} today={today} />
      <Form method="get" className="contract-search" role="search">
        <input
          type="search"
          name="q"
          className="input"
          defaultValue={search.q}
          placeholder="Médecin, commune ou société"
          aria-label="Chercher un contrat"
          data-list-filter
        />
        {search.etat && <input type="hidden" name="etat" value={search.etat} />}
        {search.type && <input type="hidden" name="type" value={search.type} />}
      </Form>
      <Chips label="Filtres">
        <Chip to={at({ etat: null })} isOn={search.etat === null}>
          Tous
        </Chip>
        {STATE_GROUP_NAMES.map((group) => (
          <Chip key={group} to={at({ etat: group })} isOn={search.etat === group}>
            {STATE_GROUPS[group].label}
          </Chip>
        ))}
        <Chip to={at({ type: search.type === "collective" ? null : "collective" })} isOn={search.type === "collective"}>
          Collectifs
        </Chip>
      </Chips>
      {contracts.length === 0 ? (
        <Nothing isFiltered={isFiltered} />
      ) : (
        <RowList label="Contrats" states={2}>
          {contracts.map((contract) => (
            <ContractRow key={contract.id} contract={contract} today={today} />
          ))}
        </RowList>
      )}
      <Pager next={next ? at({ apres: next }) : undefined} />
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState
      icon="contract"
      title="Aucun contrat ne répond à ces filtres"
      why="Retirez un filtre, ou cherchez un autre nom."
      action={<LinkButton to="/contrats">Voir tous les contrats</LinkButton>}
    />
  ) : (
    <EmptyState
      icon="contract"
      title="Aucun contrat pour le moment"
      why="Quand un médecin est intéressé, ouvrez son dossier depuis sa fiche, onglet « Contrat »."
      action={<LinkButton to="/medecins">Voir les médecins</LinkButton>}
    />
  );
}
