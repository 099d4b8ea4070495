import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { Panel } from "~/ui/panel";

export interface ShownDoubt {
  readonly id: number;
  readonly line: { readonly name: string; readonly about: string };
  readonly candidates: readonly {
    doctorId: number;
    score: number;
    reasons: readonly string[];
    name: string;
    about: string;
  }[];
}

/** One line of the file above the doctors it resembles; each doctor says why. */
export function MatchCard({ doubt, isFirst }: { doubt: ShownDoubt; isFirst: boolean }) {
  return (
    <Panel title={doubt.line.name} aside={<span className="soft small">Ligne du fichier</span>}>
      <Form method="post" className="match-card" preventScrollReset>
        <input type="hidden" name="doubt" value={doubt.id} />
        <p className="soft">{doubt.line.about}</p>
        <ul className="match-candidates">
          {doubt.candidates.map((each, at) => (
            <li key={each.doctorId} className="match-candidate">
              <div>
                <strong>{each.name}</strong> <span className="soft">{each.about}</span>
                <p className="small">
                  Ressemblance {each.score} sur 100 : {each.reasons.join(", ")}.
                </p>
              </div>
              <Button type="submit" name="doctor" value={each.doctorId} kind="secondary">
                C'est ce médecin {isFirst && <Kbd keys={String(at + 1)} />}
              </Button>
            </li>
          ))}
        </ul>
        <Button type="submit" name="doctor" value="none" kind="quiet">
          Aucun de ces médecins {isFirst && <Kbd keys="n" />}
        </Button>
      </Form>
    </Panel>
  );
}
