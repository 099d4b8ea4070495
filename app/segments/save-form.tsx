import { Form } from "@remix-run/react";
import { FormErrors } from "~/ui/form-errors";
import { TextInput } from "~/ui/text-input";
import { LONGEST_NAME } from "./sharing";

interface SaveFormProps {
  refused: { error: string; fields: Record<string, string[]> } | undefined;
  criteria: string;
  name?: string;
  /** What is kept besides, by name. */
  hidden?: Readonly<Record<string, string>>;
}

/** The name, and the criteria on screen; the page's own button sends it. */
export function SaveForm({ refused, criteria, name = "", hidden = {} }: SaveFormProps) {
  const fields = refused?.fields ?? {};
  const hasFields = Object.keys(fields).length > 0;
  return (
    <Form method="post" id="segment" className="form" replace>
      {refused?.error && <FormErrors problems={fields} message={hasFields ? undefined : refused.error} />}
      <input type="hidden" name="criteria" id="criteria" value={criteria} />
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <TextInput
        name="name"
        label="Nom du segment"
        defaultValue={name}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        error={fields.name}
      />
    </Form>
  );
}
