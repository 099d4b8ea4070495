import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { longDay } from "~/format/dates";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { FormErrors } from "~/ui/form-errors";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { capital } from "../capital";
import { FIRMNESS_LABELS, type Firmness } from "../visit";
import type { Offer } from "./offer";
import { SlotTimes } from "./slot-times";

const FIRM = (["fixed", "day", "week"] as const).map((value) => ({ value, label: capital(FIRMNESS_LABELS[value]) }));

interface SlotFormProps {
  offer: Offer;
  length: number;
  bookingId: string;
  moving: { id: string; version: number; day: string; minutes: number; firmness: Firmness; isInvited: boolean } | null;
  writing: { may: true; to: string } | { may: false; why: string };
  refused: { error: string; fields: Record<string, string[]> } | undefined;
}

/** The time, how firmly it holds, and whether the doctor is asked in. */
export function SlotForm({ offer, length, bookingId, moving, writing, refused }: SlotFormProps) {
  const isBusy = useNavigation().state !== "idle";
  const [invites, setInvites] = useState(false);
  const keepsHour = invites || moving?.isInvited;
  const problems = refused && {
    other: refused.fields.time ?? refused.fields.day,
    length: refused.fields.length,
  };
  return (
    <Form method="post" className="form" key={offer.day} replace preventScrollReset>
      <FormErrors problems={problems} message={refused?.error} />
      <input type="hidden" name="intent" value={moving ? "move" : "book"} />
      {moving ? <Moved {...moving} /> : <input type="hidden" name="id" value={bookingId} />}
      <input type="hidden" name="day" value={offer.day} />
      <input type="hidden" name="length" value={length} />
      {offer.slots.length > 0 && (
        <SlotTimes slots={offer.slots} best={offer.best} chosen={moving?.day === offer.day ? moving.minutes : null} />
      )}
      <TextInput
        name="other"
        type="time"
        label={
          offer.slots.length > 0 ? "Ou une autre heure, convenue avec le cabinet" : "Heure convenue avec le cabinet"
        }
        optional={offer.slots.length > 0}
        width="short"
        error={problems?.other}
      />
      {keepsHour ? (
        <p className="soft small">L'heure est fixée : l'agenda du médecin la connaît.</p>
      ) : (
        <Select
          name="firmness"
          label="Souplesse"
          options={FIRM}
          defaultValue={moving && moving.firmness !== "suggestion" ? moving.firmness : "fixed"}
          width="medium"
        />
      )}
      {!moving && <Invitation writing={writing} onChange={setInvites} />}
      {moving?.isInvited && <p>Le médecin recevra la nouvelle heure par courriel.</p>}
      <div className="form-actions">
        <Button type="submit" kind="primary" busy={isBusy}>
          {moving ? `Déplacer au ${longDay(offer.day)}` : `Prévoir la visite du ${longDay(offer.day)}`}
        </Button>
      </div>
    </Form>
  );
}

function Moved({ id, version }: { id: string; version: number }) {
  return (
    <>
      <input type="hidden" name="visit" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function Invitation({
  writing,
  onChange,
}: {
  writing: SlotFormProps["writing"];
  onChange: (invites: boolean) => void;
}) {
  if (!writing.may) return <p className="soft small">Pas d'invitation par courriel. {writing.why}</p>;
  return (
    <Checkbox
      name="invites"
      value="on"
      label={`Envoyer une invitation à ${writing.to}`}
      help="Avec l'heure et l'adresse, à accepter ou à refuser dans son agenda."
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
