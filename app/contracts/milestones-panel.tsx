import { numericDay, relativeDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { Badge } from "~/ui/badge";
import { Panel } from "~/ui/panel";
import type { OpenedContract } from "./contract.server";
import { isSettledByFact } from "./milestone";
import { MilestoneActions } from "./milestone-actions";
import { amountOf, TO_CHECK, titleOf } from "./milestone-words";

type Kept = OpenedContract["milestones"][number];

/** The dates of one contract: what remains first, then those no text gives, then what is done. */
export function MilestonesPanel({ contract }: { contract: OpenedContract }) {
  const { milestones, today, mayPrepare } = contract;
  const open = milestones.filter(({ state, due_on }) => state !== "done" && due_on !== null);
  const undated = milestones.filter(({ state, due_on }) => state !== "done" && due_on === null);
  const done = milestones.filter(({ state }) => state === "done");
  const lines = (kept: readonly Kept[]) => (
    <ul className="milestones">
      {kept.map((each) => (
        <Line key={each.id} milestone={each} today={today} contractId={contract.id} mayAct={mayPrepare} />
      ))}
    </ul>
  );
  return (
    <Panel title="Échéances">
      <div className="stack">
        {open.length === 0 && <p className="soft">Plus aucune échéance datée.</p>}
        {lines(open.slice(0, SHOWN))}
        {open.length > SHOWN && (
          <details>
            <summary>{countOf(open.length - SHOWN, "échéance plus lointaine", "échéances plus lointaines")}</summary>
            {lines(open.slice(SHOWN))}
          </details>
        )}
        {undated.length > 0 && (
          <details>
            <summary>
              {countOf(undated.length, "échéance")} sans date dans les textes : {TO_CHECK}
            </summary>
            {lines(undated)}
          </details>
        )}
        {done.length > 0 && (
          <details>
            <summary>{countOf(done.length, "échéance passée ou traitée", "échéances passées ou traitées")}</summary>
            {lines(done)}
          </details>
        )}
        <p className="soft small">{basisOf(contract)}</p>
      </div>
    </Panel>
  );
}

const SHOWN = 6;

interface LineProps {
  readonly milestone: Kept;
  readonly today: string;
  readonly contractId: string;
  readonly mayAct: boolean;
}

function Line({ milestone, today, contractId, mayAct }: LineProps) {
  const { id, key, kind, contract_year, due_on, state, done_on, done_by, postponed_for, isDoubtful } = milestone;
  const title = titleOf({ kind, key, contractYear: contract_year });
  const amount = amountOf({ minCents: milestone.min_cents, maxCents: milestone.max_cents });
  return (
    <li className="milestone">
      <span className="milestone-when">
        <strong className="tabular">{due_on === null ? "sans date" : numericDay(due_on)}</strong>
        {state !== "done" && due_on !== null && (
          <span className={due_on < today ? "milestone-late" : "soft small"}>{relativeDay(due_on, today)}</span>
        )}
      </span>
      <span className="milestone-what">
        <span>{title}</span>
        {amount && <span className="soft tabular">{amount}</span>}
        {postponed_for && <span className="soft small">{french(`Reporté : ${postponed_for}`)}</span>}
        {state === "done" && (
          <span className="soft small">
            {done_by ? french(`Fait le ${numericDay(done_on!)} par ${done_by}`) : settled(milestone)}
          </span>
        )}
        {isDoubtful && state !== "done" && <Badge tone="doubt">Date {TO_CHECK}</Badge>}
      </span>
      {mayAct && state !== "done" && (
        <MilestoneActions
          milestone={{ id, title, dueOn: due_on, contractId, isByFact: isSettledByFact(kind) }}
          today={today}
        />
      )}
    </li>
  );
}

/** Settled by a fact, or lived before the contract was followed here. */
function settled({ kind, done_on }: Kept): string {
  return isSettledByFact(kind) && done_on
    ? french(`Acquis le ${numericDay(done_on)}`)
    : "Antérieur à l'ouverture du dossier";
}

/** Dates that come from a habit and not from the text of this contract are said to. */
function basisOf({ versionId, kind }: OpenedContract): string {
  const talks =
    versionId === "AV7"
      ? "L'avenant 7 demande un entretien tous les six mois."
      : "Un entretien tous les six mois : rythme de l'avenant 7, gardé faute d'en avoir lu un autre dans ce texte.";
  const payments = kind === "collective" ? " Aucun calendrier de versement n'a été lu pour le contrat collectif." : "";
  return french(`${talks}${payments} Le renouvellement se prépare six mois avant le terme, par usage.`);
}
