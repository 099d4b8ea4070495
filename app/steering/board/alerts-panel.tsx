import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/panel";
import type { Alert } from "./alerts";

/** Under half a contract, the figure would say more than is known. */
const LEAST_AT_STAKE = 0.5;

/** At most three, the dearest first, each with the one thing to do. */
export function AlertsPanel({ alerts, caisse }: { alerts: readonly Alert[]; caisse: string }) {
  return (
    <Panel title="Ce qui bloque">
      {alerts.length === 0 ? (
        <p className="soft">Rien n'attend : comptes rendus, dossiers et relances sont à jour.</p>
      ) : (
        <ul className="board-alerts">
          {alerts.map(({ key, sentence, action, to, atStake }) => (
            <li key={key}>
              <div>
                <strong>{sentence}</strong>
                {atStake >= LEAST_AT_STAKE && (
                  <div className="soft small">
                    {french(`Environ ${number(atStake)} contrats en jeu, au taux de signature de votre caisse.`)}
                  </div>
                )}
              </div>
              <LinkButton to={`${to}${to.startsWith("/pilotage") ? caisse : ""}`}>{action}</LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
