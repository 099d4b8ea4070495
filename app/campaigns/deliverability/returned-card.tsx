import { Link, useFetcher } from "@remix-run/react";
import { useState } from "react";
import { dayOf } from "~/calendar/day";
import { dayMonthYear, shortDay } from "~/format/dates";
import { listName } from "~/format/names";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { CAUSE_LABELS, type Cause } from "./causes";
import { FalseBounceDialog } from "./false-bounce-dialog";
import { RETURN_FETCHER } from "./return-messages";

export interface ReturnedShown {
  readonly id: number;
  readonly doctor_id: number;
  readonly address: string;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly town: string | null;
  readonly campaign_id: string;
  readonly campaign: string;
  readonly cause: Cause;
  readonly said: string | null;
  readonly at: string | null;
  readonly digest: string | null;
  readonly suppressed: string | null;
  readonly asked_at: string | null;
}

/** One letter that came back: whose, why, in the server's own words, and the two ways on. */
export function ReturnedCard({ letter, mayManage }: { letter: ReturnedShown; mayManage: boolean }) {
  const [isJudging, setJudging] = useState(false);
  const fetcher = useFetcher({ key: RETURN_FETCHER });
  const { id, cause, said, at, digest, suppressed } = letter;
  const name =
    letter.last_name === null
      ? "Médecin qui n'est plus suivi"
      : listName({ lastName: letter.last_name, firstName: letter.first_name ?? "" });
  return (
    <li className="return" data-row>
      <div className="return-head">
        <Link to={`/medecins/${letter.doctor_id}/donnees`} className="return-name" data-row-link>
          {name}
        </Link>
        <span className="soft">{letter.town}</span>
        <Badge tone={cause === "hard" ? "danger" : cause === "policy" ? "warm" : "doubt"}>{CAUSE_LABELS[cause]}</Badge>
        {suppressed !== null && <Badge>On n'y écrit plus</Badge>}
      </div>
      {said && <blockquote className="return-words">{said.slice(0, 300)}</blockquote>}
      <p className="soft small return-facts">
        {letter.address}
        {" · "}
        <Link to={`/campagnes/${letter.campaign_id}`}>{letter.campaign}</Link>
        {at && <> · {dayMonthYear(dayOf(at))}</>}
        {digest && (
          <>
            {" · "}
            <Link to={`/campagnes/delivrabilite/messages/${digest}`}>Lire le message</Link>
          </>
        )}
      </p>
      {mayManage && (
        <div className="return-acts">
          <Button icon="undo" data-act="false" onClick={() => setJudging(true)}>
            Faux rebond
          </Button>
          {letter.asked_at === null ? (
            <Button
              icon="question"
              data-act="ask"
              onClick={() => fetcher.submit({ intent: "ask-address", recipientId: id }, { method: "post" })}
            >
              Corriger l'adresse
            </Button>
          ) : (
            <Badge tone="brand">Adresse demandée le {shortDay(dayOf(letter.asked_at))}</Badge>
          )}
        </div>
      )}
      <FalseBounceDialog
        recipientId={id}
        address={letter.address}
        isOpen={isJudging}
        onClose={() => setJudging(false)}
      />
    </li>
  );
}
