import type { ReactNode } from "react";
import { Button, type ButtonKind } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { SETTINGS, type Section } from "./use-section";

export type SectionFormProps = {
  section: Section;
  intent: string;
  /** The verb of the button. */
  verb: string;
  kind?: ButtonKind;
  /** Beside the button. */
  more?: ReactNode;
  children: ReactNode;
};

/** One part of the settings, saved on its own. */
export function SectionForm({ section, intent, verb, kind, more, children }: SectionFormProps) {
  const { fetcher, refused, isBusy, generation } = section;
  return (
    <fetcher.Form method="post" action={SETTINGS} className="form" noValidate key={generation}>
      <input type="hidden" name="intent" value={intent} />
      <FormErrors problems={refused?.fields} message={refused?.error} />
      {children}
      <div className="form-actions">
        <Button type="submit" kind={kind ?? "secondary"} busy={isBusy}>
          {verb}
        </Button>
        {more}
      </div>
    </fetcher.Form>
  );
}
