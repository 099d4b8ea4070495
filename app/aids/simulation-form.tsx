import { Form, useSubmit } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { type AidAsk, NO_SECOND } from "./ask";
import { BAND_CHOICES } from "./band-choice";
import { CHOICES } from "./choice";

interface FormProps {
  ask: AidAsk;
  /** The list proves no band of patients. */
  asksBand: boolean;
  problems: Partial<Record<"le" | "cout", string>>;
  /** Parts of the address that are not the simulation's own. */
  kept?: Readonly<Record<string, string>>;
}

const BANDS = BAND_CHOICES.map(({ code, label }) => ({ value: code, label }));
const OPTIONS = CHOICES.map(({ code, label }) => ({ value: code, label }));

/** The address is the state: a choice opens another page of the same simulation, with or without a script. */
export function SimulationForm({ ask, asksBand, problems, kept = {} }: FormProps) {
  const submit = useSubmit();
  const [first, second] = ask.choices;
  const shown = `${first} ${second} ${ask.signedOn} ${ask.monthlyCents} ${ask.band}`;
  const form = useRef<HTMLFormElement>(null);
  const changed = useRef<string | null>(null);
  // The form is drawn anew with what the address says: whoever chooses by the keyboard stays where they were.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new drawing is what triggers
  useEffect(() => {
    const control = changed.current && form.current?.elements.namedItem(changed.current);
    changed.current = null;
    if (control instanceof HTMLElement) control.focus({ preventScroll: true });
  }, [shown]);
  return (
    <Form
      ref={form}
      method="get"
      className="aid-form no-print"
      preventScrollReset
      onChange={(event) => {
        if (!(event.target instanceof HTMLSelectElement)) return;
        changed.current = event.target.name;
        submit(event.currentTarget, { preventScrollReset: true });
      }}
      key={shown}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select name="a" label="Formule" options={OPTIONS} defaultValue={first} />
      <Select
        name="b"
        label="À comparer avec"
        options={[{ value: NO_SECOND, label: "Rien d'autre" }, ...OPTIONS]}
        defaultValue={second ?? NO_SECOND}
      />
      <TextInput name="le" label="Signature" type="date" defaultValue={ask.signedOn} error={problems.le} />
      {asksBand ? (
        <Select
          name="tranche"
          label="Tranche de patientèle"
          options={[{ value: "", label: "Non connue" }, ...BANDS]}
          defaultValue={ask.band ?? ""}
        />
      ) : (
        ask.band && <input type="hidden" name="tranche" value={ask.band} />
      )}
      <TextInput
        name="cout"
        label="Coût mensuel, 1 ETP"
        inputMode="decimal"
        unit="€"
        placeholder="2 450"
        defaultValue={ask.monthlyCents === null ? "" : String(ask.monthlyCents / 100).replace(".", ",")}
        error={problems.cout}
      />
      <Button type="submit">Calculer</Button>
    </Form>
  );
}
