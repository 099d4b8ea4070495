import { useMemo, useState } from "react";
import { Button } from "~/ui/button";
import { classes } from "~/ui/classes";
import { PageHeader } from "~/ui/page-header";
import { useShortcuts } from "~/ui/shortcuts";
import { checkLetter } from "./check";
import { LetterActs } from "./letter-acts";
import { LetterEditor } from "./letter-editor";
import { LetterNotices } from "./letter-notices";
import { LetterStanding } from "./letter-standing";
import type { Example } from "./preview.server";
import { PreviewPane } from "./preview-pane";
import { TrialButton } from "./trial-button";
import { type LetterAsOpened, useLetter } from "./use-letter";
import { Versions } from "./versions";

export interface DeskProps extends LetterAsOpened {
  readonly examples: readonly Example[];
  readonly revisions: Parameters<typeof Versions>[0]["revisions"];
  readonly trial: Parameters<typeof TrialButton>[0]["trial"];
  readonly myAddress: string;
  readonly changed_by: string | null;
  readonly changed_at: string;
  readonly archived_at: string | null;
  readonly now: string;
  readonly today: string;
  readonly mayManage: boolean;
}

/** The words at the left, the letter at the right; on a phone, one or the other. */
export function LetterDesk(props: DeskProps) {
  const { mayWrite, mayManage, examples, trial, today, revision } = props;
  const desk = useLetter(props);
  const { letter, draft, isUnsaved, isSaving } = desk;
  const [chosen, setChosen] = useState<Example>(examples[0]!);
  const [side, setSide] = useState<"words" | "preview">(mayWrite ? "words" : "preview");
  const checked = useMemo(() => checkLetter(letter), [letter]);
  useShortcuts([{ keys: "Mod+Enter", label: "Voir l'aperçu", run: () => showPreview(side, setSide) }]);
  return (
    <>
      <PageHeader
        title={draft.name || "Lettre sans nom"}
        back={{ to: "/lettres", label: "Lettres" }}
        facts={<LetterStanding {...props} toMend={checked.errors.length} isUnsaved={isUnsaved} />}
        action={
          <div className="cluster">
            {mayManage && <LetterActs isArchived={props.archived_at !== null} />}
            {mayWrite && (
              <Button kind="primary" busy={isSaving} onClick={desk.save}>
                Enregistrer
              </Button>
            )}
          </div>
        }
      />
      <LetterNotices
        refused={desk.refused}
        isArchived={props.archived_at !== null}
        takenFrom={props.takenFrom}
        mayWrite={mayWrite}
        revision={revision}
        changedBy={props.changed_by}
        isRecovered={desk.isRecovered}
        isOvertaken={desk.isOvertaken}
        onKeepMine={desk.keepMine}
        onTakeTheirs={desk.takeTheirs}
      />
      {mayWrite && <Sides side={side} onChange={setSide} />}
      <div className={classes("mailing-desk", mayWrite && "mailing-desk-both")}>
        {mayWrite && (
          <div className={classes(side === "preview" && "mailing-away")}>
            <LetterEditor draft={draft} letter={letter} checked={checked} edit={desk.edit} onSave={desk.save} />
          </div>
        )}
        <div className={classes("mailing-side-preview", side === "words" && "mailing-away")}>
          <PreviewPane letter={letter} today={today} examples={examples} chosen={chosen} onChoose={setChosen}>
            {mayWrite && (
              <TrialButton
                to={props.myAddress}
                isUnsaved={isUnsaved}
                isSaving={isSaving}
                isBlocked={checked.errors.length > 0 || desk.isOvertaken}
                trial={trial}
                onTry={() => desk.tryFor(chosen.doctorId)}
              />
            )}
          </PreviewPane>
        </div>
      </div>
      <Versions id={props.id} current={revision} revisions={props.revisions} mayWrite={mayWrite} />
    </>
  );
}

type Side = "words" | "preview";

/** Shown where both do not fit side by side. */
function Sides({ side, onChange }: { side: Side; onChange: (side: Side) => void }) {
  const choice = (each: Side, label: string) => (
    <Button kind={side === each ? "secondary" : "quiet"} aria-pressed={side === each} onClick={() => onChange(each)}>
      {label}
    </Button>
  );
  return (
    <fieldset className="mailing-sides">
      <legend className="visually-hidden">Partie affichée</legend>
      {choice("words", "Écrire")}
      {choice("preview", "Aperçu")}
    </fieldset>
  );
}

/** Back to the words from a preview that hides them; elsewhere the focus goes to the preview. */
function showPreview(side: Side, setSide: (side: Side) => void) {
  const isHidden = document.getElementById("apercu")?.checkVisibility() === false;
  const hidesWords = side === "preview" && document.querySelector(".mailing-editor")?.checkVisibility() === false;
  if (hidesWords) return setSide("words");
  if (isHidden) setSide("preview");
  requestAnimationFrame(() => document.getElementById("apercu")?.focus());
}
