import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { TextInput } from "~/ui/text-input";
import type { Completed } from "./completing.server";
import { EARLIEST, FACTS, type FactColumn, type FactKind } from "./fact-catalog";
import { TypedAnswer } from "./typed-answer";

interface FactFormProps {
  doctorId: number;
  fact: FactColumn;
  /** What the form saw in force, so that nobody's answer is overwritten unseen. */
  seen: string;
  today: Day;
  askedOn?: Day | null;
}

export type FactReply = Completed | { error: string; fields: Record<string, string[]> };

/** The frame listens to the same fetcher: the message outlives a form that its own answer makes disappear. */
export const factFetcher = (doctorId: number) => `fact-${doctorId}`;

/** One press for a yes or a no; a figure and a day otherwise. */
export function FactForm({ doctorId, fact, seen, today, askedOn }: FactFormProps) {
  const fetcher = useFetcher<FactReply>({ key: factFetcher(doctorId) });
  const refused = useRefusal(fetcher, fact);
  const busy = fetcher.state !== "idle";
  const { answer, label }: FactKind = FACTS[fact];
  const isPressed = answer.kind === "yes-no" || answer.kind === "choice";
  // Two forms may stand on one page: each names its fields after its fact.
  const [answerId, dayId] = [`${fact}-answer`, `${fact}-day`];
  return (
    <fetcher.Form method="post" action={`/medecins/${doctorId}`} className="fact-form" noValidate>
      <FormErrors
        problems={refused && { [answerId]: refused.fields.answer, [dayId]: refused.fields.measuredOn }}
        message={refused?.error}
      />
      <input type="hidden" name="intent" value="complete" />
      <input type="hidden" name="fact" value={fact} />
      <input type="hidden" name="seen" value={seen} />
      {/* Entering a day must not press the first answer: a disabled default button keeps Enter from submitting. */}
      {isPressed && <button type="submit" disabled hidden />}
      {answer.kind !== "day" && (
        <TextInput
          name="measuredOn"
          id={dayId}
          label="Constaté le"
          type="date"
          width="medium"
          defaultValue={today}
          min={EARLIEST}
          max={today}
          error={refused?.fields.measuredOn}
        />
      )}
      {answer.kind === "yes-no" && <Answers label={label} choices={YES_NO} busy={busy} />}
      {answer.kind === "choice" && <Answers label={label} choices={answer.choices} busy={busy} />}
      {answer.kind !== "yes-no" && answer.kind !== "choice" && (
        <TypedAnswer {...{ id: answerId, kind: answer.kind, label, today, busy }} error={refused?.fields.answer} />
      )}
      <Button type="submit" kind="quiet" name="unknown" value="1" busy={busy}>
        Ne sait pas
      </Button>
      {askedOn && <p className="soft small">Question déjà posée le {dayMonthYear(askedOn)}, sans réponse.</p>}
    </fetcher.Form>
  );
}

/** The refusal of this form, not of the other one that shares its fetcher. */
function useRefusal(fetcher: ReturnType<typeof useFetcher<FactReply>>, fact: FactColumn) {
  const [isMine, setMine] = useState(false);
  const sent = fetcher.formData?.get("fact");
  if (sent && (sent === fact) !== isMine) setMine(sent === fact);
  return isMine && fetcher.data && "error" in fetcher.data ? fetcher.data : undefined;
}

const YES_NO = [
  ["oui", "Oui"],
  ["non", "Non"],
] as const;

interface AnswersProps {
  label: string;
  choices: readonly (readonly [value: string, label: string])[];
  busy: boolean;
}

function Answers({ label, choices, busy }: AnswersProps) {
  return (
    <fieldset className="fact-answers">
      <legend className="field-label">{label}</legend>
      <div className="cluster">
        {choices.map(([value, words]) => (
          <Button key={value} type="submit" name="answer" value={value} busy={busy}>
            {words}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
