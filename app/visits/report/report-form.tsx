import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Checkbox } from "~/ui/checkbox";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { NextStepFields } from "./next-step-fields";
import { NoteField } from "./note-field";
import { ObjectionChips, OptionChips } from "./objection-chips";
import { ResultButtons } from "./result-buttons";
import { REPORT_FORM, type ReportSubject, useReport } from "./use-report";

export interface ReportFormProps extends ReportSubject {
  /** Where the form is posted by a browser without scripts. */
  readonly action: string;
  readonly heldOn: string;
  readonly department: string;
  readonly phone: string | null;
  readonly refused: { error: string; fields: Record<string, string[]> } | undefined;
  readonly children?: ReactNode;
  readonly title: (busy: boolean) => ReactNode;
}

/** Result, save: everything else is already filled in, or may stay empty. */
export function ReportForm(props: ReportFormProps) {
  const { draft, change, send, delivery, isSending, isKept } = useReport(props);
  const refused = delivery?.kind === "refused" ? delivery : props.refused;
  const { result } = draft;
  return (
    <>
      {props.title(isSending)}
      {!isKept && (
        <Notice kind="attention">
          Ce navigateur ne garde rien sur le téléphone. Laissez cette page ouverte jusqu'à l'envoi.
        </Notice>
      )}
      <Form method="post" action={props.action} id={REPORT_FORM} className="report-form" onSubmit={send} noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        {Object.entries(props.about).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="id" value={draft.id} />
        <ResultButtons
          value={result}
          onChange={(chosen) => change({ result: chosen, nextStep: null, nextOn: null, refuses: [] })}
          error={refused?.fields.result}
        />
        {result !== "absent" && (
          <ObjectionChips
            isOpen={result === "objection" || result === "refused" || draft.objections.length > 0}
            chosen={draft.objections}
            onChange={(objections) => change({ objections })}
          />
        )}
        {result !== null && result !== "refused" && (
          <NextStepFields draft={draft} change={change} {...props} error={refused?.fields.nextOn} result={result} />
        )}
        {result === "refused" && <Refusals chosen={draft.refuses} onChange={(refuses) => change({ refuses })} />}
        {result !== "absent" && <OptionChips value={draft.option} onChange={(option) => change({ option })} />}
        {props.children}
        <NoteField
          note={draft.note}
          confirmed={draft.confirmed}
          phones={props.phone === null ? [] : [props.phone]}
          error={refused?.fields.note}
          onChange={change}
        />
      </Form>
    </>
  );
}

interface RefusalsProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** A no to the contract is not yet a no to Tandem: it is asked. */
function Refusals({ chosen, onChange }: RefusalsProps) {
  const box = (value: string, label: string) => (
    <Checkbox
      name="refuses"
      id={`refuses-${value}`}
      value={value}
      label={label}
      checked={chosen.includes(value)}
      onChange={(event) =>
        onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
      }
    />
  );
  return (
    <fieldset className="report-block">
      <legend>Le médecin s'oppose-t-il à d'autres contacts ?</legend>
      {box("visit", "Ne plus lui rendre visite à ce sujet")}
      {box("email", "Ne plus lui écrire par courriel")}
      <p className="soft small">
        Une opposition vaut tout de suite, pour toute la caisse. Elle se lève depuis sa fiche.
      </p>
    </fieldset>
  );
}
