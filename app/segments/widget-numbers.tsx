import { useId, useState } from "react";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { TextInput } from "~/ui/text-input";
import type { Range } from "./criteria";

interface NumberProps {
  label: string;
  unit?: string;
  value: number | null;
  least: number;
  most: number;
  /** An empty field is an answer: no limit. */
  optional?: boolean;
  error?: string | undefined;
  change: (value: number | null) => void;
}

/** Keeps what is typed; what cannot be is said beside it, and the last number that could stays in force. */
export function NumberField({ label, unit, value, least, most, optional = false, error, change }: NumberProps) {
  const id = useId();
  const [typed, setTyped] = useState(value === null ? "" : String(value));
  const read = readNumber(typed, least, most, optional);
  return (
    <TextInput
      name={id}
      label={label}
      unit={unit}
      inputMode="numeric"
      width="short"
      autoComplete="off"
      value={typed}
      placeholder={optional ? "sans limite" : undefined}
      error={read.ok ? error : read.why}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const now = readNumber(text, least, most, optional);
        if (now.ok) change(now.value);
      }}
    />
  );
}

type Reading = { ok: true; value: number | null } | { ok: false; why: string };

function readNumber(typed: string, least: number, most: number, optional: boolean): Reading {
  const digits = typed.replace(/\s/g, "");
  if (digits === "" && optional) return { ok: true, value: null };
  const value = Number(digits);
  if (/^\d{1,9}$/.test(digits) && value >= least && value <= most) return { ok: true, value };
  return { ok: false, why: french(`Indiquez un nombre de ${number(least)} à ${number(most)}.`) };
}

interface RangeProps {
  value: Range;
  unit: string;
  least: number;
  most: number;
  change: (range: Range) => void;
}

export function RangeFields({ value, unit, least, most, change }: RangeProps) {
  const [ends, setEnds] = useState(value);
  const isReversed = ends.to !== null && ends.from > ends.to;
  const turn = (now: Range) => {
    setEnds(now);
    if (now.to === null || now.from <= now.to) change(now);
  };
  return (
    <div className="segment-range">
      <NumberField
        label="De"
        value={value.from}
        least={least}
        most={most}
        change={(from) => turn({ ...ends, from: from ?? least })}
      />
      <NumberField
        label="À"
        unit={unit}
        value={value.to}
        least={least}
        most={most}
        optional
        error={isReversed ? "Ce nombre est inférieur au premier." : undefined}
        change={(to) => turn({ ...ends, to })}
      />
    </div>
  );
}
