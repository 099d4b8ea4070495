import type { Day } from "~/calendar/day";
import { TextInput } from "~/ui/text-input";

interface NextStepFieldsProps {
  readonly problems: Record<string, string[]> | undefined;
  readonly today: Day;
}

/** What comes next and when: the list is sorted by this day. */
export function NextStepFields({ problems, today }: NextStepFieldsProps) {
  return (
    <div className="premises-pair">
      <TextInput
        name="nextStep"
        label="Suite à donner"
        optional
        maxLength={200}
        placeholder="Rappeler la commune"
        error={problems?.nextStep}
      />
      <TextInput name="nextOn" label="Le" optional type="date" width="medium" min={today} error={problems?.nextOn} />
    </div>
  );
}
