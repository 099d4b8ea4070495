import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./field";

/** As wide as what is expected in it: a year is not a street. */
export type InputWidth = "short" | "medium" | "full";

export type TextInputProps = FieldProps & {
  width?: InputWidth;
  /** Written after the input: « € », « patients ». */
  unit?: ReactNode;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "width">;

export function TextInput({ name, label, id, help, error, optional, width = "full", unit, ...input }: TextInputProps) {
  const figures = input.inputMode === "numeric" || input.inputMode === "decimal";
  const className = classes("input", figures && "input-figure", width !== "full" && `input-${width}`, input.className);
  return (
    <Field name={name} label={label} id={id} help={help} error={error} optional={optional}>
      {(control) =>
        unit ? (
          <div className="input-with-unit">
            <input {...input} {...control} className={className} />
            <span className="soft">{unit}</span>
          </div>
        ) : (
          <input {...input} {...control} className={className} />
        )
      }
    </Field>
  );
}

export type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id">;

export function TextArea({ name, label, id, help, error, optional, ...area }: TextAreaProps) {
  return (
    <Field name={name} label={label} id={id} help={help} error={error} optional={optional}>
      {(control) => <textarea {...area} {...control} className={classes("input", area.className)} />}
    </Field>
  );
}
