import { Form } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { number } from "~/format/numbers";
import { Button } from "./button";
import { Dialog } from "./dialog";

export type ConfirmProps = {
  /** A question with its number: « Envoyer ce courriel à 1 204 médecins ? » */
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The first names concerned; `total` says how many there are in all. */
  names?: readonly string[];
  total?: number;
  /** The deliberate gesture: a sentence to tick before the button works. */
  gesture?: string;
  /** The verb and its object: « Programmer l'envoi à 1 204 médecins ». */
  verb: string;
  isDangerous?: boolean;
  isOpen: boolean;
  onClose: () => void;
  /** Where the form is posted; by default to the page itself. */
  action?: string;
  /** Hidden values of the form. */
  fields: Readonly<Record<string, string>>;
};

export function Confirm(props: ConfirmProps) {
  const {
    title,
    names = [],
    total = names.length,
    gesture,
    verb,
    isDangerous,
    isOpen,
    onClose,
    action,
    fields,
  } = props;
  const [isSure, setSure] = useState(false);
  const close = () => {
    setSure(false);
    onClose();
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} role="alertdialog">
      <div className="stack stack-tight">{props.children}</div>
      {names.length > 0 && <ConcernedNames names={names} total={total} />}
      <Form method="post" {...(action ? { action } : {})} onSubmit={close} className="stack">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {gesture && (
          <label className="choice">
            <input
              type="checkbox"
              className="check"
              checked={isSure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            <span>{gesture}</span>
          </label>
        )}
        <div className="dialog-footer">
          <Button onClick={close}>Annuler</Button>
          <Button type="submit" kind={isDangerous ? "danger" : "primary"} disabled={gesture !== undefined && !isSure}>
            {verb}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function ConcernedNames({ names, total }: { names: readonly string[]; total: number }) {
  const others = total - names.length;
  return (
    <ul className="confirm-names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {others > 0 && <li className="soft">{others === 1 ? "et 1 autre" : `et ${number(others)} autres`}</li>}
    </ul>
  );
}
