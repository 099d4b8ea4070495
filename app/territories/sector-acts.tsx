import { Form } from "@remix-run/react";
import { useState } from "react";
import { french, quoted } from "~/format/typography";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Dialog } from "~/ui/dialog";
import { TextInput } from "~/ui/text-input";

interface Sector {
  readonly id: number;
  readonly name: string;
  readonly communes: number;
  readonly delegates: readonly string[];
}

/** To rename a sector; to remove it once it is empty. */
export function SectorActs({ sector }: { sector: Sector }) {
  const [open, setOpen] = useState<"rename" | "remove" | null>(null);
  const close = () => setOpen(null);
  const isEmpty = sector.communes === 0 && sector.delegates.length === 0;
  return (
    <span className="cluster">
      <Button kind="quiet" icon="edit" onClick={() => setOpen("rename")} aria-label={`Renommer ${sector.name}`}>
        Renommer
      </Button>
      {isEmpty && (
        <Button kind="quiet" icon="trash" onClick={() => setOpen("remove")} aria-label={`Supprimer ${sector.name}`}>
          Supprimer
        </Button>
      )}
      <Dialog title={`Renommer ${quoted(sector.name)}`} isOpen={open === "rename"} onClose={close}>
        <RenameForm sector={sector} onDone={close} />
      </Dialog>
      <Confirm
        title={french(`Supprimer ${quoted(sector.name)} ?`)}
        verb="Supprimer ce secteur"
        isDangerous
        isOpen={open === "remove"}
        onClose={close}
        fields={{ act: "remove", id: String(sector.id) }}
      >
        <p>Il n'a ni commune ni délégué. Aucun médecin ne change de délégué.</p>
      </Confirm>
    </span>
  );
}

function RenameForm({ sector, onDone }: { sector: Sector; onDone: () => void }) {
  return (
    <Form method="post" className="stack" onSubmit={onDone} noValidate>
      <input type="hidden" name="act" value="rename" />
      <input type="hidden" name="id" value={sector.id} />
      <TextInput name="name" label="Nom du secteur" defaultValue={sector.name} maxLength={80} required />
      <div className="dialog-footer">
        <Button onClick={onDone}>Annuler</Button>
        <Button type="submit" kind="primary">
          Renommer
        </Button>
      </div>
    </Form>
  );
}
