import { useEffect, useState } from "react";
import { countOf } from "~/format/numbers";
import { evidenceFor, OBJECTION_CODES, OBJECTIONS } from "./objections";
import { DISCUSSED, DISCUSSED_LABELS } from "./result";

interface ObjectionChipsProps {
  /** Opened by the result; a person may open it whatever the result. */
  readonly isOpen: boolean;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** What was said against it, and at once what is known to answer. */
export function ObjectionChips({ isOpen, chosen, onChange }: ObjectionChipsProps) {
  const [isShown, setShown] = useState(isOpen);
  useEffect(() => setShown(isOpen), [isOpen]);
  const evidence = evidenceFor(chosen);
  return (
    <details className="report-block" open={isShown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        Objections entendues
        {chosen.length > 0 && <span className="chip-count">{countOf(chosen.length, "objection")}</span>}
      </summary>
      <fieldset className="choice-chips">
        <legend className="visually-hidden">Objections entendues</legend>
        {OBJECTION_CODES.map((code) => (
          <label key={code} className="choice-chip">
            <input
              type="checkbox"
              name="objections"
              className="visually-hidden"
              value={code}
              checked={chosen.includes(code)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, code] : chosen.filter((each) => each !== code))
              }
            />
            {OBJECTIONS[code].label}
          </label>
        ))}
      </fieldset>
      {evidence.length > 0 && (
        <div className="report-answers" role="status">
          <h3>Pour répondre</h3>
          <ul>
            {evidence.map(({ text, source }) => (
              <li key={text}>
                {text} <cite>{source}</cite>
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  );
}

interface OptionChipsProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Chosen again, it is no longer chosen: a radio could not be taken back. */
export function OptionChips({ value, onChange }: OptionChipsProps) {
  return (
    <fieldset className="report-block">
      <legend>Option évoquée</legend>
      <div className="choice-chips">
        {DISCUSSED.map((option) => (
          <label key={option} className="choice-chip">
            <input
              type="checkbox"
              name="option"
              className="visually-hidden"
              value={option}
              checked={value === option}
              onChange={(event) => onChange(event.currentTarget.checked ? option : null)}
            />
            {DISCUSSED_LABELS[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
