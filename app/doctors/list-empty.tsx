import { countOf } from "~/format/numbers";
import { quoted } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { RemovedByFilter } from "./browse.server";
import { type Filters, filterLabel, listAddress, type NamesByNumber, without } from "./filters";

interface ListEmptyProps {
  filters: Filters;
  removed: readonly RemovedByFilter[];
  names: NamesByNumber;
  isDelegate: boolean;
}

/** Why there is nobody: the filter that removes the most, and the button that takes it off. */
export function ListEmpty({ filters, removed, names, isDelegate }: ListEmptyProps) {
  const [heaviest, ...others] = removed;
  if (!heaviest) return <Nobody isDelegate={isDelegate} />;
  const label = (name: RemovedByFilter["name"]) => quoted(filterLabel(filters, name, names));
  const told = others.filter(({ count }) => count > 0);
  const isHeavy = heaviest.count > 0;
  return (
    <EmptyState
      icon="filter"
      title="Aucun médecin avec ces filtres"
      why={
        <>
          {isHeavy
            ? `Le filtre ${label(heaviest.name)} en retire ${countOf(heaviest.count, "médecin")}.`
            : "Retirer un seul filtre n'y suffit pas."}
          {told.map(({ name, count }) => ` Le filtre ${label(name)} en retire ${countOf(count, "médecin")}.`)}
        </>
      }
      action={
        <LinkButton to={isHeavy ? listAddress(without(filters, heaviest.name)) : "/medecins"} icon="cross">
          {isHeavy ? `Retirer ${label(heaviest.name)}` : "Retirer tous les filtres"}
        </LinkButton>
      }
    />
  );
}

function Nobody({ isDelegate }: { isDelegate: boolean }) {
  return (
    <EmptyState
      icon="doctors"
      title="Aucun médecin pour le moment"
      why={
        isDelegate
          ? "Vos secteurs n'ont encore aucun médecin, ou aucun secteur ne vous est attribué. L'administration de votre caisse attribue les secteurs."
          : "L'annuaire de la caisse n'est pas encore importé, ou le classement est en cours de calcul."
      }
      action={<LinkButton to="/">Revenir à l'accueil</LinkButton>}
    />
  );
}
