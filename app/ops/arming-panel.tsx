import { useState } from "react";
import type { Instant } from "~/calendar/day";
import { numericDayAndTime } from "~/format/dates";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Notice } from "~/ui/notice";

/** Whether letters of campaigns may leave from this database, and the one gesture that lets them. */
export function ArmingPanel({ arming }: { arming: { isArmed: boolean; at: Instant | null } }) {
  const [isOpen, setOpen] = useState(false);
  if (arming.isArmed)
    return (
      <p className="soft">
        Envoi des campagnes armé pour cette base{arming.at && ` depuis le ${numericDayAndTime(arming.at)}`}.
      </p>
    );
  return (
    <Notice
      kind="danger"
      title="L'envoi des campagnes est désarmé"
      action={<Button onClick={() => setOpen(true)}>Réarmer l'envoi</Button>}
    >
      Cette base vient d'une copie ou d'une restauration. Rien ne part tant que personne n'a vérifié qu'une autre copie
      n'écrit pas aux mêmes médecins.
      <Confirm
        title="Réarmer l'envoi des campagnes ?"
        verb="Réarmer l'envoi"
        gesture="J'ai vérifié qu'aucune autre copie de cette base n'envoie de courriels"
        isDangerous
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        fields={{ intent: "arm" }}
      >
        <p>Les campagnes en cours reprennent là où elles en étaient : chaque courriel encore en attente partira.</p>
      </Confirm>
    </Notice>
  );
}
