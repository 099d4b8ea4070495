import { number } from "~/format/numbers";
import { french, listed, quoted } from "~/format/typography";
import { Checkbox } from "~/ui/checkbox";
import type { FieldMessages } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-input";
import { MOST_NOTE, WARNING_SENTENCES } from "./note";
import { type NoteWarning, noteWarnings, REFUSED_KINDS } from "./note-warnings";

interface NoteFieldProps {
  readonly note: string;
  readonly confirmed: readonly string[];
  /** The doctor's own. */
  readonly phones: readonly string[];
  readonly error: FieldMessages;
  readonly onChange: (part: { note?: string; confirmed?: string[] }) => void;
}

/** Not cut at the last sign allowed: what was pasted stays whole until its author has shortened it. */
export function NoteField({ note, confirmed, phones, error, onChange }: NoteFieldProps) {
  const warnings = note.length <= MOST_NOTE ? noteWarnings(note, phones) : [];
  const left = MOST_NOTE - note.length;
  return (
    <div className="report-block report-note">
      <TextArea
        name="note"
        label="Note"
        optional
        rows={3}
        value={note}
        onChange={(event) => onChange({ note: event.currentTarget.value, confirmed: [] })}
        error={error}
        help={
          left < 0
            ? french(`${number(-left)} caractères de trop : le maximum est de ${number(MOST_NOTE)}.`)
            : "Ce qui aidera à la prochaine visite. Le médecin peut demander à la lire."
        }
      />
      {warnings.length > 0 && <ToRead warnings={warnings} confirmed={confirmed} onChange={onChange} />}
    </div>
  );
}

interface ToReadProps extends Pick<NoteFieldProps, "confirmed" | "onChange"> {
  readonly warnings: readonly NoteWarning[];
}

function ToRead({ warnings, confirmed, onChange }: ToReadProps) {
  const confirmable = warnings.map(({ kind }) => kind).filter((kind) => !REFUSED_KINDS.includes(kind));
  const isConfirmed = confirmable.every((kind) => confirmed.includes(kind));
  return (
    <Notice kind="attention" title="À relire" live>
      <ul className="report-warnings">
        {warnings.map(({ kind, words }) => (
          <li key={kind}>
            <strong>{listed(words.map(quoted))}</strong> {WARNING_SENTENCES[kind]}
          </li>
        ))}
      </ul>
      {confirmable.length > 0 && (
        <Checkbox
          name="confirmed"
          value={confirmable[0]}
          checked={isConfirmed}
          onChange={(event) => onChange({ confirmed: event.currentTarget.checked ? confirmable : [] })}
          label="Je confirme que cette note ne dit rien de la santé ni de la vie privée d'une personne, et ne blesse personne."
        />
      )}
      {isConfirmed &&
        confirmable.slice(1).map((kind) => <input key={kind} type="hidden" name="confirmed" value={kind} />)}
    </Notice>
  );
}
