import { longDay } from "~/format/dates";
import type { FieldMessages } from "~/ui/field";
import { TextInput } from "~/ui/text-input";
import type { Draft } from "./draft";
import { proposedDay, STEPS_AFTER } from "./next-step";
import { NEXT_STEP_LABELS, type Result } from "./result";

interface NextStepFieldsProps {
  readonly draft: Draft;
  readonly result: Result;
  readonly heldOn: string;
  readonly department: string;
  readonly change: (part: Partial<Draft>) => void;
  readonly error: FieldMessages;
}

/** Already answered by the result; a tap changes the step, another the day. */
export function NextStepFields({ draft, result, heldOn, department, change, error }: NextStepFieldsProps) {
  const steps = STEPS_AFTER[result];
  const step = draft.nextStep ?? steps[0]!;
  const day = draft.nextOn ?? proposedDay(result, draft.heldOn || heldOn, department) ?? "";
  return (
    <fieldset className="report-block">
      <legend>
        La suite
        {step !== "none" && day !== "" && <span className="report-when"> {longDay(day)}</span>}
      </legend>
      <div className="choice-chips">
        {steps.map((each) => (
          <label key={each} className="choice-chip">
            <input
              type="radio"
              name="nextStep"
              className="visually-hidden"
              value={each}
              checked={each === step}
              onChange={() => change({ nextStep: each })}
            />
            {NEXT_STEP_LABELS[each]}
          </label>
        ))}
      </div>
      {step !== "none" && (
        <TextInput
          name="nextOn"
          label="Le"
          type="date"
          width="medium"
          value={day}
          min={heldOn}
          onChange={(event) => change({ nextOn: event.currentTarget.value })}
          error={error}
        />
      )}
    </fieldset>
  );
}
