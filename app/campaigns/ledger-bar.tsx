import type { CSSProperties } from "react";
import { countOf, number } from "~/format/numbers";
import type { Ledger } from "./ledger/ledger";
import { LEDGER_PARTS } from "./ledger/parts";

/** The books in one bar; each part has its word and number below, so that colour says nothing alone. */
export function LedgerBar({ ledger, isSmall = false }: { ledger: Ledger; isSmall?: boolean }) {
  const parts = LEDGER_PARTS.filter(({ key }) => ledger[key] > 0);
  const told = parts.map(({ key, label }) => `${label} ${number(ledger[key])}`).join(", ");
  return (
    <div className="ledger">
      <div className="ledger-bar" role="img" aria-label={told === "" ? "Aucun courriel prévu" : told}>
        {parts.map(({ key, tone }) => (
          <span
            key={key}
            className={`ledger-part ledger-${tone}`}
            style={{ "--share": ledger[key] / Math.max(1, ledger.planned) } as CSSProperties}
          />
        ))}
      </div>
      {!isSmall && (
        <dl className="ledger-legend">
          {LEDGER_PARTS.map(({ key, label, tone }) => (
            <div key={key} className={ledger[key] === 0 ? "ledger-none" : undefined}>
              <dt>
                <span className={`ledger-key ledger-${tone}`} aria-hidden="true" />
                {label}
              </dt>
              <dd className="tabular">{number(ledger[key])}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** « 35 000 prévus = 34 812 acceptés + … » : the same sum as a sentence. */
export function LedgerSum({ ledger }: { ledger: Ledger }) {
  const parts = LEDGER_PARTS.filter(({ key }) => ledger[key] > 0);
  return (
    <p className="soft">
      {countOf(ledger.planned, "courriel prévu", "courriels prévus")}
      {parts.length > 0 && ` = ${parts.map(({ key, label }) => `${number(ledger[key])} ${label}`).join(" + ")}`}
      {ledger.heldOut > 0 && ` · ${countOf(ledger.heldOut, "médecin mis", "médecins mis")} de côté pour comparer`}
    </p>
  );
}
