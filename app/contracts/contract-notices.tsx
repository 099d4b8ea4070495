import { Link } from "@remix-run/react";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { Notice } from "~/ui/notice";
import type { OpenedContract } from "./contract.server";

/** What must be known before reading the figures: what is doubtful, and why. */
export function ContractNotices({ contract }: { contract: OpenedContract }) {
  const { state, suspendedSince, signedOn, hiredOn, startsOn, laterText, version, renews, renewal, judgement } =
    contract;
  const isLive = state === "signed" || state === "running" || state === "suspended";
  return (
    <>
      {judgement?.refusal && (
        <Notice kind="attention" title="Ce dossier ne peut pas être signé en l'état">
          {judgement.refusal}
        </Notice>
      )}
      {judgement && !judgement.refusal && judgement.doubts.length > 0 && (
        <Notice title="À vérifier avant la signature">
          <ul className="plain-list">
            {judgement.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </Notice>
      )}
      {suspendedSince && state === "suspended" && (
        <Notice kind="attention" title={french(`Suspendu depuis le ${dayMonthYear(suspendedSince)}`)}>
          Aucun texte ne dit si la suspension décale les versements, les anniversaires et la fin. Ces dates sont à
          vérifier auprès de la caisse.
        </Notice>
      )}
      {state === "signed" && (
        <Notice>
          L'embauche reste à enregistrer : elle ouvre les délais de formation, et le premier versement sous l'avenant 7.
        </Notice>
      )}
      {isLive && hiredOn && signedOn && hiredOn !== signedOn && (
        <Notice>
          {french(
            `Signé le ${dayMonthYear(signedOn)}, embauche le ${dayMonthYear(hiredOn)} : les textes comptent les années de l'un ou de l'autre. Les dates ci-dessous partent de la signature ; à vérifier auprès de la caisse.`,
          )}
        </Notice>
      )}
      {isLive && startsOn && laterText && (
        <Notice>
          {french(
            `Un texte plus récent est en vigueur (${laterText}). Ce contrat garde les conditions de sa signature (${version}) jusqu'à son terme, sauf si le médecin demande à changer de texte ; seuls les montants suivent le barème du premier anniversaire à partir du 22 juin 2024.`,
          )}
        </Notice>
      )}
      {renews && (
        <Notice>
          {state === "opened"
            ? "Ce dossier prolonge un contrat. "
            : "Ce contrat en prolonge un autre. Ses montants et son objectif sont à vérifier auprès de la caisse : les sources ne s'accordent pas. "}
          <Link to={`/contrats/${renews}`} className="link">
            Voir le contrat précédent
          </Link>
        </Notice>
      )}
      {renewal && (
        <Notice>
          Le renouvellement est préparé.{" "}
          <Link to={`/contrats/${renewal}`} className="link">
            Ouvrir le dossier suivant
          </Link>
        </Notice>
      )}
    </>
  );
}
