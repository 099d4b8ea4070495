import type { Day } from "~/calendar/day";
import { Marked } from "~/ui/mark-shapes";
import { Panel } from "~/ui/panel";
import type { Assessment } from "./assessment";
import { type Counterfactual, counterfactuals } from "./counterfactual";
import type { DoctorFacts } from "./doctor-facts";
import { liftedSince } from "./lifted-since";
import type { IndividualVersion } from "./rule-version";
import { VerdictMark } from "./verdict-mark";

interface PanelProps {
  facts: DoctorFacts;
  version: IndividualVersion;
  assessment: Assessment;
  today: Day;
}

const TITLES = {
  yes: "Ce qui a changé pour ce médecin",
  no: "Ce qui changerait la réponse",
  unknown: "Ce qui lèverait le doute",
};

/** The smallest changes that flip the verdict, each judged again here; then what only the caisse can tell. */
export function CounterfactualPanel({ facts, version, assessment, today }: PanelProps) {
  const { verdict } = assessment;
  const found = counterfactuals(facts, version, today);
  const lifted = liftedSince(facts, version, today);
  const forFund = verdict === "unknown" ? questionsFor(assessment) : [];
  if (verdict === "yes" && lifted.length === 0) return null;
  return (
    <Panel title={TITLES[verdict]}>
      <div className="stack">
        {found.length > 0 && (
          <ul className="changes">
            {found.map((change) => (
              <Change key={change.steps.map(({ sentence }) => sentence).join()} change={change} />
            ))}
          </ul>
        )}
        {found.length === 0 && verdict === "no" && (
          <p>Aucune démarche, seule ou à deux, ne rend ce médecin éligible aujourd'hui.</p>
        )}
        {found.length === 0 && verdict === "unknown" && (
          <p>Aucune réponse du médecin ne suffit : le doute vient des textes.</p>
        )}
        {forFund.length > 0 && (
          <div className="stack stack-tight">
            <h3>À demander à la caisse</h3>
            <ul className="plain-list">
              {forFund.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </div>
        )}
        {lifted.map((sentence) => (
          <p key={sentence} className="soft">
            {sentence}
          </p>
        ))}
      </div>
    </Panel>
  );
}

/** The answer at the right is judged again with the change made. */
function Change({ change: { steps, verdict, open } }: { change: Counterfactual }) {
  return (
    <li>
      <span>
        {steps.map(({ sentence }) => sentence).join(" Et : ")}
        {verdict === "unknown" && <span className="soft"> Resterait à demander : {open.join(" ")}</span>}
      </span>
      {verdict === "yes" ? (
        <Marked shape="disc-check" tone="good" strong>
          Éligible
        </Marked>
      ) : (
        <VerdictMark verdict={verdict} strong />
      )}
    </li>
  );
}

function questionsFor({ criteria }: Assessment): string[] {
  return criteria.flatMap(({ question, askTo }) => (question !== null && askTo === "fund" ? [question] : []));
}
