import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { timeOf } from "~/format/dates";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { isMoving, type TrialState } from "./trial";

interface TrialButtonProps {
  readonly to: string;
  readonly isUnsaved: boolean;
  readonly isSaving: boolean;
  readonly isBlocked: boolean;
  readonly trial: { readonly state: TrialState; readonly asked_at: string; readonly settled_at: string | null } | null;
  readonly onTry: () => void;
}

/** « M'envoyer un essai »: to oneself only, and what became of the last one. */
export function TrialButton({ to, isUnsaved, isSaving, isBlocked, trial, onTry }: TrialButtonProps) {
  useFreshness(trial !== null && isMoving(trial.state));
  return (
    <div className="mailing-trial">
      <Button icon="mail" busy={isSaving} disabled={isBlocked} onClick={onTry}>
        {isUnsaved ? "Enregistrer et m'envoyer un essai" : "M'envoyer un essai"}
      </Button>
      <p className="small soft" role="status">
        {isBlocked
          ? "L'essai part quand il n'y a plus rien à corriger."
          : trial
            ? standing(trial)
            : `Il part à ${to}, et à personne d'autre.`}
      </p>
    </div>
  );
}

function standing({ state, asked_at, settled_at }: NonNullable<TrialButtonProps["trial"]>): string {
  const at = timeOf(settled_at ?? asked_at);
  const sentences: Record<TrialState, string> = {
    waiting: `Essai demandé à ${at}, en attente d'envoi.`,
    sending: `Essai demandé à ${at}, en cours d'envoi.`,
    sent: `Dernier essai envoyé à ${at}.`,
    uncertain: `Essai de ${at} : le serveur n'a pas répondu, il est peut-être parti. Demandez-en un autre si besoin.`,
    refused: `Essai de ${at} : le serveur d'envoi l'a refusé.`,
  };
  return french(sentences[state]);
}

/** Read again until it has settled. */
function useFreshness(isWaiting: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isWaiting || state !== "idle") return;
    const timer = setTimeout(revalidate, 1_500);
    return () => clearTimeout(timer);
  }, [isWaiting, state, revalidate]);
}
