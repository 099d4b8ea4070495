import type { Day } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { BASKET_LABELS, type Basket } from "./baskets";

interface NoFollowUpProps {
  readonly basket: Basket | null;
  readonly total: number;
  readonly nextDueOn: Day | null;
}

/** Nothing here: where there is something, or when there will be. */
export function NoFollowUp({ basket, total, nextDueOn }: NoFollowUpProps) {
  if (basket && total > 0)
    return (
      <EmptyState
        icon="check"
        title={`Rien dans « ${BASKET_LABELS[basket]} »`.replace("« ", "«\u00a0").replace(" »", "\u00a0»")}
        why={nextDueOn ? `La prochaine relance est pour le ${longDay(nextDueOn)}.` : "D'autres paniers vous attendent."}
        action={<LinkButton to="/visites/relances">Toutes mes relances</LinkButton>}
      />
    );
  return (
    <EmptyState
      icon="check"
      title="Aucune relance"
      why="Les suites promises dans vos comptes rendus arrivent ici d'elles-mêmes, à leur jour."
      action={<LinkButton to="/visites/journee">Ma journée</LinkButton>}
    />
  );
}
