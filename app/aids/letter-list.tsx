import { numericDay } from "~/format/dates";
import { french } from "~/format/typography";
import { LETTER_STATE_LABELS, type SimulationLetterState } from "./letter-state";

interface Sent {
  readonly id: string;
  readonly askedOn: string;
  readonly by: string;
  readonly recipient: string;
  readonly state: SimulationLetterState;
  readonly failure: string | null;
}

/** The letters asked for, and what became of each. */
export function LetterList({ letters }: { letters: readonly Sent[] }) {
  if (letters.length === 0) return null;
  return (
    <ul className="plain-list small">
      {letters.map(({ id, askedOn, by, recipient, state, failure }) => (
        <li key={id}>
          {french(`Par e-mail à ${recipient}, le ${numericDay(askedOn)} par ${by} : ${LETTER_STATE_LABELS[state]}.`)}{" "}
          {failure}
        </li>
      ))}
    </ul>
  );
}
