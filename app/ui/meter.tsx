import { type CSSProperties, type ReactNode, useId } from "react";
import { number } from "~/format/numbers";
import type { Tone } from "./mark-shapes";

export type MeterProps = {
  label: ReactNode;
  value: number;
  /** « patients » */
  unit: string;
  threshold: number;
  /** « seuil d'éligibilité » */
  thresholdLabel: string;
  /** End of the scale; by default a third beyond the larger of the two. */
  max?: number;
  tone?: Tone;
};

/** A value against a threshold, readable without its colour: the mark and both figures are written. */
export function Meter({ label, value, unit, threshold, thresholdLabel, max, tone }: MeterProps) {
  const id = useId();
  const end = max ?? Math.max(value, threshold) * 1.33;
  const at = (figure: number) => `${Math.min(100, (figure / end) * 100).toFixed(1)}%`;
  const style = { "--at": at(value), "--mark": at(threshold) } as CSSProperties;
  const reached = value >= threshold;
  return (
    <div className={`meter tone-${tone ?? (reached ? "good" : "warm")}`} style={style}>
      <div className="meter-head">
        <span id={id}>{label}</span>
        <span className="meter-value">
          {number(value)} {unit}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot carry the mark of a threshold */}
      <div
        className="meter-track"
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={Math.round(end)}
        aria-valuenow={value}
        aria-valuetext={`${number(value)} ${unit}, ${thresholdLabel} ${number(threshold)}`}
      >
        <div className="meter-fill" />
        <div className="meter-mark" />
      </div>
      <div className="meter-foot">
        <span>
          {thresholdLabel} : {number(threshold)}
        </span>
      </div>
    </div>
  );
}
