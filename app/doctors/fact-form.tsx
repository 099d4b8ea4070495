import { useFetcher } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { TextInput } from "~/ui/text-input";
import type { Completed } from "./completing.server";
import { EARLIEST, FACTS, type FactColumn, type FactKind, MOST_PATIENTS } from "./fact-catalog";

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
  const refused = fetcher.data && "error" in fetcher.data ? fetcher.data : undefined;
  const busy = fetcher.state !== "idle";
  const { answer }: FactKind = FACTS[fact];
  const isPressed = answer.kind === "yes-no" || answer.kind === "choice";
  return (
    <fetcher.Form method="post" action={`/medecins/${doctorId}`} className="fact-form" noValidate>
      <FormErrors problems={refused?.fields} message={refused?.error} />
      <input type="hidden" name="intent" value="complete" />
      <input type="hidden" name="fact" value={fact} />
      <input type="hidden" name="seen" value={seen} />
      {/* Entering a day must not press the first answer: a disabled default button keeps Enter from submitting. */}
      {isPressed && <button type="submit" disabled hidden />}
      {answer.kind !== "day" && (
        <TextInput
          name="measuredOn"
          label="Constaté le"
          type="date"
          width="medium"
          defaultValue={today}
          min={EARLIEST}
          max={today}
          error={refused?.fields.measuredOn}
        />
      )}
      {answer.kind === "yes-no" && <Answers choices={YES_NO} busy={busy} />}
      {answer.kind === "choice" && <Answers choices={answer.choices} busy={busy} />}
      {!isPressed && (
        <TypedAnswer
          kind={answer.kind}
          label={FACTS[fact].label}
          today={today}
          error={refused?.fields.answer}
          busy={busy}
        />
      )}
      <Button type="submit" kind="quiet" name="unknown" value="1" busy={busy}>
        Ne sait pas
      </Button>
      {askedOn && <p className="soft small">Question déjà posée le {dayMonthYear(askedOn)}, sans réponse.</p>}
    </fetcher.Form>
  );
}

const YES_NO = [
  ["oui", "Oui"],
  ["non", "Non"],
] as const;

function Answers({ choices, busy }: { choices: readonly (readonly [value: string, label: string])[]; busy: boolean }) {
  return (
    <>
      {choices.map(([value, label]) => (
        <Button key={value} type="submit" name="answer" value={value} busy={busy}>
          {label}
        </Button>
      ))}
    </>
  );
}

interface TypedAnswerProps {
  kind: "count" | "share" | "day";
  label: string;
  today: Day;
  error: string[] | undefined;
  busy: boolean;
}

function TypedAnswer({ kind, label, today, error, busy }: TypedAnswerProps) {
  const save = (
    <Button type="submit" busy={busy}>
      Enregistrer
    </Button>
  );
  if (kind === "day")
    return (
      <>
        <TextInput name="answer" label={label} type="date" width="medium" min={EARLIEST} max={today} error={error} />
        {save}
      </>
    );
  const isCount = kind === "count";
  return (
    <>
      <TextInput
        name="answer"
        label={label}
        inputMode={isCount ? "numeric" : "decimal"}
        width="short"
        unit={isCount ? "patients" : "%"}
        autoComplete="off"
        maxLength={isCount ? String(MOST_PATIENTS).length + 2 : 6}
        error={error}
      />
      {save}
    </>
  );
}
