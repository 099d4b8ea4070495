import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/text-input";
import type { Forecast } from "./forecast";
import { triedSentence } from "./wording";

interface Asked {
  readonly caisse: string | null;
  readonly echeance: string | null;
  readonly delegues: number;
  readonly zip: number;
  readonly campagne: number;
}

/** Tries other means out; the address holds them, nothing is stored. */
export function ScenarioForm({ asked, told, tried }: { asked: Asked; told: Forecast; tried: Forecast | null }) {
  const kept = Object.entries({ caisse: asked.caisse, echeance: asked.echeance }).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value }],
  );
  const number = { type: "number", width: "short", inputMode: "numeric" } as const;
  return (
    <Form method="get" className="stack" preventScrollReset>
      <div className="scenario-fields">
        <TextInput
          {...number}
          name="delegues"
          label="Délégués en plus ou en moins"
          min={-20}
          max={20}
          defaultValue={asked.delegues}
        />
        <TextInput
          {...number}
          name="zip"
          label="Part des nouveaux en zone prioritaire"
          unit="points"
          min={-50}
          max={50}
          defaultValue={asked.zip}
        />
        <TextInput
          {...number}
          name="campagne"
          label="Une campagne de plus"
          unit="médecins"
          min={0}
          max={5000}
          defaultValue={asked.campagne}
        />
      </div>
      {kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {tried && (
        <p className="lead" role="status">
          {triedSentence(told, tried)}
        </p>
      )}
      <div className="cluster no-print">
        <Button type="submit" kind="primary">
          Tester ce scénario
        </Button>
        {tried && (
          <Link
            className="link"
            to={`?${new URLSearchParams(kept.map(({ name, value }) => [name, value]))}`}
            preventScrollReset
          >
            Revenir à la situation d'aujourd'hui
          </Link>
        )}
      </div>
    </Form>
  );
}
