import { longDay } from "~/format/dates";
import { french, listed } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { LETTER_LABELS, type LetterState } from "../follow-ups/letter-state";
import { AddNote } from "./add-note";
import { objectionLabels } from "./objections";
import {
  DISCUSSED_LABELS,
  type Discussed,
  NEXT_STEP_LABELS,
  type NextStep,
  RESULT_LABELS,
  type Result,
} from "./result";

export interface Stored {
  readonly id: string;
  readonly isMine: boolean;
  readonly delegate: string | null;
  readonly result: Result;
  readonly objections: readonly string[];
  readonly option: string | null;
  readonly nextStep: NextStep;
  readonly nextOn: string | null;
  readonly received: string;
  readonly notes: readonly { id: string; text: string; author: string | null; at: string }[];
  readonly letter: { id: string; subject: string; state: LetterState } | null;
}

interface StoredReportProps {
  readonly me: string;
  readonly mayReport: boolean;
  readonly doctor: { id: number; name: string; phone: string | null };
  readonly about: { readonly visitId: string };
  readonly when: string;
  readonly report: Stored;
  readonly next: { name: string; when: string; day: string; isToday: boolean } | null;
  readonly path: string;
  readonly back: { to: string; label: string };
}

/** What the minute of writing gives back: the next step, a letter ready to be read, and where to go now. */
export function StoredReport({ me, mayReport, doctor, about, when, report, next, path, back }: StoredReportProps) {
  return (
    <>
      <PageHeader
        back={back}
        title={doctor.name}
        intro={when}
        action={
          next && (
            <LinkButton to={`/visites/journee?jour=${next.day}`} kind="primary">
              {next.isToday ? `Suite : ${next.name}, ${next.when}` : "Ma prochaine visite"}
            </LinkButton>
          )
        }
      />
      <Notice kind="good" title="C'est enregistré" live>
        {french(`Reçu le ${report.received}${report.isMine ? "" : `, de ${report.delegate ?? "une collègue"}`}.`)}
      </Notice>
      <div className="report-after">
        <NextPromise report={report} doctorId={doctor.id} />
        {report.letter && <LetterCard letter={report.letter} />}
      </div>
      <Panel title="Compte rendu">
        <DefinitionList items={factsOf(report)} />
        {report.notes.map(({ id, text, author, at }) => (
          <figure key={id} className="report-quote">
            <blockquote>{text}</blockquote>
            <figcaption className="soft small">
              {author ?? "Une collègue"}, le {at}
            </figcaption>
          </figure>
        ))}
        {mayReport && <AddNote me={me} visitId={about.visitId} label={doctor.name} phone={doctor.phone} page={path} />}
      </Panel>
    </>
  );
}

function NextPromise({ report: { nextStep, nextOn }, doctorId }: { report: Stored; doctorId: number }) {
  if (nextStep === "none" || nextOn === null) return null;
  return (
    <div className="report-card">
      <Icon name="calendar" />
      <div>
        <strong>{NEXT_STEP_LABELS[nextStep]}</strong>
        <p>{longDay(nextOn)}</p>
      </div>
      {nextStep === "visit" ? (
        <LinkButton to={`/medecins/${doctorId}/creneaux`}>Trouver un créneau</LinkButton>
      ) : (
        <LinkButton to="/visites/relances">Mes relances</LinkButton>
      )}
    </div>
  );
}

function LetterCard({ letter: { id, subject, state } }: { letter: NonNullable<Stored["letter"]> }) {
  return (
    <div className="report-card">
      <Icon name="mail" />
      <div>
        <strong>{subject}</strong>
        <p>{LETTER_LABELS[state]}</p>
      </div>
      <LinkButton to={`/visites/courriers/${id}`}>{state === "draft" ? "Relire et envoyer" : "Ouvrir"}</LinkButton>
    </div>
  );
}

function factsOf({ result, objections, option, delegate }: Stored) {
  const heard = objectionLabels(objections);
  return [
    { term: "Résultat", value: RESULT_LABELS[result] },
    ...(heard.length > 0 ? [{ term: "Objections", value: listed(heard) }] : []),
    ...(option === null ? [] : [{ term: "Option évoquée", value: DISCUSSED_LABELS[option as Discussed] }]),
    { term: "Visite faite par", value: delegate ?? "Une collègue ou un collègue" },
  ];
}
