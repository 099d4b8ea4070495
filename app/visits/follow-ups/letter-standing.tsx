import { french } from "~/format/typography";
import { Notice } from "~/ui/notice";
import { Step } from "./letter-actions";
import type { LetterState } from "./letter-state";

interface LetterStandingProps {
  readonly version: number;
  readonly state: LetterState;
  readonly recipient: string | null;
  readonly failure: string | null;
  readonly isMine: boolean;
  readonly delegate: string | null;
  readonly asked: string | null;
  readonly sent: string | null;
  readonly writing: { readonly may: boolean; readonly why?: string };
}

/** Where the letter stands: what happened, what is safe, what to do. */
export function LetterStanding(props: LetterStandingProps) {
  const { version, state, recipient, failure, isMine, asked, sent } = props;
  switch (state) {
    case "draft":
      return <DraftStanding {...props} />;
    case "waiting":
      return (
        <Notice live>
          {french(`Envoi à ${recipient} demandé le ${asked} : il part dès que le serveur d'envoi répond.`)}
        </Notice>
      );
    case "sending":
      return <Notice live>{french(`Envoi à ${recipient} en cours.`)}</Notice>;
    case "sent":
      return (
        <Notice kind="good" live>
          Envoyé à {recipient} le {sent}.
        </Notice>
      );
    case "uncertain":
      return (
        <Notice
          kind="attention"
          title="Ce courriel est peut-être parti"
          action={
            isMine && (
              <div className="cluster">
                <Step version={version} intent="arrived" label="Le médecin l'a reçu" />
                <Step version={version} intent="write-again" label="Il n'est pas arrivé : reprendre" />
              </div>
            )
          }
        >
          {french(
            `La liaison avec le serveur d'envoi s'est coupée le ${asked}. Il ne repartira pas de lui-même, pour ne pas arriver deux fois à ${recipient} : demandez au médecin, puis tranchez.`,
          )}
        </Notice>
      );
    case "discarded":
      return <Notice>{failure ?? "Ce courriel a été abandonné. Il n'est pas parti."}</Notice>;
  }
}

function DraftStanding({ failure, isMine, delegate, writing }: LetterStandingProps) {
  if (!isMine)
    return (
      <Notice>Ce brouillon est celui de {delegate ?? "quelqu'un d'autre"} : vous pouvez le lire seulement.</Notice>
    );
  return (
    <>
      {failure && <Notice kind="danger">{failure}</Notice>}
      {!writing.may && (
        <Notice kind="attention" title="Ce courriel ne peut pas être envoyé">
          {writing.why} Vous pouvez imprimer la lettre et la poster.
        </Notice>
      )}
    </>
  );
}
