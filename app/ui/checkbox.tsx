import { type InputHTMLAttributes, type ReactNode, useEffect, useRef } from "react";
import { type FieldMessages, FieldNotes, fieldControl } from "./field";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "type">;

export type CheckboxProps = {
  name: string;
  label: ReactNode;
  id?: string;
  help?: ReactNode;
  error?: FieldMessages;
} & Native;

export function Checkbox({ name, label, id, help, error, ...input }: CheckboxProps) {
  const control = fieldControl({ name, id, help, error });
  return (
    <div className="choice-field">
      <label className="choice">
        <input {...input} {...control} type="checkbox" className="check" />
        <span>{label}</span>
      </label>
      <FieldNotes id={control.id} help={help} error={error} />
    </div>
  );
}

/** The box of a row or of a column header: its name is read, not shown. */
export function SelectBox({
  label,
  some = false,
  ...input
}: { label: string; some?: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return <input {...input} ref={box} type="checkbox" className="check" aria-label={label} />;
}
