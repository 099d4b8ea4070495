import { Link } from "@remix-run/react";
import { number } from "~/format/numbers";
import { DefinitionList } from "~/ui/definition-list";
import { Panel } from "~/ui/panel";
import { BAND_LABELS } from "./bands";
import type { OpenedContract } from "./contract.server";
import { TO_CHECK } from "./milestone-words";

/** What was counted and expected on the day of the signature. Counts only. */
export function StartPanel({ contract: { id, kind, start, objective } }: { contract: OpenedContract }) {
  const { band, patients, fileActive, newlyInstalled, age } = start;
  const unknown = <span className="soft">{TO_CHECK}</span>;
  return (
    <Panel
      title="À la signature"
      aside={kind === "individual" && <Link to={`/contrats/${id}/patientele`}>Suivre la patientèle</Link>}
    >
      <div className="stack">
        {kind === "individual" && (
          <DefinitionList
            items={[
              { term: "Patients médecin traitant", value: patients === null ? unknown : number(patients) },
              { term: "File active", value: fileActive === null ? unknown : number(fileActive) },
              { term: "Tranche", value: band === null ? unknown : BAND_LABELS[band] },
              ...(newlyInstalled ? [{ term: "Installation", value: "nouvellement installé" }] : []),
              ...(age === null ? [] : [{ term: "Âge", value: `${number(age)} ans` }]),
            ]}
          />
        )}
        <div className="stack stack-tight">
          <h3>Objectif</h3>
          {objective.length === 0 ? (
            <p className="soft">Objectif {TO_CHECK}</p>
          ) : (
            <ul className="plain-list">
              {objective.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Panel>
  );
}
