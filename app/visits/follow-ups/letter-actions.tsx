import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { LETTER_FORM } from "./letter-editor";
import type { LetterState } from "./letter-state";

interface LetterActionsProps {
  readonly version: number;
  readonly state: LetterState;
  readonly isMine: boolean;
  readonly isEditable: boolean;
  readonly doctor: { readonly name: string };
  readonly writing: { readonly may: boolean; readonly to?: string };
}

/** The one act of each state; printing is always possible. */
export function LetterActions({ version, state, isMine, isEditable, doctor, writing }: LetterActionsProps) {
  const [isAsking, setAsking] = useState(false);
  const isBusy = useNavigation().state !== "idle";
  const print = (
    <Button icon="print" kind={isEditable && !writing.may ? "primary" : "secondary"} onClick={() => window.print()}>
      Imprimer
    </Button>
  );
  if (!isMine) return print;
  return (
    <>
      {isEditable && (
        <Button type="submit" form={LETTER_FORM} name="intent" value="save" busy={isBusy}>
          Enregistrer
        </Button>
      )}
      {print}
      {isEditable && writing.may && (
        <Button kind="primary" icon="mail" onClick={() => setAsking(true)}>
          Envoyer
        </Button>
      )}
      {state === "waiting" && <Step version={version} intent="take-back" label="Reprendre le brouillon" />}
      {state === "discarded" && <Step version={version} intent="write-again" label="Reprendre le brouillon" />}
      <Dialog
        title={`Envoyer ce courriel au ${doctor.name} ?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Relire encore</Button>
            <Button
              type="submit"
              kind="primary"
              form={LETTER_FORM}
              name="intent"
              value="send"
              onClick={() => setAsking(false)}
            >
              Envoyer à {writing.to}
            </Button>
          </>
        }
      >
        <p>Il part tout de suite, une seule fois, en votre nom. La réponse du médecin vous reviendra directement.</p>
      </Dialog>
    </>
  );
}

export function Step({ version, intent, label }: { version: number; intent: string; label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <Button type="submit" name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}
