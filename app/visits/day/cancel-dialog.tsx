import { Form } from "@remix-run/react";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import type { DayVisit } from "./stops";

interface CancelDialogProps {
  readonly visit: DayVisit;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Who cancels is one tap, and it is what the figures will need. */
export function CancelDialog({ visit, isOpen, onClose }: CancelDialogProps) {
  return (
    <Dialog
      title={french(`Annuler la visite de ${visit.from} chez ${visit.name} ?`)}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
    >
      <p>
        Si une invitation est partie, le médecin reçoit l'annulation. Tandem propose aussitôt trois médecins à la place.
      </p>
      <Form method="post" className="day-cancel" onSubmit={onClose}>
        <input type="hidden" name="intent" value="cancel" />
        <input type="hidden" name="visitId" value={visit.id} />
        <input type="hidden" name="version" value={visit.version} />
        <Button type="submit" name="by" value="doctor" wide>
          Le cabinet annule
        </Button>
        <Button type="submit" name="by" value="delegate" wide>
          J'annule
        </Button>
        <Button kind="quiet" onClick={onClose} wide>
          Garder la visite
        </Button>
      </Form>
    </Dialog>
  );
}
