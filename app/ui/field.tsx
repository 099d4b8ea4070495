import type { ReactNode } from "react";
import { Icon } from "./icon";

/** As refusals carry them: one field may have several messages, the first is shown. */
export type FieldMessages = readonly string[] | string | undefined;

export type FieldProps = {
  /** Also the id, so that the summary of errors can link to it. */
  name: string;
  label: ReactNode;
  /** When the same name stands twice on a page. */
  id?: string | undefined;
  help?: ReactNode;
  error?: FieldMessages;
  optional?: boolean | undefined;
};

/** What the control must carry to be tied to its label, help and error. */
export type FieldControl = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export function Field({
  label,
  optional,
  children,
  ...props
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const control = fieldControl(props);
  return (
    <div className={control["aria-invalid"] ? "field field-wrong" : "field"}>
      <label className="field-label" htmlFor={control.id}>
        {label}
        {optional && <span className="field-optional"> (facultatif)</span>}
      </label>
      {children(control)}
      <FieldNotes id={control.id} help={props.help} error={props.error} />
    </div>
  );
}

export function fieldControl({ name, id = name, help, error }: Omit<FieldProps, "label">): FieldControl {
  const message = firstMessage(error);
  const described = [message && errorId(id), help && helpId(id)].filter(Boolean).join(" ");
  return { id, name, "aria-describedby": described || undefined, "aria-invalid": message ? true : undefined };
}

/** The error first: it is what one needs to read on coming back to the field. */
export function FieldNotes({ id, help, error }: { id: string; help?: ReactNode; error?: FieldMessages }) {
  const message = firstMessage(error);
  return (
    <>
      {message && (
        <p className="field-error" id={errorId(id)}>
          <Icon name="warning" />
          {message}
        </p>
      )}
      {help && (
        <p className="field-help" id={helpId(id)}>
          {help}
        </p>
      )}
    </>
  );
}

export function firstMessage(error: FieldMessages): string | undefined {
  return typeof error === "string" ? error : error?.[0];
}

const helpId = (id: string) => `${id}-help`;
const errorId = (id: string) => `${id}-error`;
