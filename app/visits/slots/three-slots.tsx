import { useState } from "react";
import { Button, buttonClass } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Icon } from "~/ui/icon";
import { useToast } from "~/ui/toast";
import { mailtoOf } from "./proposal";

interface ThreeSlotsProps {
  text: string;
  count: number;
  /** Null: the address must not be used, so the message is addressed to nobody. */
  to: string | null;
  mayMail: boolean;
}

/** A text to copy into a message, or to read on the telephone. */
export function ThreeSlots({ text, count, to, mayMail }: ThreeSlotsProps) {
  const [isOpen, setOpen] = useState(false);
  const say = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say({ text: "Texte copié." });
    } catch {
      say({ text: "La copie n'est pas permise ici. Sélectionnez le texte et copiez-le.", tone: "doubt" });
    }
  };
  return (
    <>
      <Button icon="calendar" disabled={count === 0} onClick={() => setOpen(true)}>
        {count === 3 || count === 0
          ? "Proposer 3 créneaux"
          : `Proposer ${count} ${count === 1 ? "créneau" : "créneaux"}`}
      </Button>
      <Dialog
        title="Proposer des créneaux"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        wide
        footer={
          <>
            {mayMail && (
              <a href={mailtoOf(text, to)} className={buttonClass({ kind: "secondary" })}>
                <Icon name="mail" />
                <span>Ouvrir dans ma messagerie</span>
              </a>
            )}
            <Button kind="primary" onClick={copy}>
              Copier le texte
            </Button>
          </>
        }
      >
        <p className="soft">
          Ces moments sont possibles à l'instant où cette page s'est ouverte. Rien n'est réservé tant que la visite
          n'est pas prévue.
        </p>
        <label className="visually-hidden" htmlFor="proposition">
          Texte à copier
        </label>
        <textarea id="proposition" className="input slot-proposal" readOnly value={text} rows={12} />
      </Dialog>
    </>
  );
}
