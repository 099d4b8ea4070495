import { useState } from "react";
import { type Day, dayOf, type Instant } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { formatPhone } from "~/format/phone";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import type { ConsentWay, Hours } from "./candidate";
import { CONSENT_LABELS, HOURS_LABELS } from "./labels";
import { MAIL_LABELS, type MailState } from "./mail-state";

interface CandidateSheetProps {
  readonly candidate: {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly hours: Hours;
    readonly available_on: Day;
    readonly mobility_km: number;
    readonly note: string;
    readonly consent_on: Day;
    readonly consent_by: ConsentWay;
    readonly consent: string | null;
    readonly consent_text: string;
    readonly contacted_on: Day;
    readonly lapsesOn: Day;
    readonly erasedOn: Day | null;
    readonly letters_stopped_at: Instant | null;
  };
  readonly mails: readonly {
    readonly id: string;
    readonly subject: string;
    readonly state: MailState;
    readonly asked_at: Instant;
  }[];
  readonly mayManage: boolean;
}

/** How to reach the person, what they look for, and what they agreed to. */
export function CandidateSheet({ candidate, mails, mayManage }: CandidateSheetProps) {
  const [isErasing, setErasing] = useState(false);
  return (
    <div className="stack stack-loose">
      {candidate.erasedOn !== null && (
        <Notice kind="attention" title={`Fiche à effacer le ${dayMonthYear(candidate.erasedOn)}`}>
          Aucune nouvelle depuis le {dayMonthYear(candidate.contacted_on)}. Appelez la personne et notez le contact pour
          la garder.
        </Notice>
      )}
      <Panel title="La personne">
        <DefinitionList
          items={[
            ...(candidate.phone === null
              ? []
              : [
                  {
                    term: "Téléphone",
                    value: <a href={`tel:${candidate.phone}`}>{formatPhone(candidate.phone)}</a>,
                  },
                ]),
            { term: "E-mail", value: candidate.email ?? "aucune adresse" },
            { term: "Cherche", value: HOURS_LABELS[candidate.hours] },
            { term: "Disponible", value: `le ${dayMonthYear(candidate.available_on)}` },
            { term: "Distance", value: `jusqu'à ${candidate.mobility_km} km` },
            {
              term: "Lettres",
              value:
                candidate.letters_stopped_at === null
                  ? "acceptées"
                  : `refusées le ${dayMonthYear(dayOf(candidate.letters_stopped_at))}`,
            },
            ...(candidate.note === "" ? [] : [{ term: "Note", value: candidate.note }]),
          ]}
        />
      </Panel>
      <Panel title="Son accord">
        <div className="stack">
          <p>
            {french(
              `Donné le ${dayMonthYear(candidate.consent_on)}, ${CONSENT_LABELS[candidate.consent_by]}. Dernier contact le ${dayMonthYear(candidate.contacted_on)} : l'accord vaut jusqu'au ${dayMonthYear(candidate.lapsesOn)}.`,
            )}
          </p>
          {candidate.consent && (
            <details>
              <summary>Texte accepté (version {candidate.consent_text})</summary>
              <blockquote className="recruiting-consent">{candidate.consent}</blockquote>
            </details>
          )}
          {mayManage && (
            <Button kind="quiet" icon="trash" onClick={() => setErasing(true)}>
              Effacer à sa demande
            </Button>
          )}
        </div>
      </Panel>
      {mails.length > 0 && (
        <Panel title="Courriels">
          <ul className="recruiting-people">
            {mails.map((mail) => (
              <li key={mail.id}>
                <span>
                  {mail.subject}
                  <span className="soft small">
                    {" "}
                    {dayMonthYear(dayOf(mail.asked_at))}, {MAIL_LABELS[mail.state]}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Confirm
        title={french(`Effacer ${candidate.name} ?`)}
        verb="Effacer cette personne"
        gesture="La personne l'a demandé"
        isDangerous
        isOpen={isErasing}
        onClose={() => setErasing(false)}
        fields={{ intent: "withdraw" }}
      >
        <p>
          Ses coordonnées, ses mises en relation et ses courriels sont effacés tout de suite et pour toujours. Seule une
          empreinte illisible reste, pour ne pas l'enregistrer de nouveau par erreur.
        </p>
      </Confirm>
    </div>
  );
}
