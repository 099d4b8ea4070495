import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import type { Day } from "~/calendar/day";
import { Button } from "~/ui/button";
import type { Letter } from "./block";
import { DoctorChoice } from "./doctor-choice";
import { LetterFrame } from "./letter-frame";
import { merge } from "./merge";
import type { Example } from "./preview.server";
import { render } from "./render";
import { PREVIEW_FRAME } from "./trial";

type Look = "day" | "night" | "text";
const LOOKS: readonly (readonly [Look, string])[] = [
  ["day", "Message"],
  ["night", "Fond sombre"],
  ["text", "Texte seul"],
];

interface PreviewPaneProps {
  readonly letter: Letter;
  readonly today: Day;
  readonly examples: readonly Example[];
  readonly chosen: Example;
  readonly onChoose: (example: Example) => void;
  /** What may be done with the letter as it is shown. */
  readonly children?: ReactNode;
}

/** The letter as this doctor would read it, drawn again at each key. */
export function PreviewPane({ letter, today, examples, chosen, onChoose, children }: PreviewPaneProps) {
  const [look, setLook] = useState<Look>("day");
  const shown = useDeferredValue(letter);
  const message = useMemo(() => merge(render(shown, PREVIEW_FRAME, today), chosen.values), [shown, today, chosen]);
  return (
    <section id="apercu" className="mailing-preview" aria-label="Aperçu" tabIndex={-1}>
      <DoctorChoice examples={examples} chosen={chosen} onChoose={onChoose} />
      <fieldset className="mailing-looks">
        <legend className="visually-hidden">Apparence</legend>
        {LOOKS.map(([each, label]) => (
          <Button
            key={each}
            kind={each === look ? "secondary" : "quiet"}
            aria-pressed={each === look}
            onClick={() => setLook(each)}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <p className="mailing-subject">
        <span className="soft">Objet</span> <strong>{message.subject || "(sans objet)"}</strong>
      </p>
      {look === "text" ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached by keyboard
        <section className="mailing-text" aria-label="Version en texte seul" tabIndex={0}>
          <pre>{message.text}</pre>
        </section>
      ) : (
        <LetterFrame html={message.html} title={`Lettre à ${chosen.name}`} isDark={look === "night"} />
      )}
      {children}
    </section>
  );
}
