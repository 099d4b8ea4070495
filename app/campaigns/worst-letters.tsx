import { useMemo, useState } from "react";
import type { Day } from "~/calendar/day";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";
import type { Letter } from "./letters/block";
import type { Frame } from "./letters/frame";
import { LetterFrame } from "./letters/letter-frame";
import { merge } from "./letters/merge";
import type { Example } from "./letters/preview.server";
import { render } from "./letters/render";
import "./letters/preview.css";

interface WorstLettersProps {
  readonly letter: Letter;
  readonly frame: Frame;
  readonly examples: readonly Example[];
  readonly today: Day;
}

/** The letter as the five doctors on whom it would look worst will read it. */
export function WorstLetters({ letter, frame, examples, today }: WorstLettersProps) {
  const [at, setAt] = useState(0);
  const chosen = examples[at] ?? examples[0]!;
  const message = useMemo(() => merge(render(letter, frame, today), chosen.values), [letter, frame, today, chosen]);
  return (
    <Panel title="Les cinq lettres à relire">
      <div className="stack">
        <fieldset className="worst-choice">
          <legend className="visually-hidden">Médecin</legend>
          {examples.map(({ key, why }, rank) => (
            <Button
              key={key}
              kind={rank === at ? "secondary" : "quiet"}
              aria-pressed={rank === at}
              onClick={() => setAt(rank)}
            >
              {why}
            </Button>
          ))}
        </fieldset>
        <p>
          <span className="soft">À</span> <strong>{chosen.name}</strong>
          <br />
          <span className="soft">Objet</span> <strong>{message.subject}</strong>
        </p>
        <LetterFrame html={message.html} title={`Lettre à ${chosen.name}`} isDark={false} />
      </div>
    </Panel>
  );
}
