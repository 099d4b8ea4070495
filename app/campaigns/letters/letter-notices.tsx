import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";

interface LetterNoticesProps {
  readonly refused: { readonly error: string; readonly fields: Record<string, string[]> } | undefined;
  readonly isArchived: boolean;
  readonly takenFrom: number | null;
  readonly mayWrite: boolean;
  readonly revision: number;
  readonly changedBy: string | null;
  readonly isRecovered: boolean;
  readonly isOvertaken: boolean;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Which words are on the screen, when they are not simply the last ones saved. */
export function LetterNotices(props: LetterNoticesProps) {
  const { refused, isArchived, takenFrom, revision, changedBy, isRecovered, isOvertaken } = props;
  const back = <Button onClick={props.onTakeTheirs}>Revenir à la version {revision}</Button>;
  return (
    <>
      {refused && !isOvertaken && (
        <FormErrors
          message={refused.error}
          problems={refused.fields.name ? { name: refused.fields.name } : undefined}
        />
      )}
      {isArchived && (
        <Notice kind="info" title={french("Cette lettre est archivée : elle se lit, et ne s'envoie plus.")} />
      )}
      {takenFrom !== null && (
        <Notice
          kind="attention"
          title={`Vous lisez la version ${takenFrom}.${props.mayWrite ? ` Enregistrée, elle deviendra la version ${revision + 1}.` : ""}`}
        />
      )}
      {isOvertaken && (
        <Notice
          kind="attention"
          live
          title={`${changedBy ?? "Quelqu'un"} a enregistré la version ${revision} pendant que vous écriviez.`}
          action={
            <div className="cluster">
              <Button onClick={props.onKeepMine}>Garder mon texte</Button>
              {back}
            </div>
          }
        >
          Votre texte est sur cet écran, rien n'est perdu. Si vous le gardez, l'autre version reste dans la liste des
          versions.
        </Notice>
      )}
      {isRecovered && !isOvertaken && (
        <Notice kind="info" live title="Votre texte non enregistré a été repris de cet appareil." action={back} />
      )}
    </>
  );
}
