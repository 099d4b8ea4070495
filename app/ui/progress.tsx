import { type ReactNode, useId } from "react";
import { about } from "~/format/durations";
import { countOf, number, percent } from "~/format/numbers";
import { Badge } from "./badge";
import type { Tone } from "./mark-shapes";

export type ProgressState = "running" | "done" | "stopped";

export type ProgressProps = {
  label: ReactNode;
  done: number;
  /** Unknown while a file is still being measured: the bar then says only what is done. */
  total?: number | undefined;
  /** « ligne », « courriel »: in the singular. */
  unit: string;
  perSecond?: number | undefined;
  secondsLeft?: number | undefined;
  state?: ProgressState;
  /** What is happening, or what remains safe: « Vous pouvez quitter cette page. » */
  note?: ReactNode;
};

const STATES: Record<ProgressState, { tone: Tone; word: string | null }> = {
  running: { tone: "brand", word: null },
  done: { tone: "good", word: "Terminé" },
  stopped: { tone: "warm", word: "Interrompu" },
};

export function Progress(props: ProgressProps) {
  const { label, done, total, unit, perSecond, secondsLeft, state = "running", note } = props;
  const id = useId();
  const share = total ? Math.min(1, done / total) : 0;
  const { tone, word } = STATES[state];
  const facts = total ? `${number(done)} sur ${countOf(total, unit)}` : countOf(done, unit);
  const at = `${(share * 100).toFixed(1)}%`;
  return (
    <div className={`progress tone-${tone}`}>
      <div className="progress-head">
        <span id={id} className="progress-label">
          {label}
        </span>
        {word ? (
          <Badge tone={tone}>{word}</Badge>
        ) : (
          total && <span className="progress-share">{percent(Math.floor(share * 100) / 100, 0)}</span>
        )}
      </div>
      <div
        className="progress-track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={total ?? done}
        aria-valuenow={total ? done : undefined}
        aria-valuetext={facts}
        style={{ "--at": at } as React.CSSProperties}
      >
        <div className="progress-fill" />
      </div>
      <p className="progress-facts">
        <strong>{facts}</strong>
        {state === "running" && perSecond !== undefined && (
          <span>{countOf(Math.round(perSecond), unit)} par seconde</span>
        )}
        {state === "running" && secondsLeft !== undefined && <span>reste {about(secondsLeft)}</span>}
      </p>
      {note && <p className="soft">{note}</p>}
    </div>
  );
}
