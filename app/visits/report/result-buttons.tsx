import { type FieldMessages, FieldNotes } from "~/ui/field";
import { Icon, type IconName } from "~/ui/icon";
import type { Tone } from "~/ui/mark-shapes";
import { RESULT_LABELS, RESULTS, type Result } from "./result";

const LOOKS: Record<Result, { icon: IconName; tone: Tone }> = {
  interested: { icon: "check", tone: "good" },
  later: { icon: "clock", tone: "brand" },
  objection: { icon: "question", tone: "doubt" },
  refused: { icon: "cross", tone: "danger" },
  absent: { icon: "user", tone: "plain" },
};

interface ResultButtonsProps {
  readonly value: Result | null;
  readonly onChange: (value: Result) => void;
  readonly error: FieldMessages;
}

/** Five buttons for a thumb; radios underneath, so that arrows, forms and screen readers know what they are. */
export function ResultButtons({ value, onChange, error }: ResultButtonsProps) {
  return (
    <fieldset className="report-block">
      <legend>Résultat</legend>
      <FieldNotes id="result" error={error} />
      <div className="result-buttons">
        {RESULTS.map((result, rank) => (
          <label key={result} className={`result-button tone-${LOOKS[result].tone}`}>
            <input
              type="radio"
              name="result"
              id={rank === 0 ? "result" : undefined}
              className="visually-hidden"
              value={result}
              checked={value === result}
              onChange={() => onChange(result)}
            />
            <Icon name={LOOKS[result].icon} />
            {RESULT_LABELS[result]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
