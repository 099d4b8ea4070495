import { countOf } from "~/format/numbers";
import { Confirm } from "~/ui/confirm";
import type { VisitView } from "./view";

const MOST_NAMES = 6;

export interface AcceptDialogProps {
  readonly weekOn: string;
  readonly visits: readonly Pick<VisitView, "name">[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AcceptDialog({ weekOn, visits, isOpen, onClose }: AcceptDialogProps) {
  const count = countOf(visits.length, "visite");
  return (
    <Confirm
      title={`Inscrire ${count} à votre agenda ?`}
      names={visits.slice(0, MOST_NAMES).map(({ name }) => name)}
      total={visits.length}
      verb={`Inscrire ${count}`}
      isOpen={isOpen}
      onClose={onClose}
      action={`/visites/semaine?semaine=${weekOn}`}
      fields={{ intent: "accept", weekOn }}
    >
      <p>
        Chaque visite prend l'heure proposée, et vos rendez-vous souples celle que le calcul leur donne. Une visite se
        déplace ou s'annule ensuite une par une.
      </p>
    </Confirm>
  );
}
