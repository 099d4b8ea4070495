import type { SelectHTMLAttributes } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./field";
import { Icon } from "./icon";
import type { InputWidth } from "./text-input";

export type Option = { value: string; label: string };

export type SelectProps = FieldProps & {
  options: readonly Option[];
  /** The first line, without a value: « Choisissez un secteur ». */
  placeholder?: string;
  width?: InputWidth;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id">;

/** The device's own list: right on every phone, readable by every assistive tool, nothing to load. */
export function Select(props: SelectProps) {
  const { name, label, id, help, error, optional, options, placeholder, width = "full", ...select } = props;
  return (
    <Field name={name} label={label} id={id} help={help} error={error} optional={optional}>
      {(control) => (
        <div className={classes("select", width !== "full" && `input-${width}`)}>
          <select {...select} {...control} className="input">
            {placeholder && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" small />
        </div>
      )}
    </Field>
  );
}
