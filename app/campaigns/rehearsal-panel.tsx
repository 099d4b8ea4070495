import { about } from "~/format/durations";
import { countOf, number } from "~/format/numbers";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { EXCLUSIONS, type Exclusion } from "./audience";

interface Rehearsed {
  readonly red: readonly string[];
  readonly minutesNeeded: number | null;
  readonly planned: number;
  readonly heldOut: number;
  readonly exclusions: Readonly<Record<string, number>>;
  readonly needsSecond: boolean;
}

/** What will happen if the campaign is approved now. */
export function RehearsalPanel({ rehearsal }: { rehearsal: Rehearsed }) {
  const { red, planned, heldOut, exclusions, minutesNeeded, needsSecond } = rehearsal;
  const out = Object.entries(exclusions).sort(([, a], [, b]) => b - a);
  return (
    <Panel title="Répétition générale">
      <div className="stack">
        {red.length > 0 && (
          <Notice kind="attention" title="À régler avant de valider">
            <ul className="rehearsal-facts">
              {red.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Notice>
        )}
        {planned + heldOut + out.length > 0 && (
          <p className="lead">
            <strong>{countOf(planned, "médecin")}</strong> {planned > 1 ? "recevraient" : "recevrait"} ce courriel
            {heldOut > 0 && `, ${countOf(heldOut, "serait mis", "seraient mis")} de côté pour comparer`}.
          </p>
        )}
        {out.length > 0 && (
          <table className="table">
            <caption className="visually-hidden">Médecins du public qui ne recevraient rien, et pourquoi</caption>
            <tbody>
              {out.map(([reason, count]) => (
                <tr key={reason}>
                  <th scope="row">{EXCLUSIONS[reason as Exclusion] ?? reason}</th>
                  <td className="cell-number tabular">{number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <ul className="rehearsal-facts">
          {minutesNeeded !== null && <li>À ce rythme, l'envoi dure {about(minutesNeeded * 60)} d'heures ouvertes.</li>}
          <li>Chaque médecin est relu juste avant l'envoi : une opposition notée entre-temps est obéie.</li>
          {needsSecond && <li>Au-dessus du nombre fixé par la caisse, une seconde personne doit valider.</li>}
        </ul>
      </div>
    </Panel>
  );
}
