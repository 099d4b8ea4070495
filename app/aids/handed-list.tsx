import { Form, Link } from "@remix-run/react";
import { numericDay } from "~/format/dates";
import { Button } from "~/ui/button";
import type { KeptPlans } from "./kept-plans";

interface Handed extends KeptPlans {
  readonly id: string;
  readonly choices: string;
  readonly handedOn: string;
  readonly by: string;
  readonly mayTakeBack: boolean;
}

/** Those left with the doctor, in the words of their day. */
export function HandedList({ handed, kept }: { handed: readonly Handed[]; kept: string }) {
  if (handed.length === 0) return <p className="soft">Aucune simulation n'a encore été remise à ce médecin.</p>;
  return (
    <ul className="aid-handed">
      {handed.map(({ id, choices, handedOn, by, sides, signedOn, mayTakeBack }) => (
        <li key={id}>
          <span>
            <Link to={`?${choices}${kept}`} preventScrollReset>
              Remise le {numericDay(handedOn)} par {by}
            </Link>
            <span className="aid-handed-what">
              {sides
                .map(({ short, total, version }) => `${short} : ${total ?? "formule fermée"} (${version})`)
                .join(" ; ")}
              , pour une signature le {numericDay(signedOn)}.
            </span>
          </span>
          {mayTakeBack && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="take-back" />
              <input type="hidden" name="simulation" value={id} />
              <Button type="submit" kind="quiet" icon="undo">
                Retirer
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
