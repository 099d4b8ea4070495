import { Form } from "@remix-run/react";
import { useState } from "react";
import { TextArea, TextInput } from "~/ui/text-input";
import { type LetterPaper, LetterSheet } from "./letter-sheet";

export const LETTER_FORM = "letter";

interface LetterEditorProps extends LetterPaper {
  readonly version: number;
  readonly writing: { readonly may: boolean; readonly to?: string };
  readonly wrong: Record<string, string[]> | undefined;
}

/** Words at the left, the letter as it will be read at the right; one under the other on a phone. */
export function LetterEditor({ version, writing, wrong, ...letter }: LetterEditorProps) {
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  return (
    <div className="letter-desk">
      <Form method="post" id={LETTER_FORM} className="form no-print" noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="to" value={writing.to ?? ""} />
        <TextInput
          name="subject"
          label="Objet"
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
          error={wrong?.subject}
        />
        <TextArea
          name="body"
          label="Texte"
          rows={16}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          error={wrong?.body}
          help="Une ligne vide sépare deux paragraphes. Relisez chaque chiffre avec sa source."
        />
      </Form>
      <LetterSheet {...letter} subject={subject} body={body} />
    </div>
  );
}
