import { useId } from "react";
import { capital } from "~/eligibility/assessment";
import { french } from "~/format/typography";

interface BoxesProps<Value> {
  label: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  chosen: readonly Value[];
  change: (chosen: readonly Value[]) => void;
}

/** Any number of values; they keep the order of the list, so that the sentence does too. */
export function Boxes<Value extends string | number>({ label, options, chosen, change }: BoxesProps<Value>) {
  const toggle = (value: Value) =>
    change(options.map((option) => option.value).filter((each) => chosen.includes(each) !== (each === value)));
  return (
    <fieldset className="segment-boxes">
      <legend className="field-label">{label}</legend>
      <div className={options.length > 8 ? "segment-boxes-many" : "segment-boxes-few"}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="checkbox"
              className="check"
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span>{french(capital(option.label))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface OneProps<Value> {
  label: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  chosen: Value;
  change: (value: Value) => void;
}

export function One<Value extends string>({ label, options, chosen, change }: OneProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segment-boxes">
      <legend className="field-label">{label}</legend>
      <div className="segment-boxes-few">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              className="radio"
              name={name}
              checked={chosen === option.value}
              onChange={() => change(option.value)}
            />
            <span>{french(capital(option.label))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Words of a dictionary as options, in its order. */
export function optionsOf<Value extends string>(words: Readonly<Record<Value, string>>) {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
