import { Link } from "@remix-run/react";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { EMPLOYER_LABELS } from "./contract";
import type { OpenedContract } from "./contract.server";
import { StateBadge } from "./state-badge";

/** Under the title: state, size, text, days, employer. */
export function ContractFacts({ contract }: { contract: OpenedContract }) {
  const { id, kind, state, size, version, openedOn, signedOn, lastOn, employer, employerName, doctorId } = contract;
  return (
    <>
      <StateBadge state={state} />
      <span>{kind === "collective" ? "Contrat collectif" : "Contrat individuel"}</span>
      <span>{size}</span>
      {version && <span>selon {version}</span>}
      <span className="soft">
        {signedOn === null
          ? french(`dossier ouvert le ${dayMonthYear(openedOn)}`)
          : french(`signé le ${dayMonthYear(signedOn)}, dernier jour le ${dayMonthYear(lastOn ?? signedOn)}`)}
      </span>
      <span className="soft">
        {french(`Employeur : ${EMPLOYER_LABELS[employer].toLocaleLowerCase("fr")}`)}
        {employerName && ` (${employerName})`}
      </span>
      {doctorId !== null && (
        <>
          <Link to={`/medecins/${doctorId}/contrat`} className="link">
            Fiche du médecin
          </Link>
          <Link to={`/medecins/${doctorId}/simulation`} className="link">
            Simulation
          </Link>
          {signedOn !== null && kind === "individual" && (
            <Link to={`/contrats/${id}/patientele`} className="link">
              Patientèle
            </Link>
          )}
        </>
      )}
    </>
  );
}
