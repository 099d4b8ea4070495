import { Link, useFetcher } from "@remix-run/react";
import { useState } from "react";
import type { Day } from "~/calendar/day";
import { longDay, relativeDay } from "~/format/dates";
import { formatPhone } from "~/format/phone";
import { french, listed, quoted } from "~/format/typography";
import { Badge } from "~/ui/badge";
import { Button, buttonClass, LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import type { Tone } from "~/ui/mark-shapes";
import { RESULT_LABELS } from "../report/result";
import { BASKET_LABELS, type Basket, INSTRUCTIONS } from "./baskets";
import { CloseDialog } from "./close-dialog";
import { PROMISES } from "./follow-up";
import { FOLLOW_UP_FETCHER } from "./follow-up-messages";
import type { FollowUpView } from "./follow-ups.server";

interface FollowUpCardProps {
  readonly followUp: FollowUpView;
  readonly today: Day;
  /** In its basket, whose instruction stands above the list. */
  readonly isAlone: boolean;
}

const TONES: Record<Basket, Tone> = { promised: "brand", unanswered: "doubt", "at-risk": "warm", "to-close": "plain" };

/** Who, what was promised and when; opened, what to do and five outcomes under five keys. */
export function FollowUpCard({ followUp, today, isAlone }: FollowUpCardProps) {
  const { name, town, kind, dueOn, basket, isUnreached } = followUp;
  const isDue = dueOn <= today;
  return (
    <li>
      <details className="follow-up" name="relance" data-row>
        <summary data-row-link>
          <span>
            <strong>{name}</strong>
            <span className="follow-up-promise">
              {capital([PROMISES[kind], isUnreached && "pas de réponse", town].filter(Boolean).join(" · "))}
            </span>
          </span>
          <span className="follow-up-when">
            <span className={isDue ? "bold" : "soft"}>{relativeDay(dueOn, today)}</span>
            {!isAlone && isDue && <Badge tone={TONES[basket]}>{BASKET_LABELS[basket]}</Badge>}
          </span>
        </summary>
        <div className="follow-up-body">
          {!isAlone && isDue && <p>{INSTRUCTIONS[basket]}</p>}
          <Origin followUp={followUp} />
          <Outcomes followUp={followUp} />
        </div>
      </details>
    </li>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function Origin({ followUp }: { followUp: FollowUpView }) {
  const { dueOn, result, objections, reportedOn, visitId, letter, journey } = followUp;
  return (
    <p className="soft">
      {french(`Pour le ${longDay(dueOn)}.`)} {journey && `Demandé par le parcours ${quoted(journey)}. `}
      {reportedOn && visitId && (
        <>
          <Link to={`/visites/${visitId}/compte-rendu`}>Compte rendu du {longDay(reportedOn)}</Link>
          {result && french(` : ${RESULT_LABELS[result].toLowerCase()}`)}
          {objections.length > 0 && ` (${listed(objections.map((label) => label.toLocaleLowerCase("fr")))})`}.{" "}
        </>
      )}
      {letter && (
        <Link to={`/visites/courriers/${letter.id}`}>{letter.isSent ? "Courriel envoyé" : "Courriel à relire"}</Link>
      )}
    </p>
  );
}

function Outcomes({ followUp }: { followUp: FollowUpView }) {
  const [isClosing, setClosing] = useState(false);
  const fetcher = useFetcher({ key: FOLLOW_UP_FETCHER });
  const { id, dueOn, phone, doctorId, kind } = followUp;
  const act = (intent: string) => fetcher.submit({ intent, id, dueOn }, { method: "post" });
  return (
    <div className="follow-up-acts">
      {phone && (
        <a href={`tel:${phone}`} className={buttonClass({ kind: "secondary" })}>
          <Icon name="phone" />
          <span>{formatPhone(phone)}</span>
        </a>
      )}
      {kind === "address" && (
        <LinkButton to={`/medecins/${doctorId}/adresse`} icon="mail">
          Noter l'adresse
        </LinkButton>
      )}
      <Button icon="check" data-outcome="1" onClick={() => act("done")}>
        Fait
      </Button>
      <Button icon="phone" data-outcome="2" onClick={() => act("unreached")}>
        Pas de réponse
      </Button>
      <Button icon="clock" data-outcome="3" onClick={() => act("postpone")}>
        Dans 7{"\u00a0"}jours
      </Button>
      <LinkButton to={`/medecins/${doctorId}/creneaux`} icon="calendar" data-outcome="4">
        Planifier
      </LinkButton>
      <Button icon="cross" data-outcome="5" onClick={() => setClosing(true)}>
        Clore
      </Button>
      <CloseDialog followUp={followUp} isOpen={isClosing} onClose={() => setClosing(false)} />
    </div>
  );
}
