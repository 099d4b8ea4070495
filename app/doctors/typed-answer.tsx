import type { Day } from "~/calendar/day";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/text-input";
import { EARLIEST, MOST_PATIENTS } from "./fact-catalog";

interface TypedAnswerProps {
  id: string;
  kind: "count" | "share" | "day";
  label: string;
  today: Day;
  error: string[] | undefined;
  busy: boolean;
}

/** A figure or a day, with the button that records it. */
export function TypedAnswer({ id, kind, label, today, error, busy }: TypedAnswerProps) {
  const isCount = kind === "count";
  return (
    <>
      {kind === "day" ? (
        <TextInput
          name="answer"
          id={id}
          label={label}
          type="date"
          width="medium"
          min={EARLIEST}
          max={today}
          error={error}
        />
      ) : (
        <TextInput
          name="answer"
          id={id}
          label={label}
          inputMode={isCount ? "numeric" : "decimal"}
          width="short"
          unit={isCount ? "patients" : "%"}
          autoComplete="off"
          maxLength={isCount ? String(MOST_PATIENTS).length + 2 : 6}
          error={error}
        />
      )}
      <Button type="submit" busy={busy}>
        Enregistrer
      </Button>
    </>
  );
}
