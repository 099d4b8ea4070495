import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { minutes } from "~/format/durations";
import { Select } from "~/ui/select";

const LENGTHS = [15, 20, 30, 45, 60, 90];

/** Another length asks for the times again. */
export function SlotLength({ length }: { length: number }) {
  const submit = useSubmit();
  const [search] = useSearchParams();
  const lengths = [...new Set([...LENGTHS, length])].sort((a, b) => a - b);
  const kept = ["semaine", "jour", "visite"].filter((name) => search.get(name));
  return (
    <Form method="get" replace preventScrollReset onChange={(event) => submit(event.currentTarget, { replace: true })}>
      {kept.map((name) => (
        <input key={name} type="hidden" name={name} value={search.get(name)!} />
      ))}
      <Select
        key={length}
        name="duree"
        label="Durée"
        options={lengths.map((each) => ({ value: String(each), label: minutes(each) }))}
        defaultValue={String(length)}
      />
      <noscript>
        <button type="submit">Changer la durée</button>
      </noscript>
    </Form>
  );
}
