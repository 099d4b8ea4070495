import { countOf } from "~/format/numbers";
import { quoted } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { type MapView, mapAddress, withFilter } from "./address";
import { filterLabel, NO_MAP_FILTERS, type RemovedByFilter } from "./filters";

/** Why there is nobody: the filter that hides the most, and the button that takes it off. */
export function MapEmpty({
  view,
  removed,
  total,
}: {
  view: MapView;
  removed: readonly RemovedByFilter[];
  total: number;
}) {
  const [heaviest, ...others] = removed;
  if (!heaviest || total === 0)
    return (
      <EmptyState
        icon="doctors"
        title="Aucun médecin à voir pour le moment"
        why="Tous ceux du classement sont en tournée ces jours-ci, ou vos secteurs n'ont encore aucun médecin."
        action={<LinkButton to="/medecins">Voir la liste des médecins</LinkButton>}
      />
    );
  const label = ({ name }: RemovedByFilter) => quoted(filterLabel(view.filters, name));
  const isHeavy = heaviest.count > 0;
  const told = [heaviest, ...others].filter(({ count }) => count > 0);
  return (
    <EmptyState
      icon="filter"
      title="Aucun médecin avec ces filtres"
      why={
        isHeavy
          ? told.map((each) => `Le filtre ${label(each)} en retire ${countOf(each.count, "médecin")}. `)
          : `Ensemble, ces filtres retirent ${countOf(total, "médecin")}. Retirer un seul n'y suffit pas.`
      }
      action={
        <LinkButton
          to={
            isHeavy
              ? withFilter(view, heaviest.name, NO_MAP_FILTERS[heaviest.name])
              : mapAddress({ ...view, filters: NO_MAP_FILTERS })
          }
          icon="cross"
        >
          {isHeavy ? `Retirer ${label(heaviest)}` : "Retirer tous les filtres"}
        </LinkButton>
      }
    />
  );
}
