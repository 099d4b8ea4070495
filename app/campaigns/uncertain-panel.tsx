import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";

interface Uncertain {
  readonly id: number;
  readonly address: string;
  readonly doctor_id: number;
  readonly reply: string | null;
}

/** The relay had the whole letter and did not answer: only a person may say what becomes of it. */
export function UncertainPanel({ letters, mayManage }: { letters: readonly Uncertain[]; mayManage: boolean }) {
  return (
    <Panel title="Courriels incertains">
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="settle" />
        <p>
          La connexion a été coupée après l'envoi du texte entier : ces courriels sont peut-être arrivés. Ils ne
          repartent jamais d'eux-mêmes.
        </p>
        <ul className="uncertain-list">
          {letters.map(({ id, address, doctor_id, reply }) => (
            <li key={id}>
              <label className="choice">
                <input
                  type="checkbox"
                  className="check"
                  name="recipients"
                  value={id}
                  defaultChecked
                  disabled={!mayManage}
                />
                <span>
                  {address} · <Link to={`/medecins/${doctor_id}`}>voir le médecin</Link>
                  {reply && <span className="soft"> · {reply.slice(0, 120)}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {mayManage && (
          <div className="cluster">
            <Button type="submit" name="as" value="accepted">
              Considérer comme reçus
            </Button>
            <Button type="submit" name="as" value="again">
              Renvoyer, au risque d'un double
            </Button>
            <Button type="submit" name="as" value="given-up" kind="quiet">
              Y renoncer
            </Button>
          </div>
        )}
      </Form>
    </Panel>
  );
}
