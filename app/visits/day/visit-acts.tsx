import { Form, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { formatPhone } from "~/format/phone";
import { Button, buttonClass, LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { hand, newId, sayParcelsChanged } from "../report/phone";
import { dayAddress } from "./address";
import { CancelDialog } from "./cancel-dialog";
import type { DayVisit } from "./stops";

interface VisitActsProps {
  readonly me: string;
  readonly day: string;
  readonly visit: DayVisit;
  readonly isToReport: boolean;
}

/** Each act of a visit, as large as a thumb; only those that make sense now. */
export function VisitActs({ me, day, visit, isToReport }: VisitActsProps) {
  const [isCancelling, setCancelling] = useState(false);
  const { state, phone, isReportable, doctorId, id } = visit;
  if (state === "proposed") return <ProposalActs visit={visit} />;
  return (
    <div className="day-acts">
      {phone && (
        <a href={`tel:${phone}`} className={buttonClass({ kind: "secondary" })}>
          <Icon name="phone" />
          <span>{formatPhone(phone)}</span>
        </a>
      )}
      {(isReportable || state === "done" || state === "missed") && (
        <LinkButton to={`/visites/${id}/compte-rendu`} icon="edit" kind={isToReport ? "primary" : "secondary"}>
          Compte rendu
        </LinkButton>
      )}
      {state === "booked" && isReportable && <AbsentButton me={me} day={day} visit={visit} />}
      {state === "booked" && (
        <>
          <LinkButton to={`/medecins/${doctorId}/simulation/en-visite`} icon="eye">
            Simulation
          </LinkButton>
          <LinkButton to={`/medecins/${doctorId}/creneaux?visite=${id}`} icon="calendar">
            Reporter
          </LinkButton>
          <Button icon="cross" onClick={() => setCancelling(true)}>
            Annuler
          </Button>
          <CancelDialog visit={visit} isOpen={isCancelling} onClose={() => setCancelling(false)} />
        </>
      )}
    </div>
  );
}

/** One tap, with or without a network: it waits on the phone like a report. */
function AbsentButton({ me, day, visit }: Omit<VisitActsProps, "isToReport">) {
  const [isBusy, setBusy] = useState(false);
  const navigate = useNavigate();
  const tell = async () => {
    setBusy(true);
    const fields: [string, string][] = [
      ["intent", "absent"],
      ["visitId", visit.id],
      ["id", newId()],
    ];
    const page = dayAddress({ day });
    const parcel = { id: visit.id, label: `${visit.name}, absent`, fields, page, draftKey: null, refusal: null };
    const delivery = await hand(me, parcel);
    setBusy(false);
    sayParcelsChanged();
    if (delivery.kind === "received") navigate(delivery.next);
  };
  return (
    <Button icon="user" onClick={tell} busy={isBusy}>
      Absent
    </Button>
  );
}

function ProposalActs({ visit }: { visit: DayVisit }) {
  return (
    <div className="day-acts">
      {visit.phone && (
        <a href={`tel:${visit.phone}`} className={buttonClass({ kind: "secondary" })}>
          <Icon name="phone" />
          <span>{formatPhone(visit.phone)}</span>
        </a>
      )}
      {(["accept", "drop"] as const).map((intent) => (
        <Form key={intent} method="post">
          <input type="hidden" name="visitId" value={visit.id} />
          <Button type="submit" name="intent" value={intent} icon={intent === "accept" ? "check" : "cross"} wide>
            {intent === "accept" ? "Accepter" : "Retirer"}
          </Button>
        </Form>
      ))}
    </div>
  );
}
