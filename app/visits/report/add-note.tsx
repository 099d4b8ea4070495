import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { readDraft } from "./draft";
import { NoteField } from "./note-field";
import { type Delivery, draftKeyOf, parcelKey } from "./parcel";
import { forget, hand, kept, newId, sayParcelsChanged } from "./phone";

interface AddNoteProps {
  readonly me: string;
  readonly visitId: string;
  readonly label: string;
  readonly phone: string | null;
  readonly page: string;
}

/**
 * Adds to a report that is there. When this phone holds a text of its own for the same visit, because another was
 * faster, that text is already in the field.
 */
export function AddNote({ me, visitId, label, phone, page }: AddNoteProps) {
  const draftKey = draftKeyOf(me, visitId);
  const [note, setNote] = useState({ id: "", note: "", confirmed: [] as readonly string[] });
  const [isOpen, setOpen] = useState(false);
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const left = readDraft(kept(draftKey));
    setNote({ id: left?.id ?? newId(), note: left?.note ?? "", confirmed: left?.confirmed ?? [] });
    setOpen(left !== null && left.note !== "");
  }, [draftKey]);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const fields: [string, string][] = [
      ["intent", "note"],
      ["visitId", visitId],
      ["id", note.id],
      ["note", note.note],
      ...note.confirmed.map((kind): [string, string] => ["confirmed", kind]),
    ];
    const told = await hand(me, { id: note.id, label, fields, page, draftKey, refusal: null });
    setDelivery(told);
    sayParcelsChanged();
    if (told.kind !== "received") return;
    setNote({ id: newId(), note: "", confirmed: [] });
    setOpen(false);
    revalidate();
  };
  const drop = () => {
    forget(draftKey);
    forget(parcelKey(me, note.id));
    setNote({ id: newId(), note: "", confirmed: [] });
    setOpen(false);
  };
  if (!isOpen)
    return (
      <Button icon="plus" kind="quiet" onClick={() => setOpen(true)}>
        Ajouter une note
      </Button>
    );
  const refused = delivery?.kind === "refused" ? delivery : undefined;
  return (
    <form className="report-form" onSubmit={send} noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <NoteField
        {...note}
        phones={phone === null ? [] : [phone]}
        error={refused?.fields.note}
        onChange={(part) => setNote({ ...note, ...part })}
      />
      <div className="form-actions">
        <Button type="submit" kind="primary">
          Ajouter ma note au compte rendu
        </Button>
        <Button kind="quiet" onClick={drop}>
          Abandonner
        </Button>
      </div>
    </form>
  );
}
