import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { RadioCards } from "~/ui/radio-cards";

interface CancelProps {
  version: number;
  /** « mardi 24 novembre à 14 h 30 » */
  moment: string;
  isInvited: boolean;
}

/** Who cancels matters: a doctor who did may be met again, and their hour was theirs to give. */
export function CancelVisit({ version, moment, isInvited }: CancelProps) {
  const [isOpen, setOpen] = useState(false);
  const isBusy = useNavigation().state !== "idle";
  return (
    <>
      <Button onClick={() => setOpen(true)}>Annuler la visite</Button>
      <Dialog
        title={`Annuler la visite du ${moment} ?`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        role="alertdialog"
      >
        <Form method="post" className="form" onSubmit={() => setOpen(false)}>
          <input type="hidden" name="intent" value="cancel" />
          <input type="hidden" name="version" value={version} />
          <RadioCards
            name="by"
            label="Qui annule ?"
            defaultValue="doctor"
            cards={[
              { value: "doctor", title: "Le médecin", text: "Ou son secrétariat." },
              { value: "delegate", title: "Moi", text: "Ou la caisse." },
            ]}
          />
          <p>
            {isInvited
              ? "Le médecin est prévenu par courriel, et son agenda retire la visite."
              : "Aucun courriel ne part : prévenez le cabinet s'il vous attend."}{" "}
            L'heure redevient libre.
          </p>
          <div className="dialog-footer">
            <Button onClick={() => setOpen(false)}>Garder la visite</Button>
            <Button type="submit" kind="danger" busy={isBusy}>
              Annuler la visite
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
