import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import "./access.css";

type Fund = { id: number; code: string; name: string };

/** For super-administrators only: everybody else has one fund. */
export function FundChoice({ funds, fundId }: { funds: readonly Fund[]; fundId: number | null }) {
  if (funds.length === 0) return null;
  return (
    <Form method="get" className="choose" key={fundId}>
      <Select
        name="caisse"
        label="Caisse"
        placeholder="Comptes nationaux"
        defaultValue={fundId ?? ""}
        options={funds.map(({ id, code, name }) => ({ value: String(id), label: `${code} · ${name}` }))}
      />
      <Button type="submit">Afficher</Button>
    </Form>
  );
}
